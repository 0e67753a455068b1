"""Every rule, in one place: findings, rule pages and tests come from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from purposebook.checks.accessibility_rules import ACCESSIBILITY_RULES
from purposebook.checks.alternative_rules import ALTERNATIVE_RULES
from purposebook.checks.hypothesis_rules import HYPOTHESIS_RULES
from purposebook.checks.impact_rules import IMPACT_RULES
from purposebook.checks.key_result_rules import WORDING_RULES
from purposebook.checks.metric_rules import DEFINITION_RULES
from purposebook.checks.mission_rules import MISSION_RULES
from purposebook.checks.need_rules import NEED_RULES
from purposebook.checks.objective_rules import OBJECTIVE_RULES
from purposebook.checks.opportunity_rules import OPPORTUNITY_RULES
from purposebook.checks.persona_rules import PERSONA_RULES
from purposebook.checks.plausible_rules import PLAUSIBLE_RULES
from purposebook.checks.reference_rules import REFERENCE_RULES
from purposebook.checks.responsibility_rules import RESPONSIBILITY_RULES
from purposebook.checks.review_rules import REVIEW_RULES
from purposebook.checks.ripple_rules import RIPPLE_RULES
from purposebook.checks.rule import Rule
from purposebook.checks.strategy_rules import STRATEGY_RULES
from purposebook.checks.work_rules import WORK_RULES

RULES: Final[tuple[Rule, ...]] = (
    *MISSION_RULES,
    *RIPPLE_RULES,
    *ALTERNATIVE_RULES,
    *OBJECTIVE_RULES,
    DEFINITION_RULES[0],
    *WORDING_RULES,
    *DEFINITION_RULES[1:],
    *IMPACT_RULES,
    PLAUSIBLE_RULES[0],
    *PERSONA_RULES,
    *NEED_RULES,
    *STRATEGY_RULES,
    *OPPORTUNITY_RULES,
    *WORK_RULES,
    *HYPOTHESIS_RULES,
    *RESPONSIBILITY_RULES,
    *ACCESSIBILITY_RULES,
    *REVIEW_RULES,
    *REFERENCE_RULES,
    PLAUSIBLE_RULES[1],
)
"""In the order in which a workbook is written."""
BY_ID: Final[Mapping[str, Rule]] = MappingProxyType({rule.id: rule for rule in RULES})
"""Each rule by its id."""
