"""Every published figure that is computed again, by its source, and those that are not, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from purposebook.domain.personas import Ranking
from purposebook.measures.agreement import kendalls_w
from purposebook.measures.before_after import before_after
from purposebook.measures.difference import difference, holm
from purposebook.measures.inclusion import measure_inclusion, pooled_difference
from purposebook.measures.lead_lag import spearman
from purposebook.measures.proportions import wilson
from purposebook.measures.sample_ratio import sample_ratio
from purposebook.measures.step_model import Terms
from purposebook.measures.variation import limits_of, variation_of
from reproduced import stratified as tables
from reproduced.figure import Different, Figure, Source
from reproduced.rankings import RANKINGS, Rankings
from reproduced.series import BATCHES, IQ, TELEVISION, VISCOSITY, dated
from reproduced.smoking_ban import BAN, POINTS, as_printed
from reproduced.stratified import Stratified

_SHARES = ((81, 263, "0.2553 0.3662"), (15, 148, "0.0624 0.1605"), (0, 20, "0.0000 0.1611"), (1, 29, "0.0061 0.1718"))
_DIFFERENCES = (
    ((56, 70), (48, 80), "0.0524 0.3339"),
    ((9, 10), (3, 10), "0.1705 0.8090"),
    ((6, 7), (2, 7), "0.0582 0.8062"),
    ((5, 56), (0, 29), "-0.0381 0.1926"),
    ((0, 10), (0, 20), "-0.1611 0.2775"),
    ((0, 10), (0, 10), "-0.2775 0.2775"),
    ((10, 10), (0, 20), "0.6791 1.0000"),
    ((10, 10), (0, 10), "0.6075 1.0000"),
)


def sources() -> tuple[Source, ...]:
    """Return all figures that are computed again."""
    return (
        Source("R. G. Newcombe (1998), Statistics in Medicine 17, 857-872", tuple(map(_share, _SHARES))),
        Source("R. G. Newcombe (1998), Statistics in Medicine 17, 873-890", tuple(map(_difference, _DIFFERENCES))),
        Source("Physicians' Health Study (1988), as in A. Agresti, Categorical Data Analysis", (_aspirin(),)),
        Source("Wikipedia, Holm–Bonferroni method", (_holm(),)),
        Source("R. Kohavi, D. Tang and Y. Xu (2020), Trustworthy Online Controlled Experiments", (_sample_ratio(),)),
        Source("Wikipedia, Spearman's rank correlation coefficient", (_spearman(),)),
        Source("D. C. Montgomery, Introduction to Statistical Quality Control", (_viscosity(),)),
        *(Source(one.source, (_agreement(one),)) for one in RANKINGS),
        Source("J. L. Bernal, S. Cummins and A. Gasparrini (2017), Int. J. of Epidemiology 46", tuple(_smoking_ban())),
        *_reversals(),
        Source("K. J. Rothman, Epidemiology: An Introduction, on the University Group Diabetes Program", (_pooled(),)),
    )


def _share(case: tuple[int, int, str]) -> Figure:
    """Compute Wilson's interval again."""
    reached, of, printed = case
    return Figure(f"interval of {reached} of {of}", printed, wilson(reached, of))


def _difference(case: tuple[tuple[int, int], tuple[int, int], str]) -> Figure:
    """Compute Newcombe's interval again."""
    (a, m), (b, n), printed = case
    found = difference((a, m), (b, n)).value
    return Figure(f"interval of {a}/{m} − {b}/{n}", printed, found.interval if found else ())


def _aspirin() -> Figure:
    """Compute the difference of two small shares again."""
    found = difference((189, 11034), (104, 11037)).value
    values = (found.value, *found.interval) if found else ()
    return Figure("infarctions with placebo less with aspirin", "0.0077 0.005 0.011", values)


def _holm() -> Figure:
    """Correct four p-values again."""
    return Figure("p-values 0.01, 0.04, 0.03, 0.005", "0.03 0.06 0.06 0.02", holm((0.01, 0.04, 0.03, 0.005)))


def _sample_ratio() -> Figure:
    """Test a split again."""
    found = sample_ratio(821588, 815482, (0.5, 0.5)).value
    return Figure("p-value of 821,588 and 815,482, in millionths", "1.8", (1e6 * found.p,) if found else ())


def _spearman() -> Figure:
    """Correlate ranks again."""
    return Figure("IQ and hours of television", "-0.1758", (spearman(IQ, TELEVISION),))


def _viscosity() -> Figure:
    """Compute process limits again."""
    limits = limits_of(VISCOSITY)
    values = (limits.mean, limits.lower, limits.upper) if limits else ()
    return Figure("viscosity: mean and limits", "33.52 32.24 34.80", values)


def _agreement(one: Rankings) -> Figure:
    """Compute Kendall's W again."""
    places = [{"need": f"thing-{at}", "ranks": ranks} for at, ranks in enumerate(one.sums)]
    sheet = {"date": "2026-01-01", "members": len(one.rows), "places": places, "ties": [*one.ties]}
    w = kendalls_w(Ranking.model_validate(sheet)).value
    return Figure("Kendall's W", f"{one.printed:.{one.digits}f}", () if w is None else (w,))


