"""Make the event log of the worked example: an illustration, drawn by lot so that it agrees with its observations.

What data/coursecraft says elsewhere holds here too: the weekly counts of `first-lesson-rate`, the 573 starters of
`funnel-q1`, the 396 colleagues of `welcome-answers`, the second courses, and each month's revenue with its authors.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from example_shares import Month, shares

PLACE: Final = "data/coursecraft/events.csv"
HEADER: Final = ("actor", "at", "event", "value", "channel", "invited_by")
END: Final = dt.date(2026, 10, 31)
HELP: Final = dt.date(2026, 7, 6)
"""From this Monday on editors cut."""
DAY: Final = dt.timedelta(days=1)
EARLIER: Final = 312
"""Authors of the time before the log; learners pay for the courses of all of them in its first month."""
STILL_OPEN: Final = ((dt.date(2026, 10, 19), 24, 45), (dt.date(2026, 10, 26), 22, 41))
"""Weeks whose two weeks were not over on the last day: Monday, first lessons to come in time, starters."""
SECOND: Final = (
    (dt.date(2025, 10, 1), 128, 31),
    (dt.date(2026, 1, 1), 133, 44),
    (dt.date(2026, 4, 1), 0, 50),
    (dt.date(2026, 7, 1), 0, 60),
)
"""Quarters: first day, how many published in it (0: as many as it comes to), how many of them begin a second course."""
OF_BEFORE: Final = 27
"""Second courses, up to March 2026, by those who had published before the log began."""
CHANNELS: Final = ("the newsletter", "the newsletter", "a search", "a search", "a course taken", "")
"""What is named by those whom no colleague brought; the empty one left the question out."""


@dataclass(frozen=True)
class Stretch:
    """Say how far the starters of some weeks get."""

    first: dt.date
    recorded: int
    lesson: int
    published: int
    by: dt.date
    """The last day on which one of them publishes."""
    gap: tuple[int, int]
    """Days from the first lesson to the course."""


STRETCHES: Final = (
    Stretch(dt.date(2025, 9, 1), 237, 79, 60, dt.date(2025, 12, 20), (14, 45)),
    Stretch(dt.date(2025, 10, 6), 561, 164, 143, dt.date(2026, 2, 16), (14, 45)),
    Stretch(dt.date(2026, 1, 5), 597, 193, 152, dt.date(2026, 6, 30), (14, 45)),
    Stretch(dt.date(2026, 4, 6), 594, 178, 152, dt.date(2026, 9, 4), (14, 45)),
    Stretch(HELP, 350, 297, 266, dt.date(2026, 9, 30), (4, 28)),
    Stretch(dt.date(2026, 8, 31), 406, 346, 309, dt.date(2026, 12, 24), (4, 28)),
)


@dataclass
class Author:
    """Hold the milestones of one author; none where it was not reached."""

    name: str = ""
    started: dt.date | None = None
    channel: str = ""
    recorded: dt.date | None = None
    lesson: dt.date | None = None
    published: dt.date | None = None
    second: dt.date | None = None


def log_text(root: Path) -> str:
    """Return the log as CSV, the same bytes every time."""
    with (root / "data/coursecraft/observations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["segment"]]
    lot = Random("coursecraft")  # noqa: S311 - an illustration, no secret
    weeks = [(dt.date.fromisoformat(day), *counts) for day, *counts in _counts(rows, "first-lesson-rate")]
    months = [Month(dt.date.fromisoformat(day), *counts) for day, *counts in _counts(rows, "revenue-per-author")]
    authors = _authors([*weeks, *STILL_OPEN], lot)
    made = [*_milestones(authors), *_invitations(authors, lot), *_shares(authors, months, lot)]
    kept = sorted((row for row in made if row[1] <= END.isoformat()), key=lambda row: (row[1], row))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *kept])
    return text.getvalue()


def _counts(rows: Iterable[dict[str, str]], metric: str) -> Iterator[tuple[str, int, int]]:
    """Yield day, numerator and denominator of a metric's observations."""
    for row in rows:
        if row["metric"] == metric:
            yield row["date"], int(row["numerator"]), int(row["denominator"])


def _authors(weeks: Sequence[tuple[dt.date, int, int]], lot: Random) -> list[Author]:
    """Let everybody start, get as far as the stretches say, and be called by a number drawn by lot."""
    found: list[Author] = []
    for stretch, after in zip(STRETCHES, [*(one.first for one in STRETCHES[1:]), END], strict=True):
        begun = [_week(*week, lot) for week in weeks if stretch.first <= week[0] < after]
        found += _go_on(stretch, [one for week in begun for one in week], lot)
    for first, last in ((dt.date.min, HELP), (HELP, dt.date(2026, 10, 5)), (dt.date(2026, 10, 5), END + DAY)):
        _name_channels([one for one in found if one.started and first <= one.started < last], lot)
    _second_courses(found, lot)
    earlier = [Author() for _ in range(EARLIER)]
    for one in earlier[:OF_BEFORE]:
        one.second = dt.date(2025, 9, 1) + lot.randrange(30, 200) * DAY
    everybody = [*earlier, *found]
    for one, number in zip(everybody, lot.sample(range(1, len(everybody) + 1), len(everybody)), strict=True):
        one.name = f"author-{number:04}"
    return everybody


