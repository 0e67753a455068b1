"""The French words of objectives and metrics."""

from __future__ import annotations

from typing import Final

BEHAVIOUR: Final = r"""
    pour que; afin que; qui; dont; de sorte que; si bien que; utilisée?s? par; lue?s? par;
    (utilisateurs|clients|élèves|enseignants|personnes|auteurs|usagers) (peuvent|utilisent|trouvent|reviennent|
    choisissent|terminent|publient)
"""
RATES: Final = r"""
    par; taux; ratio; part; parts; pourcentage; pour cent; proportion; fraction; moyenne?s?; médiane?; fréquence;
    sur (dix|cent|\d+); de \S{1,20} à; en moins de; chaque; rétention; conversion; attrition; nps; csat; score;
    indice; quotient
"""
QUANTITIES: Final = r"""
    (\w+ ){0,2}(taux|délais?|durées?|temps|coûts?|erreurs?|fréquence|qualité)
"""
ACTIVITIES: Final = r"""
    aider; consulter; analyser; participer; accompagner; assister; contribuer; soutenir; échanger; étudier;
    explorer;
    discuter; collaborer; coordonner; réfléchir; animer; évaluer; suivre; sensibiliser; conseiller;
    travailler (sur|avec); continuer (à|de); (participation|contribution) (à|au|aux); accompagnement (de|des|du);
    (analyse|étude|consultation) (de|des|du|d'); s'efforcer de; essayer de; expérimenter; identifier; partager;
    observer;
    promouvoir; rencontrer; veiller (à|au|aux); réfléchir (à|au|aux|sur); piloter;
    (identification|expérimentations?|optimisation|animation|exploration|sensibilisation|évaluation|accompagnement)
    ((et|ou) \w+ )?(de|des|du|d'|in situ|seo); tests? (utilisateurs?|usagers?|d'\w+|unitaires?|de \w+)
"""
ACTIVITY_NOUNS: Final = ""
ACTIVITY_VERBS: Final = r"\w+(er|ir|re)( (sur|avec|à|de))?"
MILESTONES: Final = r"oui non; oui ou non"
YES_NO: Final = r"""
    oui ?/ ?non; oui ou non; fait; o/n; booléen; binaire; jalons?; vrai ?/ ?faux; fait ou non
"""
VANITY: Final = r"""
    pages? vues; vues; (visites|visiteurs)( (du|de|sur le|uniques|site)\w*){0,3}; trafic(?! (illicite|routier|
    aérien|
    ferroviaire|maritime|urbain|de|d'|des)(?!\w)); impressions;
    téléchargements?; installations( de l'appli(cation)?)?; abonnée?s?; followers?; j'aime; likes?;
    (utilisateurs?|utilisatrices|comptes|membres|clients) (inscrits?|enregistrés?|créés?); inscriptions; inscrits;
    comptes(?! (rendus?|publics?|annuels?|sociaux|de|du|des)(?!\w));
    (nombre )?total (de |d'|des )(\w+ )?(utilisateurs|clients|membres|cours|comptes|vues|visites|inscrits|
    inscriptions|téléchargements|leçons|messages|élèves|enseignants); cumul (de|des|du) \w+; \w+ cumulée?s?;
    nombre (d'|de )(utilisateurs|inscrits|abonnés|téléchargements|visiteurs|comptes|membres); audience (du site|
    du blog|web|totale|cumulée); portée (des? |organique|totale|sociale);
    nombre (total )?(de |d')?clics; retombées presse; étoiles? github; (projets?|comptes?|profils?|paiements?|
    candidatures?) (créés?|générée?s?)
"""
ENGAGEMENT: Final = r"""
    engagement; temps passé; durée des? sessions?; (sessions|visites|connexions|messages|clics|minutes|heures) par;
    utilisateurs actifs( (quotidiens|hebdomadaires|mensuels))?; taux (d'ouverture|de clics?); temps d'écran;
    assiduité
"""
SPEED: Final = r"""
    vitesse; vélocité; rapidité; délais?( (de|d'|moyen|entre)\w*)?;
    temps (de|d')(réponse|traitement|attente|chargement|livraison|résolution|cycle| \w+); latence; cadence; débit;
    fréquence (des?|de) (déploiements?|livraisons?); (jours|heures|minutes|secondes) (pour|avant|entre)
"""
REVENUE: Final = r"""
    chiffre d'affaires; revenus?; recettes; ventes; marges?; bénéfices?; mrr; arr; panier moyen; clients payants;
    abonnements vendus; commandes; profits?; rentabilité
"""
