"""What French-speaking teams make, and whom they hire."""

from __future__ import annotations

from typing import Final

THINGS: Final = r"""
    applis?; applications?; portails?; plate ?formes?; plates formes; sites?; pages?; tableaux? de bord; outils?;
    (boîte|boite|caisse)s? à outils; systèmes?; logiciels?; progiciels?; produits?; prototypes?; mvp; poc; bêta;
    beta;
    pilotes?; démos?; démonstrateurs?; démonstrations?; maquettes?; versions?; modules?; composants?; librairies?;
    bibliothèques? de composants; extensions?; plug ?ins?; connecteurs?; intégrations?; api; apis; interfaces?; sdk;
    chat ?bots?; bots?; agents? conversationnels?; widgets?; formulaires?; éditeurs?; design systems?;
    charte graphique;
    chartes?; gabarits?; modèles?; trames?; documentations?; docs?; documents?; guides?; manuels?; tutoriels?;
    wikis?;
    faq; foires? aux questions; politiques?; procédures?; processus; workflows?; référentiels?; stratégies?;
    feuilles? de route; road ?maps?; plans?; programmes?; campagnes?; parcours; ateliers?; webinaires?; évènements?;
    événements?; conférences?; séminaires?; réunions?; newsletters?; lettres? d'information; articles?; rapports?;
    livrables?; études de cas; questionnaires?; enquêtes?; scripts?; pipelines?; infrastructures?; environnements?;
    serveurs?; bases? de données; bases? de connaissances?; schémas?; jeux? de données; dépôts?; code;
    codes? source;
    tests?; suites? de tests?; sauvegardes?; architectures?; algorithmes?; moteurs?; back ?ends?; front ?ends?;
    contrats?; conventions?; cahiers? des charges; fiches?; fiches? de poste; comités?; groupes? de travail;
    gouvernance; normes?; standards?; spécifications?; spécification; cartographies?; catalogues?; inventaires?;
    annuaires?; registres?; glossaires?; taxonomies?; vidéos?; podcasts?; logos?; identité visuelle; boutiques?;
    fonctionnalités?; simulateurs?; calculateurs?; annonces?; présentations?; supports?( de (communication|
    formation|
    cours|présentation))?; kits?; listes?; boutons?; écrans?; menus?; notifications?; alertes?; exports?; imports?;
    synchronisation; authentification; connexion; moteur de recherche; recherche avancée; filtres?; tunnels?;
    services?;
    téléservices?; solutions?; dispositifs?; socles?; cgus?; mentions légales; déclaration d'accessibilité;
    personas?;
    entretiens?; cgu; analytics; rencontres?; indicateurs?; kpis?; okrs?; règles?( métiers?)?; contenus?;
    formations?; cours en ligne; mooc; modules? de formation; supports? d'explication; ressources?; brochures?;
    dépliants?; plaquettes?; affiches?; flyers?; espaces? (personnel|client|membre|usager|adhérent|partenaire|
    pro)\w*;
    données; outillage; packs?; flux; webhooks?; (gestion|suivi) (des|de la|de l'|du); metadonnées; audits?;
    prestations?; cahier; projets?; produits?; crm; cms; seo; cartes?; statistiques?; recherche (par|avancée|
    multicritère); blogs?; boîtiers?; capteurs?; prototype v\d
    ; dashboards?; setups?; contrôleurs?; cycles? (de|jour); readme; migrations?; triggers?; types?;
    micro ?services?; builds?; mvp \w+;
    e ?learning; audio; vidéo; claviers?; design; backlog; sprints?; interfaces? \w+; hamburger; sidebar; tiroirs?;
    onglets?; modales?; fenêtres?; pop ?ups?; popups?; en ?têtes?; pieds? de page; bandeaux?; zones?;
    messages? d'\w+;
    accès (rapide|direct|sécurisé|mobile|hors); salons?; upload; téléchargement; géolocalisation;
    traduction automatique;
    mode (sombre|hors ligne|hors connexion|nuit|\w+); thèmes?; gestion \w+; gestionnaires? de \w+;
    suivi( \w+)? (de|des|du|d'); historiques?; journal; journaux; files? d'attente; caches?; webhooks?; routes?;
    endpoints?; classes?; méthodes?; fonctions?; requêtes?; tables?; vues?; index; clusters?; conteneurs?;
    images? docker;
    instances?; machines? virtuelles?; vms?; proxy; vpn; pare feu; réseaux?; wifi; imprimantes?; tablettes?;
    matériels?;
    équipements?; locaux; salles?; bâtiments?; laboratoires?; bornes?; panneaux?; mobilier; véhicules?; robots?;
    intranet; extranet; chaîne \w+; canaux; canal \w+; lettre d'\w+; communiqués?; dossiers? (de|d')\w*;
    partenariats?( \w+)? (avec|stratégiques?); conventions?; accords? (cadre|de)\w*; labels?; protocoles?;
    lexiques?;
    ontologies?; vocabulaires?; nomenclatures?; grilles?( de| d')?; matrices?; organigrammes?; calendriers?;
    agendas?;
    plannings?; budgets?; devis; factures?; business ?plan; pitch( deck)?; dossiers?; mémoires?; thèses?;
    rapport \w+;
    comptes? rendus?; bilans?; diagnostics?; états? des lieux; état de l'art; benchmarks?; études?( de| d')?;
    analyses? (comparatives?|d'|de)\w*; revues? (de|d')\w*; brevets?; publications?; ouvrages?; livres?; ebooks?;
    livres? blancs?; jeux?( vidéo)?; niveaux de jeu; personnages?; animations? \w+; assets?; sprites?; textures?;
    menus?; illustrations?; photos?; bannières?; landing ?pages?; pages? d'\w+; newsletters?; emailings?; chaînes?;
    stand; stands; salons? (professionnels?)?; soirées?; portes ouvertes; hackathons?; meetups?; challenges?;
    concours;
    recettes?; mises? à jour; correctifs?; patch(s|es)?; sécurité rls; couches?; briques?; noyau;
    cœur de \w+;
    messagerie; paiements? (en ligne|mobile|sécurisé)\w*; réservations? en ligne; facturation; support( \w+)? (de|
    du|des|d');
    support (mobile|multilingue|technique); prise de rendez vous; signature électronique; chat; forum; profils?;
    comptes? (utilisateur|client)s?; avis clients?; fil d'\w+; internationalisation; localisation; ci/cd; docker;
    monitoring; journalisation; chiffrement; pagination; tri; filtrage; impression; multilingue; mise en page;
    panier; e ?mails?; effets? sonores?; musiques?; sons?; bandes? son; voix off; pistes? \w+; graphes?; nœuds;
    lettres?; exemples?; places? de marché; suivi; quiz; sitemaps?; pdf; sections?; plugiciels?; directives?;
    rendu; mode \w+; propriétés?; champs?;
    cases à cocher; tableaux?; listes? déroulantes?; accordéons?; barres? (de|d')\w*; chapitres?;
    wizards?; features?; alerting; logging; runbooks?; playbooks?; templates?; frontends?; backends?; repositor(y|
    ies);
    repos?; settings; layouts?; checklists?; release notes; releases?; deploiements?; tooltips?; sliders?; charts?;
    graphiques?; courbes?; diagrammes?; cartes? interactives?; schémas?; visualisations?; reporting; tracking;
    scoring;
    assistants?; agents? (ia|intelligents?|autonomes?); intelligence artificielle; ia \w+; modules? \w+; plateau;
    salons
"""
MATTER: Final = r"""
    données; erreurs?; mots? de passe; tickets?; fichiers?; images?; champs?; clés?; dépendances?; vulnérabilités?;
    bugs?;
    informations?; requêtes?; évènements?; événements?; liens?; décisions?; risques?; incidents?; anomalies?;
    résultats?;
    entrées?; transactions?; demandes? de fusion; logs?; journaux; secrets?; besoins?; rôles?; responsabilités?
"""
OF_STAFF: Final = r"recrut\w*; embauch\w*; engager; nommer; désigner; intégrer"
