"""Footprints from papers and reports, for F1."""

from __future__ import annotations

from typing import Any

from published.case import Case, Cases, case

BLOOM = "after Luccioni, Viguier and Ligozat, Estimating the Carbon Footprint of BLOOM"
PATTERSON = "after Patterson and others, Carbon Emissions and Large Neural Network Training: GPT-3"
SHIFT = "after the IEA's check of the Shift Project's number for streaming"
CARBON_TRUST = "after the Carbon Trust, Carbon Impact of Video Streaming"
SCI = "after the Green Software Foundation, Software Carbon Intensity"
GPUS: dict[str, Any] = {
    "name": "384 A100 GPUs",
    "energy": 433196,
    "intensity": 57,
    "embodied": 57600000,
    "reserved_time": 2820,
    "lifespan": 52560,
    "reserved": 1,
    "total": 1,
}
"""Energy, grid, 150 kg for each GPU and 1,082,990 hours over all are those of the paper; how long one lasts is ours."""
TRAINING: dict[str, Any] = {
    "boundary": "Training; neither idle servers nor use",
    "unit": "trained model",
    "amount": 1,
    "method": "GPU hours by the power of a GPU",
    "source": "The paper",
    "date": "2022-11-03",
    "components": [GPUS],
}
STREAMING: dict[str, Any] = {
    "boundary": "Data centres, networks, router and screen in Europe",
    "unit": "hour streamed",
    "amount": 1,
    "method": "The conventional approach of the paper",
    "source": "White paper of June 2021",
    "date": "2021-06-01",
    "stated": 55,
}
GPT: dict[str, Any] = {
    "unit": "trained model",
    "amount": 1,
    "method": "Measured power by training time",
    "source": "The paper",
    "date": "2021-04-21",
}


def footprint(source: str, said: str, fields: dict[str, Any], **more: Any) -> Case:
    """Show one footprint."""
    return case(source, said, responsibility={"footprint": fields | more})


FIRES: Cases = {
    "F1": (
        footprint(
            f"{PATTERSON}: electricity without the hardware, counted as if whole",
            "1287 MWh, and no machine",
            GPT,
            boundary="Training",
            components=[{"name": "V100 GPUs", "energy": 1287000, "intensity": 429}],
        ),
        footprint(
            f"{SHIFT}, set beside the Carbon Trust's: two methods",
            "Less than before",
            STREAMING,
            baseline=3200,
            baseline_method="Bytes by energy per byte",
        ),
        footprint(f"{SCI}: offsets do not count", "Nothing is left", TRAINING, offsets=24700000),
        footprint(f"{SCI}: a number without its unit", "So many grams", TRAINING, unit="", amount=None),
        footprint(f"{CARBON_TRUST}, as headlines cite it", "55 g", {"stated": 55}),
    ),
}
PASSES: Cases = {
    "F1": (
        footprint(BLOOM, "GPUs of the training", TRAINING),
        footprint(f"{BLOOM}, its total of 50.5 tonnes", "50.5 tonnes", TRAINING, components=[], stated=50500000),
        footprint(PATTERSON, "552 tonnes", GPT, boundary="Training, without the hardware", stated=552000000),
        footprint(CARBON_TRUST, "55 g an hour", STREAMING),
        footprint(
            f"{CARBON_TRUST}: one method for both; the baseline is ours",
            "Less than before",
            STREAMING,
            baseline=56,
            baseline_method="the conventional approach  of the paper",
        ),
    ),
}
