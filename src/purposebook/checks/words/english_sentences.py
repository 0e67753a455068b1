"""The English words that tell what a sentence of a thing is: of an amount, of several, or of somebody."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.lists import SentenceWords

SENTENCES: Final = SentenceWords(
    no_end="a; an; the",
    after_done="by; in; before; on; at; with; for; to; into; from; and; or",
    no_sentence=r"\w{2,}ing",
    amounts="numbers?; totals?; counts?; rates?; shares?; percentages?; averages?",
    promised="will; shall; must; work; lists",
    kept="loads?; remains?; returns?; stays?; hits?; is; are",
    articles="the; our; all; each; every",
    several="all; every; both",
    none="zero; no",
    counted=r"""
    \d+\+? ([\w-]+ )?(demos?|talks?|posts?|workshops?|meetups?|articles?|webinars?|videos?|newsletters?|presentations?|
    episodes?|speaking engagements?|campaigns?|papers?)
    """,
    used=r"(is|are|was|were) (found|used|read|seen|bought|chosen|visited|trusted)",
    joined="and; &",
)
