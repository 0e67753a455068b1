"""Values -> numbers with intervals, or the reasons why there are none."""

from purposebook.measures.metric import MetricMeasures
from purposebook.measures.objective import ObjectiveMeasures
from purposebook.measures.product import ProductMeasures, measure
from purposebook.measures.series import Point, SegmentLatest
from purposebook.measures.variation import SIGNAL_WORDS, Limits, Phase, Signal

__all__ = [
    "SIGNAL_WORDS",
    "Limits",
    "MetricMeasures",
    "ObjectiveMeasures",
    "Phase",
    "Point",
    "ProductMeasures",
    "SegmentLatest",
    "Signal",
    "measure",
]
