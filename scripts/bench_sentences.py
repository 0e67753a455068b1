"""Sentences with gaps, from which the texts of a made product are composed; `bench_voice` fills the gaps."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, ...]]] = {
    "summary": (
        "What {who} in {place} use to {does}.",
        "{name} helps {who} to {does}, first in {quarter}, then all over {place}.",
        "A small service beside {service} of {place}, so that {who} {does}.",
    ),
    "purpose": (
        "Whoever lives in {place} has {good}.",
        "Everybody between {quarter} and {quarter_2} in {place} has {good}.",
        "In {place} and the {few} villages around it, {good} does not depend on whom one knows.",
    ),
    "mission": (
        "{Who} in {place} {phrases}.",
        "In {place}, {who} {phrases}.",
        "From {quarter} to {quarter_2}, {place}'s {who} {phrases}.",
    ),
    "clause": ("{does} in {quarter} and {quarter_2}", "{does} around {place}", "{does} from {quarter} to {quarter_2}"),
    "tagline": (
        "{Good}, also in {quarter}, {place}.",
        "{name}: {good} before {day}.",
        "{place} has {good}. Come and see.",
    ),
    "value": (
        "{Who} in {place} save {minutes} minutes a week; {service} answers {some} questions fewer.",
        "{Good} for {who}, and {minutes} quiet minutes a day for those who work for {service} of {place}.",
    ),
    "vision": (
        "Nobody in {place} or the {few} villages around it goes without {good}.",
        "{Good} is as ordinary in {place} as water from the tap, in {quarter} too.",
        "People move to {place}, and {good} is one of their reasons.",
    ),
    "job": (
        "Offer {who} in {place} {low_answer}.",
        "{answer}, for {who}, first in {quarter} and {quarter_2}.",
        "Give {place} {low_answer}, {few} days a week.",
    ),
    "problem": (
        "{pain}; {share} of those whom we asked in {quarter} said so.",
        "{pain}. In {place} that happens on {few} days of a month.",
        "{Who} in {place} {before}, because {low_pain}.",
    ),
    "change": (
        "{Who} in {quarter} {does}, and {place} speaks of other things.",
        "In {place}, {who} {does} without thinking about it.",
        'Those in {place} who used to say "{quote}" now {does}.',
    ),
    "without_us": (
        "{Who} in {place} {before}, as they did in the {few} years before.",
        "{pain}, in {quarter} as in {quarter_2}, and {who} {before}.",
    ),
    "why_needed": (
        "{pain}. In {month} we counted {share} {crowd} in {place} to whom that had happened. What they say "
        "is: I want to "
        "{need}, so that {so_that}.",
        "{Who} in {place} {before}. It costs them {minutes} minutes each time, and {share} told us in "
        "{month} that they "
        "had stopped trying. {pain}.",
    ),
    "why_better": (
        "A notice in {quarter} reaches those who already come. We bring {low_answer}, and in {month} {share} "
        "{who} said that "
        "it was what they had missed.",
        "The telephone of {service} in {place} is free of charge and answers {few} hours a week. {answer} "
        "works on the other "
        "days too, for {who} first.",
    ),
    "how_found": (
        "By word of mouth: {share} of the {who} who came in {month} had heard of us in {quarter}.",
        "From a slip that {service} of {place} gives to everybody, and since {month} from {some} neighbours "
        "in {quarter}.",
        "At the stall in {quarter} on {day}s, where {some} people of {place} stopped in {month}.",
    ),
    "advantages": (
        "{Who} {does}; that saves {minutes} minutes each time. {place} gains {some} hours of work in a month "
        "that went into "
        "explaining.",
        "{answer}. {Who} in {quarter} plan their {day} with it, and {service} hears what is wrong {few} days earlier.",
    ),
    "market": (
        "{Who} in {place}, about {many} people, and {many_2} more in the villages; most of them in {quarter} "
        "and {quarter_2}.",
        "{place} has {many}{few_2} households. {Who} live in {some} of a hundred of them, the most in {quarter}.",
    ),
    "asset": (
        "{few_2} years of {doing} in {place}",
        "A list of {many} {crowd} in {quarter} who let us ring them",
        "The trust of those who work for {service} in {place}, won over {few_2} winters",
    ),
    "hard_to_copy": (
        "It left us {some} notebooks about {quarter} and {few} people in {place} who can read them.",
        "It came one {day} after the other; {place} remembers a broken promise for {few} years.",
        "Nobody in {place} sells it, and {few_2} years cannot be hired.",
    ),
    "alt_nothing": (
        "Go on as before in {quarter}, {place}",
        "Do nothing in {place} and wait for {month}",
        "Live with it, as {place} always has",
    ),
    "alt_neighbour": (
        "Ask somebody in {quarter}, {place}, who knows",
        "A neighbour from {place} with {minutes} minutes",
        "An aunt in {place} who does it for all",
    ),
    "alt_paper": (
        "A sheet of paper by the door in {quarter}, {place}",
        "A list on the wall in {place}, new every {day}",
        "The notice board of {place}",
    ),
    "alt_phone": ("Ring {service} in {place} on {day}", "The telephone, {few} hours a week, in {place}"),
    "strength": (
        "Costs {place} nothing, not even {few} minutes",
        "Everybody between {quarter} and {place} station knows it",
        "Has worked in {place} for {some} years",
        "One speaks with a person from {place}, on {day}s at least",
        "Nobody in {place} has to learn anything",
        "Quicker than we are, in {share} cases that we saw in {quarter}",
    ),
    "weakness": (
        "Ends where {quarter} ends, {minutes} minutes from the middle of {place}",
        "{pain}, on {few} days a month in {place}",
        "Fails in {month}, when all of {place} is away",
        "Helps {share}, and the others never come back to {quarter}",
        "Depends on {few} people in {quarter}, {place}",
    ),
    "statement": (
        "{Who} in {place} {does}.",
        "{Who} around {quarter} and {quarter_2} {does}.",
        "In {place} it is usual that {who} {does}.",
    ),
    "from": (
        "{before}, above all in {quarter} and {quarter_2}",
        "{before} when it is {day} in {place}",
        "{before}, as {place} is used to",
    ),
    "to": (
        "{does}, in {quarter} and {quarter_2} first",
        "{does}, on a {day} in {place} too",
        "{does}, and tell others in {place}",
    ),
    "why": (
        "{pain}. We watched it {few} times in {quarter} in {month}, and each time somebody turned away.",
        "Of {some_2} {who} who stopped in {month}, most had stopped here. Nothing else that we do in {place} "
        "helps before this does.",
        '"{quote}" We heard that, in other words, from {share} {crowd} in {place}, and it stands before '
        "everything else.",
    ),
    "characteristic": (
        "Most live in {quarter} or {quarter_2}, {some} years old or older",
        "Have {minutes} minutes on a usual {day} in {place}",
        "{share} in {quarter} use a telephone for such things",
        "Came to {place} {few_2} years ago, or were born there",
        "Know {few_2} others in {quarter}, {place}, to whom it happens",
        "Read what is short, and in {place} little in {month}",
    ),
    "goal": (
        "That {so_that}, in {place} and in {month} too",
        "To {does} without asking anybody in {quarter} or {quarter_2}",
        "To be done in {place} by {day}",
        "{Good}, within {minutes} minutes of {quarter}",
    ),
    "behaviour": (
        "{before}, {share} by our count in {quarter}",
        "Ask in {quarter} before they ask {service} of {place}",
        "Come from {quarter} on {day}, stay {minutes} minutes",
        "Write it on paper, the back of a bill from the waterworks of {place}",
    ),
    "pain": (
        "{pain}, say {share} in {quarter}",
        "{pain}: {minutes} minutes lost each time in {place}",
        "They {before}, {few} times since {month} in {place}, because {low_pain}",
    ),
    "desire": (
        "Somebody in {quarter}, {place}, who thinks of it for me on {day}",
        "One telephone number in {place}, and a person who answers within {few} rings",
        'To hear "done" in {place} before {minutes} minutes are over',
        "{answer}, in {quarter}, {place}, too",
    ),
    "motivation": (
        "Being one in {place} who can do it alone, after {few_2} years",
        "The {minutes} minutes on {day} in {quarter} that are left then",
        "What the family in {quarter}, {place}, says on {day}",
    ),
    "need": (
        "I need to {need}, in {place} as elsewhere, so that {so_that}.",
        "I need to {need}, in {quarter} and {quarter_2}, so that {so_that}.",
        "I need to {need}, within {minutes} minutes of {quarter}, so that {so_that}.",
    ),
    "met_by": (
        "{answer}, since {month} in {quarter}",
        "{answer}, in {quarter} and {quarter_2} for now",
        "{answer}, on {few} days a month in {place}",
    ),
    "message_pain": ("{pain}, in {quarter} and {quarter_2} at least.", '"{quote}" Does {place} know that?'),
    "message_value": (
        "{answer}. For {who} in {place}.",
        "{answer}: {minutes} minutes that stay yours, in {quarter} too.",
    ),
    "channel": (
        "The stall in {quarter}, {place}, on {day}s",
        "A slip at {service} of {place}",
        "The parish letter of {place} in {month}",
        "A neighbour in {quarter}, {place}",
    ),
    "overlooked": (
        "People in {quarter_2}, {place}, whom no bus reaches on {day}",
        "Those of the {who} in {place} who do not read",
        "Whoever in {quarter} or {quarter_2} cannot stand for {minutes} minutes",
        "{share} {crowd} in {place} who hear badly",
    ),
    "gives": (
        "{text}, since {month} in {place}",
        "{text}, for {quarter} in {place}",
        "{text}, {few} times a year in {place}",
    ),
    "note_interview": (
        "{few_2} {who} from {quarter}, {minutes} minutes each, at their kitchen table. We asked what they did last.",
        "Talks with {few_2} {who} in {place} in {month}, {few} of whom had stopped.",
    ),
    "note_survey": (
        "{share} {who} answered {few} questions on paper in {month}: what happened the last time?",
        "A sheet with {few} questions in {quarter}; {some} came back, {few_2} with a drawing.",
    ),
    "note_analytics": (
        "We counted for {few_2} weeks in {place}: {share} {crowd}. The rest had gone before.",
        "{many} entries of {month}, sorted by {day}. {some} of them came from {quarter}.",
    ),
    "note_support": (
        "All {many} messages of {month}, read in one sitting: {some} about this, {few} thanks.",
        "What {some} people from {quarter} wrote or said on the telephone in {month}.",
    ),
    "note_observation": (
        "A {day} in {quarter} with a notebook: {share} {crowd}, and {few_2} times the same sigh.",
        "Two of us stood in {quarter} for {minutes} minutes on {few} days in {month} and wrote down what people did.",
    ),
    "note_desk": (
        "The yearly report of {service} in {place}: {many} {crowd}, {some} pages, one table that matters.",
        "Minutes of {few_2} meetings in {quarter}, {place}, read for this one question.",
    ),
    "quote": (
        "{quote} And it was a {day}, {minutes} minutes past {few}, in {quarter}.",
        "{quote} Ask anybody in {quarter} or {quarter_2}.",
        "{quote} That was {few_2} weeks ago in {quarter}, {place}, and I still tell it.",
        "{quote} In {place} of all places.",
    ),
    "signal": (
        "{Who} in {place} {does}",
        "Without being asked, {who} between {quarter} and {quarter_2} in {place} {does}",
    ),
    "formula_share": (
        "{who} in {place} who {does} / all {who} whom we saw in {quarter}",
        "those of the {who} who {does} within {few_2} days / {who} of {place} who began",
    ),
    "formula_value": (
        "{low_name}, counted on {day} in {quarter}, {place}",
        "{low_name}, the middle of {few_2} counts in {place}",
    ),
    "source": (
        "Tally of {service} in {place}",
        "Count on {day}s in {quarter}, {place}",
        "The book that lies in {quarter}, {place}",
    ),
    "what": (
        "{answer}, from {quarter} to {quarter_2}",
        "{answer}, in {place} from {day} on",
        "{answer}, {few} days a week in {quarter}, {place}",
    ),
    "row": (
        "Feast in {quarter}, {place}: few came",
        "Counted by hand in {quarter} by {few} people from {place}",
        "{few} days of snow in {place}",
        "First weeks with help in {quarter}, {place}",
    ),
    "not_used": (
        "{few} people do this beside their work in {place}; one list of numbers is enough until {month}.",
        "We meet {who} every {day} in {quarter} and hear it from them.",
    ),
    "ignored": (
        "We talked about it in {month} with {few} from {quarter}, and keep it so.",
        "In {place} that word is what people say.",
    ),
    "dropped": (
        "In {month} we were sure that this was it. {share} {who} told us otherwise, in {quarter} and "
        "elsewhere; it stays here so "
        "that nobody has to have the idea again.",
    ),
}
"""Kind of text -> ways to say it."""
