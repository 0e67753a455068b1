"""A step in a series, estimated with the trend and the seasons in the same model."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from purposebook.measures.answer import Answer
from purposebook.measures.series import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

COUNTS: Final = "quasi-Poisson regression (log link)"
VALUES: Final = "ordinary least squares"
HARMONICS: Final = 2
EXACT: Final = "the model fits every point exactly, which real data never do: no interval and no p-value"
NO_BOUNDS: Final = "one of the two levels cannot be told from zero in these points: the ratio has no interval"
RUNS_AWAY: Final = 50.0
"""A logarithm beyond which a ratio says nothing: e to the 50th is 5 × 10²¹."""


@dataclass(frozen=True)
class Response:
    """Hold what is modelled: counts, with what they are out of where that is known, or plain values."""

    values: tuple[float, ...]
    exposure: tuple[float, ...]
    """What each is divided by to be told in the metric's own unit."""
    counts: bool
    divided: bool
    """Whether counts have denominators."""
    no_counts: str = ""
    """Why values are not modelled as counts, or counts not with their denominators."""


@dataclass(frozen=True)
class Terms:
    """Say what the model holds besides a level and a step."""

    trend: bool
    season: int | None


@dataclass(frozen=True)
class StepModel:
    """Hold what was estimated; values in the metric's own unit."""

    ratio: float | None
    """With to without the step, at the change; None where the model's values are not above zero."""
    interval: tuple[float, float] | None
    p_value: float | None
    fitted: tuple[float, ...]
    without: tuple[float, ...]
    """The fitted values without the step."""
    residuals: tuple[float, ...]
    """Pearson's."""


def response_of(points: Sequence[Point], unit: str) -> Response:
    """Return the counts behind `points` with their denominators, whole or not, or the values that are no such counts.

    Counts are whole numbers from zero on, with denominators above zero at every point, or without any and in a unit
    other than %.
    """
    values = tuple(point.value for point in points)
    counted = [point.counted for point in points if point.counted]
    why = _why_no_counts(values, counted, unit)
    if why or not counted:
        return Response(values, (1.0,) * len(values), counts=not why, divided=False, no_counts=why)
    tops, bottoms = zip(*counted, strict=True)
    scale = 100.0 if unit.strip() == "%" else 1.0
    return Response(tops, tuple(bottom / scale for bottom in bottoms), counts=True, divided=True)


def _why_no_counts(values: Sequence[float], counted: Sequence[tuple[float, float]], unit: str) -> str:
    """Say why values are not modelled as counts with the denominators of those that are `counted`, or nothing."""
    if len(counted) == len(values):
        are_counts = all(_is_count(top) and bottom > 0 for top, bottom in counted)
        return "" if are_counts else "numerators are no counts: no offset"
    if counted:
        return f"only {len(counted)} of {len(values)} points have a denominator: no offset"
    if unit.strip() == "%":
        return "shares without their counts"
    return "" if all(map(_is_count, values)) else "values are no counts"


def fit_step(response: Response, times: Sequence[float], after: Sequence[bool], terms: Terms) -> Answer[StepModel]:
    """Estimate the step between the points before and `after` the change at time 0, in the presence of the terms.

    Definition: g(E[y]) = a + c·step (+ b·t) (+ sines and cosines of the season, two harmonics), step = 1 from the
    change on. Counts: log link, offset log(denominator), variance = dispersion × mean, the dispersion being Pearson's
    chi-square over the residual degrees of freedom; the ratio is exp(c). Otherwise: identity link and constant
    variance; the ratio is (a + c) / a at the change, its interval by the delta method for its logarithm. Intervals and
    p-values by Student's t with the residual degrees of freedom.
    Refused where the terms cannot be told apart, or where the estimate runs away. No interval where one of the two
    levels lies within its own margin of zero: Fieller's interval has no bounds there, or reaches beyond zero.
    Source: J. L. Bernal, S. Cummins and A. Gasparrini (2017), Interrupted time series regression for the evaluation of
    public health interventions: a tutorial, Int. J. of Epidemiology 46.
    """
    import numpy as np

    design = _design(times, after, terms)
    rows, columns = design.shape
    if rows <= columns or np.linalg.matrix_rank(design) < columns:
        return Answer.refused("step, trend and season cannot be told apart in these points: no ratio")
    size = max(map(abs, response.values))
    y = np.array(response.values) / (1.0 if response.counts else size)
    found = _fitted(design, y, response)
    estimates = (found.params, found.cov_params(), found.mu)
    if not found.converged or not all(np.isfinite(one).all() for one in estimates) or abs(found.params[1]) > RUNS_AWAY:
        return Answer.refused("the model found no stable answer in these points: no ratio")
    return _model(found, design, response, 1.0 if response.counts else size)


