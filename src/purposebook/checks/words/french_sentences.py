"""The French words that tell what a sentence of a thing is: of an amount, of several, or of somebody."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.lists import SentenceWords

SENTENCES: Final = SentenceWords(
    no_end="un; une; le; la; les; des",
    after_done="d'ici; avant; avec; en; fin; pour; par; au; à; dans; sur; et",
    no_participle=r"[\w ]*(équipe|code|programme)s?",
    plural_form=r"\w*[^mr]é?e?s",
    amounts="nombres?; totals?; taux; parts?; moyennes?; délais?; durées?; coûts?",
    kept="est; sont; reste; restent",
    articles="un; une; le; la; l'; les; nos; notre",
    several="tous; toutes; l'ensemble",
    somebody=r"""
    (?!(serv|mot|ordinat|édit|compt|simulat|calculat|indicat|connect|générat|lect|sect|navigat|val|err|coul|haut|longu|
    contr)eurs?(?!\w))\w+(eur|euse|iste|trice)s?; pme; gérants?; restaurants?; commerçants?; étudiants?; enseignants?;
    habitants?; apprenants?; patients?; entreprises?; associations?; objectifs?
    """,
    none="zéro; aucune?; sans",
    counted=r"""
    \d+\+? ([\w-]+ )?(posts?|articles?|vidéos?|newsletters?|ateliers?|webinaires?|billets?|rapports?|brevets?|réunions?|
    campagnes?|présentations?)
    """,
    joined="et; &",
)
