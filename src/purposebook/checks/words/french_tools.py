"""The French words of technologies, and of tools that a mission may list as its solution."""

from __future__ import annotations

from typing import Final

TECHNOLOGIES: Final = r"""
    applis?; applications? (mobiles?|web|numériques?|en ligne); (une |notre |nos |l')applications?(?! (du (droit|code|
    règlement)|de la (loi|réforme|réglementation|directive)|des (lois|règles|textes|mesures|normes|décisions|
    peines))); sites? (web|internet); portails?; plate ?formes?; plates formes;
    (?<!développement\s)(?<!du\s)logiciels?(?! libres?(?!\w)); progiciels?; saas; tableaux? de bord; chat ?bots?;
    agents? conversationnels?; apis?; extensions? (chrome|de navigateur); bases? de données; algorithmes?;
    block ?chain; crypto ?monnaies?; (?<!ère\sde\sl')(?<!monde\sde\sl')i\.?a\.?; applications de (mobilité|santé|
    gestion|livraison); intelligence artificielle; apprentissage automatique; apprentissage profond;
    modèles? de langage; big data; le cloud; l'informatique en nuage; internet des objets; réalité (virtuelle|
    augmentée); métavers; drones?; capteurs?; montres? connectées?; objets? connectés?; qr codes?; codes? qr;
    moteurs? de (recherche|recommandation); outils? (numériques?|en ligne|digital|digitaux|informatiques?); (un|notre|
    cet) outil; solutions? (numériques?|logicielles?|digitales?|technologiques?|en ligne|informatiques?);
    guichet unique; (grâce (à|aux)|par|via|avec|notre|nos) (la |les )?(nouvelles? )?technologies?; places? de marché
"""
_FOR: Final = r"""
    (gestion|suivi|pilotage|calcul|aide|visualisation|simulation|cartographie|planification|signalement|recherche|
    partage|collecte|diagnostic|mesure|recensement|saisie|traçabilité|communication|supervision|détection|réservation|
    consultation|dématérialisation|traitement|analyse|mise en relation|évaluation|veille|rédaction|publication|prise)
""".strip()
_LISTED: Final = r"""
    (scripts?|notebooks?|bibliothèques? (de code|logicielles?)|tutoriels?|dépôts?|outils?|tableurs?|simulateurs?|
    tableaux? de bord|jeux de données|extensions?|gabarits?|api)
""".strip()
"""What is a tool beside another one, and may have an ordinary sense alone."""
_BUILDS: Final = r"""
    (créez|créer|créons|refonte|refondre|lancer|concevoir|développer|développons|construire|éditer|publier|
    mettre en ligne|offrir|proposer|fournir|bâtir|héberger)
""".strip()
TOOLS: Final = rf"""
    tableurs?; (fichiers?|classeurs?|tableaux?) excel; excel; feuilles? de calcul; simulateurs?; calculateurs?;
    calculettes?; github; gitlab; serveurs? discord; langages? (php|python|java); framagit; codeberg; dépôts? git;
    forges? logicielles?; scripts? (python|r|sql|shell|bash|partagés?|de \w+); jupyter; notebooks?; carnets? (jupyter|
    de code|exécutables?); python; {_LISTED},? (et |ou )?(des |de |d'|les )?{_LISTED}; {_BUILDS} (\w+ )?(un |une |le |
    la |du |de |des |d'un |d'une |vos |votre |son |ses |nos )?(sites?|pages?)( (web|internet|aux|pour|des|de la|du|
    dédiée?s?|vitrines?)|$); pages? web; serveurs? (d'authentification|web|informatiques?|de (données|calcul|fichiers|
    messagerie)); messageries? (instantanées?|sécurisées?|électroniques?|tchap); téléconsultations?; (l'|un |cet |
    notre |d'un |^)outils? (de(?! (travail|production))|d'aide|qui|pour|permettant|dédié); outils? (de |d'|pour (le |
    la |l')?){_FOR}; ^outils?; ^(la|une|notre) solution; solutions? (de |d'){_FOR}; (assistants?|agents?) (ia|
    virtuels?|numériques?|conversationnels?|vocal|vocaux|intelligents?); robots?; espaces? (de stockage|numériques?|
    en ligne); stockage (partagé|en ligne|numérique); (formulaires?|annuaires?|registres?|catalogues?|guichets?|
    espaces?) (en ligne|numériques?|dématérialisée?s?|web); (carte|cartographie) (interactive|en ligne|dynamique|web);
    coffres? forts? numériques?; signatures? électroniques?; télé ?services?; télé ?procédures?; ^(un |le |
    notre )?services? (public )?(numérique|en ligne); wikis?; intranet; extranet; par sms; code source; ^(une |l'|
    notre )?applications?(?! (de|du|des)(?!\w)); applications? (permettant|qui|android|ios|métiers?|libre|gratuite|
    smartphone|dédiée); systèmes? d'information; entrepôts? de données; (data ?visualisation|open source); chatgpt;
    (grâce à|par|avec) l'ia
"""
