"""The French words of rank, of praise and of supply in a mission."""

from __future__ import annotations

from typing import Final

_OFFERING: Final = r"""
    (entreprise|fournisseur|plateforme|plate forme|produit|service|solution|outil|appli|application|logiciel|marque|
    équipe|acteur|partenaire|agence|système|site|expérience|qualité)
""".strip()
RANKS: Final = rf"""
    leaders? (mondial|européen|français|national|incontesté|du marché|du secteur|de|des|du|sur|en|dans)\w*; (le|la|un|
    une|les) leaders?; (position de )?leadership; numéro (un|1)( (mondial|européen|français|du|de|des|sur|en)\w*)?;
    n ?°1; n°1; #1; (le|la) meilleure? ~{_OFFERING}; (être|devenir|rester) (le|la|les) (meilleure?s?|plus (grande?|
    grands|grandes|gros|grosse)|première?); (être|devenir|rester) (le|la|les) \w+ (le|la|les) plus \w+;
    meilleure?s? (du|de la|au) (monde|marché|secteur|pays|classe|europe); de classe mondiale; (de |au )?(rang|
    niveau) (mondial|mondiaux|international|internationaux)(?! (de|du|des)(?!\w));
    plus grandes références (internationales|mondiales); plus hauts standards; inégalée?s?; inégalables?; sans égale?;
    (acteur|partenaire|leader|adresse|entreprise|marque|plateforme|référence|être|devenir) incontournables?;
    de premier (plan|ordre|rang); la référence(?! (du|de la|des) (dossier|document|produit|demande|parcelle)s?(?!\w));
    (une|comme|de) référence (mondiale|européenne|nationale|incontournable|du|de|dans|en); (une|la) référence \w+(ale|
    aine|ienne|oise|aise|ique|phone|ente?); quotidien référent; (partenaires?|marques?|acteurs?|entreprises?|
    plateforme|cabinet|agence|maison) de référence; (le|la) plus (grande?|innovante?|avancée?|fiable|
    complète?) ~{_OFFERING}; pionnier (mondial|du|de|incontesté); haut de gamme; (maison|
    marque) (de mode )?(\w+ )?de prestige
"""
_DOERS: Final = "".join(
    rf"(?<!{noun}\s)"
    for noun in (
        *("entreprises", "entreprise", "projets", "projet", "startups", "start-ups", "pme", "tpe", "sociétés"),
        *("pratiques", "initiatives", "acteurs", "idées", "achats", "achat", "filières"),
    )
)
"""Somebody other than the team may well be innovative."""
BUZZ: Final = rf"""
    {_DOERS}innovante?s?; novatrice?s?; novateurs?; disruptif; disruptifs; disruptives?; révolutionnaires?;
    révolutionner; à la pointe; (technologies?|solutions?|outils?|équipements?|expertise|savoir faire|
    services?) de pointe; dernier cri; nouvelle génération; sans couture; holistiques?; synergies?; scalables?;
    (solutions?|outils?|plateformes?|infrastructures?) robustes?; excellence opérationnelle; d'exception;
    (expériences?|services?|qualité|accompagnement|soins|produits?|offre|cadre)( \w+)? exceptionnel(le)?s?;
    (expériences?|services?|qualité|performance) optimale?s?; à (forte )?valeur ajoutée; de (haute|
    grande|très haute) qualité; (solutions?|outils?|services?|plateformes?|et) performante?s?; expérience ultime;
    (opportunités?|expériences?|qualité) sans précédent; incroyables?; extraordinaires?; irréprochables?; (services?|
    accompagnement|support) proactifs?; (expériences?|moments?)( client)? (unique|inoubliable|mémorable|inégalée?)s?;
    (parcours|expérience|navigation|interface|service)( [\w']+){{0,6}} fluides?; centrée?s? (client|utilisateur);
    changer la donne; paradigmes?; transformante?s?; unique en son genre; écosystème de (solutions|services|produits)
"""
_GIVE: Final = r"(fournir|proposer|offrir|permettre|livrer|apporter|donner|mettre à (la )?disposition)"
SUPPLY_VERBS: Final = r"""
    fourni(r|t|ssons|ssent|ssant); propos(er|e|ons|ent|ant); off(rir|re|rons|rent|rant); perme(ttre|t|ttons|ttent|
    ttant); livr(er|ons|ant); apporter; apportons; donner; donnons; mettre à (la )?disposition; mettons à disposition
"""
SUPPLIERS: Final = rf"""
    ([^\s-]+ ){{0,10}}(a|ont|avons|ayant) pour (mission|but|objet|objectif|vocation|ambition) (de |d')(vous |leur |
    lui )?{_GIVE}; ([^\s-]+ ){{0,6}}(mission|ambition|vision|but|objectif|raison d'être)( (?!(de|
    d')\W)[^\s-]+){{0,3}} ? (est|:) (de |d')?(vous |leur |lui )?{_GIVE}; ([^\s-]+ ){{0,3}}sommes là pour (vous |
    leur )?{_GIVE}
"""
"""How a mission opens whose main verb is one of supply, with this verb as its last word."""