def _week(monday: dt.date, in_time: int, starters: int, lot: Random) -> list[Author]:
    """Return the starters of a week; so many have a first lesson within 14 days, nobody else yet."""
    # the two weeks of whoever starts on Sunday 18 October end after the log
    days = {dt.date(2026, 10, 12): 6, dt.date(2026, 10, 26): 6}.get(monday, 7)
    begun = [Author(started=monday + lot.randrange(days) * DAY) for _ in range(starters)]
    for one in begun[:in_time]:
        one.lesson = _after(one.started, lot.randrange(4, 15))
    if monday == dt.date(2026, 6, 8):
        for one in begun[:7]:  # cut by hand, and finished by Friday
            one.started, one.lesson = monday, monday + lot.randrange(2, 5) * DAY
    return begun


def _go_on(stretch: Stretch, begun: list[Author], lot: Random) -> list[Author]:
    """Let starters record, finish a lesson after the 14 days, and publish, until the counts of the stretch are met."""
    without = [one for one in begun if not one.lesson]
    for one in lot.sample(without, stretch.lesson - len(begun) + len(without)):
        one.lesson = _after(one.started, lot.randrange(15, 29))
    finished = [one for one in begun if one.lesson]
    given_up = [one for one in begun if not one.lesson]
    for one in [*finished, *lot.sample(given_up, stretch.recorded - len(finished))]:
        longest = min(12, (one.lesson - one.started).days - 1) if one.lesson and one.started else 12
        one.recorded = _after(one.started, lot.randrange(longest))
    for one in lot.sample(finished, stretch.published):
        gap = min(lot.randrange(*stretch.gap), (stretch.by - (one.lesson or stretch.by)).days)
        one.published = _after(one.lesson, max(1, gap))
    return begun


def _after(day: dt.date | None, days: int) -> dt.date:
    """Return a day so many days after one that is there."""
    if day is None:
        raise ValueError("a milestone follows one that was reached")
    return day + days * DAY


def _name_channels(begun: list[Author], lot: Random) -> None:
    """Let two in three come through a colleague."""
    lot.shuffle(begun)
    for at, one in enumerate(begun):
        one.channel = "a colleague" if at < 2 * len(begun) // 3 else lot.choice(CHANNELS)


def _second_courses(found: Sequence[Author], lot: Random) -> None:
    """Let so many publish in each quarter, the latest a few days later where there are too many, and go on."""
    ends = [*(first for first, _, _ in SECOND[1:]), END]
    for (first, most, again), end in zip(SECOND, ends, strict=True):
        inside = [one for one in found if one.published and first <= one.published < end]
        inside.sort(key=lambda one: one.published or END)
        for one in inside[most:] if most else ():
            one.published = end + lot.randrange(9) * DAY
        for one in lot.sample(inside[:most] if most else inside, again):
            one.second = _after(one.published, lot.randrange(20, 181))


def _milestones(authors: Iterable[Author]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each milestone."""
    for one in authors:
        reached = (
            ("course_started", one.started),
            ("first_recording", one.recorded),
            ("first_lesson", one.lesson),
            ("course_published", one.published),
            ("second_course", one.second),
        )
        for event, day in reached:
            if day:
                yield _row(one.name, day, event, channel=one.channel if event == "course_started" else "")


def _invitations(authors: Sequence[Author], lot: Random) -> Iterator[tuple[str, ...]]:
    """Let three in ten whom a colleague brought have an invitation, and one to three others have it in vain."""
    for one in authors:
        if one.channel != "a colleague" or one.started is None or lot.randrange(10) > 2:
            continue
        sent = max(dt.date(2025, 9, 1), one.started - lot.randrange(1, 13) * DAY)
        hosts = [host for host in authors if not host.started or (host.published and host.published < sent)]
        host = lot.choice(hosts).name
        yield _row(one.name, one.started, "invite_accepted", invited_by=host)
        for _ in range(lot.randrange(2, 5)):
            yield _row(host, sent, "invite_sent")


def _shares(authors: Sequence[Author], months: Sequence[Month], lot: Random) -> Iterator[tuple[str, ...]]:
    """Yield what the courses of each author brought in, month by month."""
    published = {one.name: one.published or dt.date.min for one in authors if one.published or not one.started}
    for month, name, amount in shares(published, months, lot):
        yield _row(name, month.end, "share_paid", value=str(amount))


def _row(actor: str, at: dt.date, event: str, **cells: str) -> tuple[str, ...]:
    """Return one row of the log."""
    return actor, at.isoformat(), event, *(cells.get(name, "") for name in HEADER[3:])