def _design(times: Sequence[float], after: Sequence[bool], terms: Terms) -> Numbers:
    """Return a level, a step, then trend and harmonics as asked for."""
    import numpy as np

    at = np.array(times)
    columns = [np.ones_like(at), np.array(after, dtype=float)]
    if terms.trend:
        columns.append(at / max(np.abs(at).max(), 1.0))
    for wave in range(1, HARMONICS + 1) if terms.season else ():
        angle = 2 * math.pi * wave * at / (terms.season or 1)
        columns += [np.sin(angle), np.cos(angle)]
    return np.column_stack(columns)


def _fitted(design: Numbers, y: Numbers, response: Response) -> Any:
    """Return the generalised linear model's results."""
    import numpy as np
    from statsmodels.genmod.families import Gaussian, Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    family = Poisson() if response.counts else Gaussian()
    offset = np.log(np.array(response.exposure)) if response.counts else None
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return GLM(y, design, family=family, offset=offset).fit(
            scale="X2", tol_criterion="params", tol=1e-10, maxiter=200
        )


def _model(found: Any, design: Numbers, response: Response, size: float) -> Answer[StepModel]:
    """Turn the results into what is shown."""
    import numpy as np
    from scipy.stats import t as student

    exposure, step = np.array(response.exposure), found.params[1] * design[:, 1]
    without = found.mu / np.exp(step) if response.counts else found.mu - step
    exact = bool(np.all(np.abs(found.resid_response) <= 1e-10 * np.abs(found.model.endog).max()))
    quantile = float(student.ppf(0.975, found.df_resid))
    ratio, margin = _log_ratio(found, design, response, quantile)
    open_ended = ratio is not None and abs(ratio) + margin > RUNS_AWAY
    told = None if ratio is None or exact or open_ended else (math.exp(ratio - margin), math.exp(ratio + margin))
    p_value = None if exact else float(2 * student.sf(abs(found.params[1] / found.bse[1]), found.df_resid))
    model = StepModel(
        None if ratio is None else math.exp(ratio),
        told,
        p_value,
        tuple((size * found.mu / exposure).tolist()),
        tuple((size * without / exposure).tolist()),
        (0.0,) * len(step) if exact else tuple(found.resid_pearson.tolist()),
    )
    return Answer(model, (EXACT,) if exact else (NO_BOUNDS,) if open_ended else ())


def _log_ratio(found: Any, design: Numbers, response: Response, quantile: float) -> tuple[float | None, float]:
    """Return the logarithm of the ratio and its margin, `quantile` standard errors; no ratio for levels not above zero.

    The margin is endless where one of the two levels lies within its own margin of zero.
    """
    import numpy as np

    if response.counts:
        return float(found.params[1]), quantile * float(found.bse[1])
    base = _at_the_change(design.shape[1])
    with_step = base + np.eye(len(base))[1]
    low, high = float(base @ found.params), float(with_step @ found.params)
    if min(low, high) <= 1e-12:
        return None, math.nan
    spread = found.cov_params()
    margins = [quantile * math.sqrt(max(float(row @ spread @ row), 0.0)) for row in (base, with_step)]
    if margins[0] >= low or margins[1] >= high:
        return math.log(high / low), math.inf
    gradient = with_step / high - base / low
    return math.log(high / low), quantile * math.sqrt(max(float(gradient @ spread @ gradient), 0.0))


def _at_the_change(columns: int) -> Numbers:
    """Return the row of the design at time 0, without the step: sines are 0 there and cosines 1."""
    import numpy as np

    row = np.zeros(columns)
    row[0] = 1.0
    if columns >= 2 + 2 * HARMONICS:
        row[-1] = row[-3] = 1.0
    return row


def _is_count(value: float) -> bool:
    """Say whether a number counts something."""
    return value >= 0 and float(value).is_integer()
