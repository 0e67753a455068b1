"""The French infinitives and nouns that look like making and tell of what changes."""

from __future__ import annotations

from typing import Final

OUTCOMES: Final = r"""
    (nombre|chiffre|notre|votre|entre|autre|contre|offre|outre|guère|encore|hier|premier|dernier|premiere|derniere|
    membre|maitre|lettre|titre|cadre|centre|améliorer|optimiser|augmenter|réduire|diminuer|accroître|renforcer|
    simplifier|accélérer|fluidifier|faciliter|rendre|éviter|limiter|baisser|doubler|tripler|diviser|multiplier|
    atteindre|devenir|être|maintenir|garantir|assurer|gagner|perdre|générer|attirer|fidéliser|favoriser|encourager|
    lutter|éliminer|aider|découvrir|apprendre|comprendre|accéder|utiliser|trouver|retrouver|consulter|vendre|payer|
    recevoir|recourir|vivre|connaître|savoir|vouloir|devoir|voir|choisir|préférer|adopter|aimer|parler|lire|
    reconnaître|inspirer|motiver|stimuler|libérer|optimiser|rentabiliser|booster|dynamiser|conquérir|dépasser|
    tripler|réussir|inciter|sensibiliser|soutenir|accompagner|animer|analyser|étudier|explorer|évaluer|identifier|
    observer|participer|contribuer|partager|échanger|réfléchir|suivre|piloter|surveiller|mesurer|promouvoir|
    valoriser|développer|naviguer|demander|remplir|compléter|permettre|respecter|protéger|préserver|
    conserver|économiser|amortir|viser|tendre|rester|continuer|faire|rencontrer|servir|figurer|pérenniser|signer|
    opérer|
    gérer|administrer|exploiter|maîtriser|placer|intéresser)
""".strip()
"""Infinitives of what changes or of work, and nouns that end like one."""
OUTCOME_NOUNS: Final = r"""
    (augmentation|réduction|diminution|amélioration|optimisation|satisfaction|utilisation|adoption|évolution|
    fréquentation|consultation|participation|progression|fidélisation|rétention|conversion|perception|compréhension|
    appropriation|accroissement|renforcement|engagement|pourcentage|accélération|simplification|fluidification|
    adhésion|mobilisation|confrontation|identification|évaluation|exploration|expérimentation|animation|
    accompagnement|optimisations|partage|fonctionnement|chargement|rendement|paiement|traitement|abandon|passage|
    avantage|usage|chômage|village|visionnage|comportement|changement|apparition|élimination|disparition|prévention|
    protection|préservation|motivation|information|communication|coordination|observation|question|situation|action|
    position|condition|proportion|fraction|moment|élément|visibilité|environnement|logement|document|argument|
    ralentissement|vieillissement|développement|maintien|relation|dimension|version|mission|vision|décision|session|
    exposition|solution|notion|option|section|portion|page|image|message|étage|stage|personnage|langage)s?
""".strip()
"""Nouns that end like one of making and are none."""
GRADED: Final = r"""
    ([\w'-]+ ){0,12}(rapidement|plus (vite|facilement|rapidement)|mieux|en moins|sans)(?!\w)|(facilement )?(trouver|
    comprendre|se|s'|consacrer|choisir|vivre|être|avoir|faire|gagner|prendre|devenir|réussir|identifier|
    vendre)(?!\w)
""".strip()
"""What follows `peut` where people do it more or less, or better."""