def _smoking_ban() -> Iterator[Figure]:
    """Compute both models again."""
    for season, terms, printed in ((None, 3, "0.894 0.839 0.953"), (12, 7, "0.885 0.839 0.933")):
        found = before_after(POINTS, "per person", BAN, Terms(True, season))
        what = f"ratio {'with' if season else 'without'} season, ends by the normal distribution"
        yield Figure(what, printed, as_printed(found, terms))


_RATES = (
    (tables.BERKELEY, "30 45 82 62 68 63 34 37 35 33 24 28 7 6"),
    (tables.STONES, "78 83 93 87 73 69"),
    (tables.SMOKERS, "24 31"),
    (tables.DEATH_PENALTY, "7.9 11.0 22.9 11.3 2.8 0.0"),
    (tables.FLIGHTS, "10.9 13.3 14.4 11.1 7.9 5.2 14.5 8.6 28.7 16.9 23.3 14.2"),
    (tables.DIABETES, "29 40"),
    (tables.BATTING, "27.0 31.0 25.3 25.0 32.1 31.4"),
    (tables.HOSPITALS, "2 3"),
    (tables.RECOVERIES, "40 50 70 60 30 20"),
)
"""Of each table the shares in % as printed: of both groups as a whole, then stratum by stratum as far as printed."""


def _reversals() -> Iterator[Source]:
    """Compute the shares of reversals again; each of them is said to be one."""
    for table, printed in _RATES:
        found = measure_inclusion(table.outcomes())
        (turned,) = found.reversals
        shares = [*_rates(table)][: len(printed.split())]
        strata = f"{turned.strata_ahead} of {turned.strata} strata"
        what = f"shares in %; {turned.ahead}: ahead in {strata} and pooled, behind as a whole"
        yield Source(table.source, (Figure(what, printed, tuple(shares)),))


def _rates(table: Stratified) -> Iterator[float]:
    """Yield the shares of a table, in per cent."""
    (dimension,) = measure_inclusion(table.outcomes()).dimensions
    yield from (100 * group.share.value.rate for group in dimension.groups if group.share.value)
    split = dimension.split.value if dimension.split else None
    for shares in split.strata.values() if split else ():
        yield from (100 * share.rate for share in shares.values())


def _pooled() -> Figure:
    """Pool the differences of two ages again."""
    (dimension,) = measure_inclusion(tables.DIABETES_PROGRAM.outcomes()).dimensions
    split = dimension.split.value if dimension.split else None
    pairs = [tuple(shares.values()) for shares in split.strata.values()] if split else []
    each = [first.rate - second.rate for first, second in pairs]
    pooled = float(pooled_difference([(first, second) for first, second in pairs]))
    return Figure("differences of two ages, and pooled (Mantel-Haenszel)", "0.034 0.036 0.035", (*each, pooled))


def different() -> tuple[Different, ...]:
    """Return what is not reproduced, what Purposebook says instead, and why."""
    few = variation_of(dated(BATCHES)).reasons
    split = measure_inclusion(tables.RADELET.outcomes()).dimensions[0].split
    equal = measure_inclusion(tables.SIMPSON.outcomes())
    wald = difference((56, 70), (48, 80)).value
    return (
        Different(
            "process limits of ten values",
            "NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2",
            "45.8159 55.8041",
            "; ".join(few),
            "Limits of so few points move with each new one.",
        ),
        Different(
            "death sentences in Florida, by race of the victim",
            "M. L. Radelet (1981), American Sociological Review 46",
            "a reversal",
            "; ".join(split.reasons) if split else "",
            "One stratum has nine people; groups of fewer than ten are not shown.",
        ),
        Different(
            "red and plain cards, dirty and clean",
            "E. H. Simpson (1951), JRSS B 13",
            "an association that vanishes",
            f"{len(equal.reversals)} reversals",
            "As a whole both are equal: nothing turns round. Strata of fewer than ten cards are not shown either.",
        ),
        Different(
            "Wald's interval of 56/70 − 48/80",
            "textbooks of statistics",
            "0.0575 0.3425",
            f"{wald.low:.4f} {wald.high:.4f}" if wald else "",
            "Newcombe's interval, which is right for few people and near 0 and 100 %, stands everywhere.",
        ),
        Different(
            "ends of the smoking ban's ratio",
            "J. L. Bernal and others (2017), as above",
            "0.839 0.933",
            "0.838 0.934",
            "Reports show Student's ends, a little wider, because the dispersion is estimated from 59 points.",
        ),
        Different(
            "icons of assurance",
            "NHS England, Making Data Count; the NHS-R community's package",
            "pass, fail",
            "hit-or-miss, where a point contradicts",
            "Our rule is stricter: no point may contradict the word.",
        ),
        Different(
            "figures of customers and retention",
            "P. S. Fader and B. G. S. Hardie, the CDNOW log",
            "2,357 customers, 6,919 purchases",
            "the same, in the tests",
            "The log is not part of this repository; the tests read it where it is at hand.",
        ),
    )
