"""product.yml: the only file that a product must have."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import StringConstraints

from purposebook.domain.base import Days, Line, Model, Name, RequiredLine, RequiredName, asked, listed
from purposebook.domain.visibility import Visibility

LINK_PATTERN: Final = r"""^(https?://|mailto:)[^\s<>"'`\\{}|^]+$"""
LANGUAGE_PATTERN: Final = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
RULE_PATTERN: Final = r"^[A-Z][0-9]{1,2}$"

Link = Annotated[str, StringConstraints(max_length=500, pattern=LINK_PATTERN)]
"""An http, https or mailto address."""
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN, max_length=35)]
"""A BCP 47 language tag."""


class NotUsed(Model):
    """Say that a framework is left out on purpose, and why."""

    framework: RequiredName = asked("Framework", "The framework or chapter that you leave out.", "heart")
    because: RequiredLine = asked("Because", "Why it does not help you now.", "Five users a month; we talk to each.")


class Ignored(Model):
    """Silence one rule with a reason that the report prints."""

    rule: Annotated[str, StringConstraints(pattern=RULE_PATTERN)] = asked("Rule", "Id of the rule.", "O1")
    where: Line = asked(
        "Where", "The item, as part/id or part/id/field; empty silences it everywhere.", "objectives/finish", default=""
    )
    because: RequiredLine = asked(
        "Because", "The reason; it is printed in the report.", "The number is our public promise."
    )


class Product(Model):
    """Introduce the product and say how its workbook is kept."""

    name: RequiredName = asked("Name", "What people call the product.", "CourseCraft")
    summary: Line = asked(
        "Summary", "One line that a stranger understands.", "A studio for a teacher's first online course", default=""
    )
    notice: Line = asked(
        "Notice",
        "What every reader has to know first; it stands under the name.",
        "A draft: the numbers of spring are not checked yet.",
        default="",
    )
    team: tuple[Name, ...] = listed("Team", "Roles; no names of persons are needed.", "Product manager")
    language: Language = asked("Language", "The language of your texts, as a BCP 47 tag.", "en", default="en")
    review_every: Days = asked(
        "Review every", "How often the team looks at this report again, in days.", "90d", default=90
    )
    links: dict[RequiredName, Link] = asked(
        "Links", "Addresses that readers may want.", {"website": "https://example.org"}, default={}, max_length=20
    )
    visibility: Visibility = asked(
        "Visibility",
        "public; noindex asks search engines to stay away; private is built into _private/ and never among the others.",
        "public",
        default="public",
    )
    not_used: tuple[NotUsed, ...] = listed("Not used", "Frameworks that you leave out, with the reason.")
    ignore: tuple[Ignored, ...] = listed("Silenced rules", "Rules that you have answered, with the reason.", most=200)
