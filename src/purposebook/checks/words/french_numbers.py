"""The French words of numbers and dates, and of names that hold one."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.english_numbers import NUMBERED_PRODUCTS

_NUMBER: Final = r"""
    (deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|
    quatre vingts?|quatre vingt dix|cent)
""".strip()
_MONTH: Final = r"(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
DATES: Final = rf"""
    (un|une|{_NUMBER}) (centaines?|milliers?|millions?|milliards?|mille|douzaines?); {_NUMBER} (mille|millions?);
    une (dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine) (de|d'); {_NUMBER} sur {_NUMBER};
    (?<!les\s)(?<!ces\s)(?<!nos\s)(deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|trente|
    cinquante)( \w+)? \w+[sx](?!\w); (printemps|été|automne|hiver|rentrée) \d{{4}}; \d{{1,2}}er {_MONTH};
    la moitié (de|des|d'); pour cent; pourcents?; (\d{{1,2}} )?{_MONTH} \d{{1,4}}; \d{{1,2}} {_MONTH};
    {_NUMBER} (jours?|semaines?|mois|trimestres?|ans|années?|heures?|minutes?|secondes?|fois|pour cent); (en|d'ici|
    avant|fin|début|mi|jusqu'en|jusqu'à|depuis|pour|dès) (fin |début |mi )?{_MONTH}; (d'ici|avant|à) (à )?(la |
    l')?(fin|fin de) (de |du |d')?(la |l'|cette |ce )?(année|an|mois|trimestre|semestre|semaine); (cette|
    l') ?année( prochaine)?; cette décennie; l'an prochain; (ce|au|le) (mois|trimestre|semestre)( prochain)?; (d'ici|
    avant|au|en|fin|du|pour|jusqu'au|dès|ce|dès le|avant le|d'ici le|pour le|le) ?(au |fin |le )?(t[1-4]|q[1-4]|
    s[12]); (t[1-4]|q[1-4]|s[12]) '?\d{{2,4}}; \d{{4}} (t[1-4]|q[1-4]|s[12]); doubler; tripler; quadrupler;
    diviser par; multiplier par
"""
NUMBERED_NAMES: Final = rf"""
    {NUMBERED_PRODUCTS}; années?; niveaux?; types?; stades?; phases?; articles?; versions?; cycles?; classes?;
    catégories?; zones?; chapitres?; parties?; étapes?; modèles?; paliers?; titres?; annexes?; groupes?; titre;
    échelon; rubriques?; blocs?; lots?; axes?; pilier; tome; règlement; directive; sprint; vague; jalon
"""
PROGRAMMES: Final = r"""
    (plan|programme|loi|stratégie|agenda|feuille de route|budget|barème|label|édition|contrat|charte|schéma|
    relance)( (?!(en|à|d'ici|avant|pour|fin|dès|depuis|jusqu'en|sur|de|et) \d)(?!(en|d'ici|avant|dès|depuis|
    fin)(?!\w))[\w']+){0,4}; ^(objectif|horizon|vision|ambition|france|cap|destination|génération|europe)
"""
FIGURED_NAMES: Final = r"""
    1 \w+,? 1 \w+; (24 heures|24 ?h) (sur )?24; (7 jours|7 ?j) (sur )?7; top \d+ (owasp|des (failles|risques))
"""
MEASURED: Final = r"""
    nps; csat; ces; sus; mrr; arr; kpi; okr; roi; sla; slo; ca; dau; mau; wau; ctr; cac; ltv; dmos; score; note; taux
"""
