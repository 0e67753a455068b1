"""Measures -> the result of `purposebook measures --format json`, described in `purposebook.domain.results`."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.domain.personas import Ranking
from purposebook.domain.rounds import shown_rounds
from purposebook.domain.row_origins import RowOrigin, row_origins
from purposebook.measures.agreement import kendalls_w
from purposebook.measures.answer import Answer
from purposebook.measures.difference import Difference
from purposebook.measures.experiment import ExperimentMeasures
from purposebook.measures.footprint import ComponentMeasures, FootprintMeasures
from purposebook.measures.inclusion import DimensionMeasures, InclusionMeasures, Split
from purposebook.measures.lead_lag_result import lead_lag_json
from purposebook.measures.metric import MetricMeasures
from purposebook.measures.objective import ObjectiveMeasures
from purposebook.measures.pirate_result import pirate_json
from purposebook.measures.predictions import Prediction, Predictions
from purposebook.measures.product import ProductMeasures
from purposebook.measures.recall import Recalled, measure_recall
from purposebook.measures.result_parts import Json, dated, latest, pair
from purposebook.measures.result_worked_out import figure_json, heart_json, money_json, surveys_json


def as_json(measures: ProductMeasures) -> Json:
    """Return every number of a product; what has no number is null, with its reason."""
    book, footprint, inclusion = measures.book, measures.footprint, measures.inclusion
    written = book.responsibility.footprint if book else None
    return {
        "product": str(measures.product),
        "as_of": measures.as_of.isoformat(),
        "metrics": [_metric(metric) for metric in measures.metrics],
        "objectives": [_objective(objective) for objective in measures.objectives],
        "pirate": pirate_json(measures.pirate) if measures.pirate else None,
        "experiments": [_experiment(one) for one in measures.experiments],
        "footprint": _footprint(footprint, written.unit.strip()) if footprint and written else None,
        "inclusion": list(_groups(inclusion)) if inclusion else [],
        "reversals": [vars(one) | {"metric": one.metric or None} for one in inclusion.reversals] if inclusion else [],
        "roll_ups": [vars(one) for one in measures.roll_ups],
        "predictions": _predictions(measures.predictions) if measures.predictions else None,
        "agreement": [_agreement(one) for one in shown_rounds(book.personas.rankings)] if book else [],
        "recall": [_recalled(one) for one in measure_recall(book.strategy.recall)] if book else [],
        "surveys": list(surveys_json(measures)),
        "service": [figure_json(figure) for figure in measures.service],
        "money": money_json(measures.money) if measures.money else None,
        "heart": [heart_json(one) for one in measures.heart],
        "lead_lag": [lead_lag_json(one) for one in measures.lead_lag],
        "reasons": list(measures.notes),
        "sources": [_source(one) for one in row_origins(book)] if book else [],
    }


def _source(one: RowOrigin) -> Json:
    """Return where some rows came from, and when a database gave them."""
    base = {"part": one.part, "source": "file" if one.source.file else "database"}
    return {**base, "fetched": one.fetched or None, "reached": one.reached if one.fetched else None}


def _metric(metric: MetricMeasures) -> Json:
    """Return one metric."""
    limits = metric.limits
    return {
        "id": metric.id,
        "unit": metric.unit,
        "latest": latest(metric.latest),
        "baseline": metric.baseline,
        "target": metric.target,
        "progress": metric.progress,
        "pace": metric.pace,
        "series": [dated(point) for point in metric.series],
        "limits": {"mean": limits.mean, "lower": limits.lower, "upper": limits.upper} if limits else None,
        "signals": [{"date": signal.date.isoformat(), "kind": signal.kind} for signal in metric.signals],
        "assurance": metric.assurance,
        "segments": [{"segment": part.segment, "latest": latest(part.latest)} for part in metric.segments],
        "reasons": list(metric.reasons),
    }


def _objective(objective: ObjectiveMeasures) -> Json:
    """Return one objective."""
    return {
        "id": objective.id,
        "score": objective.score,
        "rollup": objective.rollup,
        "expected": objective.expected,
        "progress": objective.progress,
        "pace": objective.pace,
        "reasons": list(objective.reasons),
    }


def _experiment(one: ExperimentMeasures) -> Json:
    """Return one experiment: a difference or a ratio, as its kind asks."""
    ratio = one.sample_ratio
    return {
        "id": one.id,
        "kind": one.kind,
        "difference": one.difference,
        "ratio": one.ratio,
        "interval": pair(one.interval),
        "method": one.method,
        "p_value": one.p_value,
        "p_adjusted": one.p_adjusted,
        "naive_ratio": one.naive_ratio,
        "sample_ratio": {"chi2": ratio.chi2, "p": ratio.p} if ratio else None,
        "autocorrelation": one.autocorrelation,
        "points": [{**vars(point), "date": point.date.isoformat()} for point in one.points],
        "threshold": one.threshold,
        "met": one.met,
        "caveats": list(one.caveats),
        "reasons": list(one.reasons),
    }


def _predictions(found: Predictions) -> Json:
    """Return the share of predictions that came true, and each of them."""
    return {
        "hits": found.hits,
        "n": found.of,
        "rate": found.rate,
        "interval": pair(found.interval),
        "every": [_prediction(one) for one in found.every],
    }


def _prediction(one: Prediction) -> Json:
    """Return one prediction."""
    return {
        "experiment": one.experiment,
        "threshold": one.threshold,
        "expected": one.expected,
        "actual": one.actual,
        "met": one.met.value,
        "hit": one.hit.value,
        "reasons": list(dict.fromkeys((*one.met.reasons, *one.hit.reasons))),
    }


def _footprint(found: FootprintMeasures, unit: str) -> Json:
    """Return the Software Carbon Intensity, its parts, and a stated total beside the computed one."""
    return {
        "sci": found.rate.value,
        "unit": "gCO2eq",
        "per": unit,
        "components": [_component(one) for one in found.components],
        "stated": found.stated,
        "total": found.total.value,
        "contradicted": found.contradicted,
        "sensitivity": {"half_intensity": found.cleaner, "twice_intensity": found.dirtier},
        "change": found.change.value,
        "reasons": list(dict.fromkeys((*found.rate.reasons, *found.total.reasons, *found.change.reasons))),
    }


def _component(one: ComponentMeasures) -> Json:
    """Return both shares of a component."""
    shares = {"operational": one.operational.value, "embodied": one.embodied.value}
    return {"name": one.name, **shares, "reasons": list(one.reasons)}


def _groups(found: InclusionMeasures) -> Iterator[Json]:
    """Yield each group of each dimension and outcome."""
    for dimension in found.dimensions:
        yield from _dimension(dimension)


def _dimension(one: DimensionMeasures) -> Iterator[Json]:
    """Yield the groups of one dimension; one that is hidden carries no number."""
    for group in one.groups:
        share = group.share.value
        yield {
            "dimension": one.dimension,
            "metric": one.metric or None,
            "group": group.group,
            "n": share.of if share else None,
            "reached": share.reached if share else None,
            "rate": share.rate if share else None,
            "interval": [share.low, share.high] if share else None,
            **_gap(group.gap),
            "suppressed": group.suppressed,
            "split": _split(one.split, group.group) if one.split else None,
            "reasons": list(group.reasons),
        }


def _split(split: Answer[Split], group: str) -> Json:
    """Return the strata of a group; none where they could give somebody away."""
    strata = split.value.of(group) if split.value else {}
    return {
        "by": split.value.by if split.value else "",
        "strata": [
            {"stratum": name, "n": one.of, "reached": one.reached, "rate": one.rate, "interval": [one.low, one.high]}
            for name, one in strata.items()
        ],
        "reasons": list(split.reasons),
    }


def _gap(gap: Difference | None) -> Json:
    """Return a gap to the rest with its interval."""
    return {"gap": gap.value if gap else None, "gap_interval": pair(gap.interval) if gap else None}


def _agreement(ranking: Ranking) -> Json:
    """Return Kendall's W of one round."""
    w = kendalls_w(ranking)
    return {
        "date": ranking.date.isoformat(),
        "members": ranking.members,
        "needs": len(ranking.places),
        "w": w.value,
        "reasons": list(w.reasons),
    }


def _recalled(one: Recalled) -> Json:
    """Return how many could say one thing."""
    return {
        "date": one.date.isoformat(),
        "what": one.what,
        "successes": one.successes,
        "n": one.asked,
        "rate": one.rate,
        "interval": pair(one.interval.value),
        "reasons": list(one.interval.reasons),
    }
