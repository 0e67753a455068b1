"""What French-speaking teams make, and whom they hire."""

from __future__ import annotations

from typing import Final

THINGS: Final = r"""
    applis?; applications?; portails?; plate ?formes?; plates formes; sites?; pages?; tableaux? de bord; outils?;
    (boîte|boite|caisse)s? à outils; systèmes?; logiciels?; progiciels?; produits?; prototypes?; mvp; poc; bêta; beta;
    pilotes?; démos?; démonstrateurs?; démonstrations?; maquettes?; versions?; modules?; composants?; librairies?;
    bibliothèques? de composants; extensions?; plug ?ins?; connecteurs?; intégrations?; api; apis; interfaces?; sdk;
    chat ?bots?; bots?; agents? conversationnels?; widgets?; formulaires?; éditeurs?; design systems?;
    charte graphique;
    chartes?; gabarits?; modèles?; trames?; documentations?; docs?; documents?; guides?; manuels?; tutoriels?; wikis?;
    faq; foires? aux questions; politiques?; procédures?; processus; workflows?; référentiels?; stratégies?;
    feuilles? de route; road ?maps?; plans?; programmes?; campagnes?; parcours; ateliers?; webinaires?; évènements?;
    événements?; conférences?; séminaires?; réunions?; newsletters?; lettres? d'information; articles?; rapports?;
    livrables?; études de cas; questionnaires?; enquêtes?; scripts?; pipelines?; infrastructures?; environnements?;
    serveurs?; bases? de données; bases? de connaissances?; schémas?; jeux? de données; dépôts?; code; codes? source;
    tests?; suites? de tests?; sauvegardes?; architectures?; algorithmes?; moteurs?; back ?ends?; front ?ends?;
    contrats?; conventions?; cahiers? des charges; fiches?; fiches? de poste; comités?; groupes? de travail;
    gouvernance; normes?; standards?; spécifications?; spécification; cartographies?; catalogues?; inventaires?;
    annuaires?; registres?; glossaires?; taxonomies?; vidéos?; podcasts?; logos?; identité visuelle; boutiques?;
    fonctionnalités?; simulateurs?; calculateurs?; annonces?; présentations?; supports?( de (communication|formation|
    cours|présentation))?; kits?; listes?; boutons?; écrans?; menus?; notifications?; alertes?; exports?; imports?;
    synchronisation; authentification; connexion; moteur de recherche; recherche avancée; filtres?; tunnels?;
    services?;
    téléservices?; solutions?; dispositifs?; socles?; cgus?; mentions légales; déclaration d'accessibilité; personas?;
    entretiens?; cgu; analytics; rencontres?; indicateurs?; kpis?; okrs?; règles?( métiers?)?; contenus?;
    formations?; cours en ligne; mooc; modules? de formation; supports? d'explication; ressources?; brochures?;
    dépliants?; plaquettes?; affiches?; flyers?; espaces? (personnel|client|membre|usager|adhérent|partenaire|pro)\w*;
    données; outillage; packs?; flux; webhooks?; (gestion|suivi) (des|de la|de l'|du); metadonnées; audits?;
    prestations?; cahier; projets?; produits?; crm; cms; seo; cartes?; statistiques?; recherche (par|avancée|
    multicritère); blogs?; boîtiers?; capteurs?; prototype v\d
"""
MATTER: Final = r"""
    données; erreurs?; mots? de passe; tickets?; fichiers?; images?; champs?; clés?; dépendances?; vulnérabilités?;
    bugs?;
    informations?; requêtes?; évènements?; événements?; liens?; décisions?; risques?; incidents?; anomalies?;
    résultats?;
    entrées?; transactions?; demandes? de fusion; logs?; journaux; secrets?; besoins?; rôles?; responsabilités?
"""
OF_STAFF: Final = r"recrut\w*; embauch\w*; engager; nommer; désigner; form(er|ation); intégrer"
