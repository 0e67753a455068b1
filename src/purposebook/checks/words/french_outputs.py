"""The French words that tell what a team makes from what changes for people."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.forms import bases
from purposebook.checks.words.french_outcomes import GRADED, OUTCOME_NOUNS, OUTCOMES
from purposebook.checks.words.french_things import MATTER, OF_STAFF, THINGS
from purposebook.checks.words.french_verbs import LIKE_NOUNS, MADE, NOUN, VERBS
from purposebook.checks.words.lists import OutputWords

_LOOSE: Final = rf"""
    (?!({OUTCOMES}|prioriser|optimiser|faire|participer|promouvoir|valoriser|veiller|sensibiliser)(?!\w))
    \w+(er|ir|re|oir)( et \w+(er|ir|re|oir))?;
    (?!({OUTCOME_NOUNS}|corrections?|instauration)(?!\w))\w{{3,}}(tion|sion|age|ement)s?( \w+)? (de|du|des|d');
    développer; produire; permettre; avoir; disposer(, .{1, 30}?,)?; (offrir|fournir|proposer|apporter|
    donner)( (aux?|
    à la|à l'|à chaque) ?\w+)?; obtenir; valider; enrichir; améliorer (?=(la |les |le )?(documentations?|docs?|
    guides?|tests?)(?!\w)); compléter; tenir; animer;
    présenter; étendre; ouvrir; fournir; assurer; maintenir; envoyer; mettre;
    démarrer; initier; terminer; tester; sécuriser; sortir; monter; tourner; acheter; corriger; adapter;
    enregistrer;
    choisir; sélectionner; revoir; prévoir; planifier; passer;
    collecter; rassembler; adopter; accueillir
"""
"""Verbs that name an output only where a thing is their object."""
_INDEFINITE: Final = r"(?= (une?|des|de nouveaux|de nouvelles|\d+|deux|trois|quatre|cinq)(?!\w))"
_BE: Final = r"""
    (est|sont|était|étaient|a été|ont été|aura été|auront été|sera|seront|soit|soient|être|avoir été|
    serait)( (désormais|maintenant|entièrement|totalement|bien|aussi|également|automatiquement|déjà|régulièrement|
    enfin|
    correctement|pleinement|toujours|tous|toutes|publiquement))?
""".strip()
_STATES: Final = r"""
    (en ligne|en production|en place|en service|prête?s?|disponibles?|activ(e|es|é|ée|és|ées)|actifs?|en vigueur|
    consultables?|téléchargeables?|utilisables?|testables?|exportables?|opérationnel(le)?s?|fonctionnel(le)?s?|
    à jour|accessibles?|ouverte?s?|terminée?s?|achevée?s?|complète?s?|complets?|faite?s?|finie?s?|publique?s?|
    publics?)
""".strip()
_AFTER: Final = r"""
    (?=\W*$| ?[,.:(]|[\s-]+(\w+ment(?!\w)|en|d'ici|avant|au|aux|à|le|pour|fin|par|dans|sur|et|avec|sous|depuis|lors|
    chez|via|selon|
    auprès|sans|entre|vers)(?!\w))
""".strip()
_DONE: Final = rf"""
    ({MADE}|écrite?s?|réécrite?s?|en ligne|en production|en place|en service|approuvée?s?|signée?s?|certifiée?s?|
    obtenue?s?|terminée?s?|
    achevée?s?|validée?s?|opérationnel(le)?s?|prête?s?|disponibles?|adoptée?s?|acceptée?s?|
    atteinte?s?|réussie?s?|passée?s?|clôturée?s?|clos|close|confirmée?s?|choisie?s?|sélectionnée?s?|déposée?s?|
    transmise?s?|remise?s?|tenue?s?|attribuée?s?|homologuée?s?|décidée?s?|démontrée?s?|conclue?s?|nommée?s?|
    constituée?s?|complète?s?|complets?|responsive|démontrables?|visibles?|(?!(fiable|stable|agréable|durable|
    rentable|confortable|capable|responsable|notable|valable|viable|équitable|raisonnable|favorable|
    vulnérable)s?(?!\w))\w+ables?|protégée?s?|reproductibles?|trouvée?s?|prise?s?|votée?s?|auditée?s?|faite?s?)
""".strip()
_ANY: Final = r"""
    (?!(approuvée?s?|signée?s?|certifiée?s?|validée?s?|acceptée?s?|accordée?s?|attribuée?s?|améliorée?s?|réduite?s?|
    utilisée?s?|satisfaite?s?|facilitée?s?|simplifiée?s?|adoptée?s?|consultée?s?|augmentée?s?|
    fréquentée?s?|accélérée?s?|dédiée?s?|liée?s?|adaptée?s?|appréciée?s?|concernée?s?|engagée?s?|basée?s?|
    téléchargée?s?|
    fidélisée?s?|renforcée?s?|fluidifiée?s?|diminuée?s?|optimisée?s?|remplie?s?|déposée?s?|complétée?s?|
    abandonnée?s?|
    sécurisée?s?|partagée?s?(?! (à|avec|sur|aux?))|avancée?s?|personnalisée?s?|ciblée?s?|
    variée?s?)(?!\w))(?!\w*(ilité|alité|ivité|arité|icité|osité|unité|nité|sité|eté|auté|erté|iété)s?(?!\w))\w+ée?s?
""".strip()
"""Any participle with an accent, but for those of people who use a thing and of values that move."""
OUTPUTS: Final = OutputWords(
    openers=r"""
    [^:.,]{1,60}:; \[[^\]]{1,30}\]; \([^)]{1,20}\); (d'ici|avant|en|pour|courant|fin|dès) [^,\x3b:.]{1,40}[,\x3b];
    (nous|
    l'équipe|notre équipe|on) (devons|allons|voulons|avons|va|
    doit|veut|a);
    nous; on; pouvoir; de(?= \w+(er|ir|re)(?!\w)); d'(?=\w+(er|ir|re)(?!\w)); (il faut|il faudra); premièrement;
    ensuite; enfin; puis; finir de; terminer de; continuer (à|
    de);
    commencer à; réussir à; parvenir à; concevoir et; définir et; également; notamment; être capable de; veiller à;
    (recherche|conception|analyse|étude|définition|tests? \w+)(,| et); développer et; créer et; rédiger et
    """,
    verbs=rf"""
    {bases(VERBS).replace("développer|", "")}; (développer|déposer){_INDEFINITE}; équiper(?= \d);
    permettre l'(?=export|import);
    s'intégrer (avec|à|aux?|dans); rendre ((?!aux?(?!\w))[\w']+ ){{1,4}}(open source|publics?|publiques?|disponibles?|
    conformes?)(?!\w); {bases(LIKE_NOUNS)};
    réécrire; mettre en (place|ligne|production|(œ|oe)uvre|service|route|page|forme|conformité);
    avoir ({MADE}); ({MADE})(?= (le|la|les|l'|une?|des|nos|notre|nouve\w+)(?!\w)); avoir (écrit|produit|renseigné|
    fait|démontré|identifié|sélectionné)
    """,
    loose_verbs=rf"{_LOOSE}; développements?( \w+)? (de|du|des|d')",
    nouns=rf"""
    (le |la |l'|les )?(\w+ ?et )?{NOUN}( (technique|progressif|progressive|complète?|officielle?|public|publique|
    initiale?|graduelle?|effective?|rapide|continue|collaborative?|nationale?))?( et \w+)? (de|du|des|d');
    (extraction|indexation|ingestion|génération|visualisation|compilation|simulation|détection|classification|
    agrégation|
    sauvegarde|restauration|supervision|orchestration|archivage|nettoyage|chiffrement|stockage|filtrage|affichage|
    calcul|codage|entraînement|prétraitement|modélisation|regroupement|fusion|mutualisation|aménagement|équipement|
    rénovation|actualisation|désignation|nomination|recensement|signature|sécurisation|labellisation|
    prise en charge|provisionnement|conteneurisation|vectorisation|mise aux normes)( \w+)? (de|du|des|d'); {NOUN};
    (?!{OUTCOME_NOUNS}(?!\w))(?!(sensibilis|util|fidélis|optimis|mobilis|monétis|organis|réalis|spécialis)ation)
    \w{{3,}}(isation|ification)s?(?!\w); passage en (production|v\d); possibilité (de|d'|pour)
    """,
    ordinary=r"""
    (de la |de l'|du |des |\d+ |deux |trois |cent |d'une |d'un |de |d'|la |le |l'|les |une? |leur |leurs |son |sa |
    ses |notre |nos |
    nouvelles? |nouveaux? |vraie? |véritable |meilleure? |bonne?s? ){0,4}(confiance|liens?|relations?|communautés?|
    habitudes?|
    compétences?|autonomie|savoir faire|savoirs?|savoir être|connaissances?|emplois?|opportunités?|avenir|monde|
    espaces? (de|d')|conditions|sens|esprit|esprit critique|goût|capacités?|activités?|potentiel|solidarités?|vies?|
    familles?|curiosité|créativité|langage|temps|gain|valeur|croissance|notoriété|visibilité|culture|attractivité|
    engagement|satisfaction|qualité|pouvoir|résilience|coopérations?|collaborations?|partenariats?|pratiques?|
    métacognition|motivation|envie|intérêt|adhésion|usages?|offre|marchés?|ventes?|chiffre d'affaires|économies?|
    revenus?|égalité|inclusion|mixité|accès (à|au|aux)|accessibilité|participation|coûts?|délais?|erreurs?|freins?|
    obstacles?|
    impact|efficacité|productivité|performances?|fiabilité|leads|clients?|clientèle|résultats?|dépendance|stress|
    bien être|santé|mobilité|territoires?|expérience|réputation|synergies?|émotions?|changement|transition|
    modèle économique|moins|plus|mieux|davantage|générosité|biodiversité|justice|démocratie|dialogue|parole|regard|
    expertise|
    recrutements?|impacts|écosystèmes?|excellence|identité(?! (visuelle|graphique))|(\d[\d ,.]{0,9})?(k|m)? ?€|
    adoption|rayonnement|reconnaissance|réflexion|pensée|utilisateurs|leadership|
    valeurs (humaines|spirituelles|morales)|parcours de vie|personnalité|projet personnel|projet professionnel)
    """,
    measures=r"""
    (délais?|durées?|temps|coûts?|taux|fréquence|nombre|part|volume|couverture|qualité|sécurité|performances?|
    fiabilité|
    stabilité|satisfaction|maturité|rapidité) (de|d'|des|du)
    """,
    links=r"""
    avec; pour; dans; qui; que; qu'; quand; dont; afin; par; sur; en; à; au; aux; de; du; des; d'; et; ou; vers;
    depuis;
    sous; sans; entre; chez; via; selon; comme; lors; avant; après; ainsi; permettant; visant; conforme; conformes;
    où;
    pendant; jusqu'à; jusqu'au; grâce; auprès; centralisant; incluant; intégrant
    """,
    things=THINGS,
    matter=MATTER,
    whole="tous les; toutes les; les; nos; l'ensemble des; chaque",
    staff=OF_STAFF,
    passive=rf"""
    {_BE} ({MADE}|écrite?s?|réécrite?s?|produite?s?|refaite?s?|ouverte?s? (à|aux?)|
    structurée?s?|envoyée?s?|complétée?s?)
    """,
    sure=rf"""
    (?!(publié|créé|ajouté|réalisé|organisé|diffusé|sorti|terminé|acheté|acquis|activé|désactivé|testé|envoyé|vendu|
    affiché|élaboré|prêt|ouvert)\w*)({MADE}); généralisée?s?; révisée?s?; clarifiée?s?; modernisée?s?;
    nettoyée?s?; commitée?s?; poussée?s?; réorganisée?s?; fusionnée?s?; corrigée?s?; testée?s?; consolidée?s?;
    implémentée?s?; déployée?s?; migrée?s?; refactorisée?s?; intégrée?s?; configurée?s?; documentée?s?;
    automatisée?s?; installée?s?; mise?s? (en place|en production|en ligne|en œuvre|en service); rédigée?s?;
    livrée?s?; refondue?s?; supprimée?s?; archivée?s?; lancée?s?; réécrite?s?
    """,
    finished=rf"""
    ({MADE}|commitée?s?|généralisée?s?|révisée?s?|clarifiée?s?|nettoyée?s?|poussée?s?|fonctionnel(le)?s?|
    complète?s?|complets?|responsive|démontrables?|en ligne|en production|
    en place|en service){_AFTER}
    """,
    state=rf"{_BE} {_STATES}{_AFTER}; existe(nt)?{_AFTER}",
    any_done=rf"({_BE} )?{_ANY}{_AFTER}",
    done=rf"({_BE} )?{_DONE}{_AFTER}",
    capabilities=rf"(peu(t|vent)|pourr(a|ont)|(est|sont|sera|seront) (en mesure|capables?) de) (?!{GRADED})[\w']+",
    obtained=r"""
    être (en capacité|en mesure|capables?) de \w+; être (référencée?s?|publiée?s?|disponibles?) \w+;
    (déterminer|vérifier|prouver|démontrer|savoir|confirmer) (si|que|qu') ?\w+;
    (obtenir|recevoir|passer|décrocher|réussir|avoir|être|devenir|atteindre|gagner) ([\w']+ ){0,4}(l'|
    d')?(certifi(ée?|cation|cat)|
    agrément|label|labellisée?|audit|homologation|homologuée?|iso \d+|autorisation|accord|validation|approbation|
    subvention|financement|diplôme|brevet|licence|conformité|conforme|prête?|en ligne|opérationnel(le)?|examen|
    statut);
    (signer|clore|clôturer|décider|choisir|sélectionner|confirmer|terminer|achever|finir|conclure|soumettre|déposer|
    adopter|voter|trancher|arrêter|confirmer ou infirmer|statuer) (sur |de |du )?(l'|la |le |une? |si |
    notre |les )\w+;
    avoir (atteint|fini|terminé|signé|obtenu|choisi|décidé|démontré|défini|passé|réussi) [\w']+
    """,
    by="par",
    joint=r"(et|ou|,) \w+(er|ir|re)",
    no_people=r"guides?; assistants? \w+",
    people=r"""
    administrateurs?; administratrices; arrivants?; membres?; adhérente?s?; abonnée?s?; contributeurs?;
    contributrices?; visiteurs?; participante?s?;
    prospects?;
    collaborateurs?; collaboratrices?; équipes?; partenaires?; testeurs?; testeuses?; usagers?; agents?; joueurs?;
    utilisateurs?; utilisatrices?; clients?; gestionnaires?; instructeurs?; prescripteurs?; porteurs?; stagiaires?
    """,
    no_subject=r"""
    zéro; ayant; remplie?s?; soumise?s?; vendue?s?; réservée?s?; payée?s?; achetée?s?; qui; que; qu'; dont; si;
    quand; où; comment; ils?; elles?; nous; vous; on; personne; aucune?; rien;
    tout; ce;
    cela;
    ça; soirées?; soirs?; week ?ends?; temps; jours?
    """,
    task_things=r"""
    (optimisations?|maintenance|marketing|communication|prospection|recherche|analyses?|formation|coordination|
    animation|
    veille|sensibilisation|accompagnement|exploration|expérimentations?|itérations?|évaluation|promotion|
    planification|débogage|corrections?|nettoyage|préparation|tests?|suivi|pilotage|entretiens?) \w+
    """,
    ensuring="(s'assurer|veiller à ce|garantir|faire en sorte|vérifier) (que|qu')",
    joined_tasks=rf"(et|puis) ({bases(VERBS)})",
    improving=r"""
    améliorer; optimiser; (amélioration|optimisation) (de|du|des|d'); perfectionner; affiner; améliorations? à;
    revoir;
    renforcer; simplifier; fiabiliser; fluidifier; enrichir; ajuster
    """,
    tasks=r"""
    classer; étiqueter; qualifier; préciser; surveiller; orienter; financer; affiner; envoyer; calculer;
    mettre en lumière; acheminer; faire (un|le|des) bilans?; mobiliser; délibération; déposer;
    former; faire vivre; entretenir; gérer; administrer; opérer; avancer sur; vérifier;
    contrôler;
    poursuivre; encadrer; superviser; préparer; planifier; communiquer (sur|avec|autour); aligner; prioriser;
    appliquer;
    assurer (le |la |l'|une? )(suivi|maintenance|veille|coordination|communication|gestion|animation|pilotage);
    prendre en charge; proposer (?=(un|une|des|aux?)(?!\w)); formation (de|des|du|aux?|à); sensibiliser;
    expérimenter; identifier; évaluer; analyser; étudier; explorer; tester; partager;
    réfléchir (à|au|
    sur); observer; examiner; comparer; recueillir; collecter; rencontrer; interroger; animer; coordonner; discuter;
    auditer;
    piloter; veiller à; travailler (sur|à|avec); (confirmer|valider) ou infirmer; mesurer; consulter;
    personnaliser; échanger avec; accompagner (?=(une?|le|la|les) (portefeuille|produits?|projets?|startups?|
    start ups?));
    (expérimentations?|identification|évaluation|analyse|étude|exploration|tests?|optimisation|accompagnement|
    animation|
    observation|consultation|coordination|veille|recueil|collecte|audit|recherche|communication|marketing|pilotage|
    maintenance)
    ((et|ou) \w+ )?(de|du|des|d'|sur|auprès|in situ|seo|utilisateurs?|usagers?|digitale?|interne|externe|unitaires?)
    """,
    clauses=r"(avec|par|pour|grâce à|d'ici|aujourd'hui|à|en|dans|cette année|ainsi|enfin) ?.{0,60}?[,\x3b]",
    order=r"\w+(er|ir|re|oir) (le|la|les|l'|une?|des|aux?|son|sa|ses|leurs?|notre|nos|du|\d+); "
    r"\w+(er|ir) (et \w+(er|ir|re)|en|à|au|avec|sur|pour)",
    acts=r"""
    (peut|peuvent|pourra|pourront|doit|doivent) (?!(être|avoir|aider|devenir|améliorer|réduire|augmenter|rester|
    permettre aux)(?!\w))\w+er; permet(tent|tra)? (de|d'|l'|la|le|les|aux?); affichent?; répond(ent)?; propos(e|
    ent); offr(e|ent); fourni(t|ssent);
    intègr(e|ent); contien(t|nent); gèr(e|ent); fonctionn(e|ent); dispos(e|ent) (de|d'|du|des); respect(e|ent);
    couvr(e|ent);
    envoi(e|ent); génèr(e|ent); calcul(e|ent); list(e|ent); expliqu(e|ent); décri(t|vent); support(e|ent);
    compren(d|
    nent);
    recens(e|ent); présent(e|ent); enregistr(e|ent); import(e|ent); export(e|ent); synchronis(e|ent); a (une?|des|
    son|sa); \w+(e|it|ent)(?= (le|la|les|l'|une?|correctement|automatiquement)(?!\w)); pass(e|ent)(?! de(?!\w));
    correspond(ent)?; démarr(e|ent); s'\w+(e|ent|it|issent); se \w+(e|ent|it|
    issent);
    ouvr(e|ent); ferm(e|ent); ret?ourn(e|ent); renvoi(e|ent); charg(e|ent);
    fourni(t|ssent); couvr(e|ent); exécut(e|ent); utilis(e|ent); gard(e|ent); détect(e|ent); valid(e|ent);
    s?'?actualis(e|ent); tourn(e|ent) (sur|en|avec|sous); mont(e|ent); appel(le|lent); désign(e|ent); bascul(e|ent);
    port(e|ent) sur; repos(e|ent) sur; tien(t|nent) (dans|en|sur|compte)
    """,
    better=r"""
    à temps; dans les (délais|temps); plus; moins; mieux; meilleure?s?; davantage; rapidement; facilement; le plus;
    souvent; assez; suffisamment;
    aussi \w+ que
    ; quelques; intuitifs?; intuitives?; clairs?; claires?; fluides?; sans (assistance|aide|formation|effort)
    """,
    purposes=r"vise(nt)? à; a pour (objectif|but|mission|vocation|ambition); ont pour (objectif|but|mission)",
    thing_verbs=r"""
    permet(tra|tent)? (de|d'|aux?); prend en charge; est compatible; sont compatibles; s'intègre; affiche; gère;
    supporte; fonctionne (sur|avec|hors|sans)
    """,
    before_head=r"""
    (de la|de l'|du|des|d'une|d'un|de|d'|la|le|l'|les|une|un|leurs?|sa|son|ses|notre|nos|cette|cet|ce|ces|chaque|
    tout|
    toute|tous les|toutes les|au moins \d+|\d+|deux|trois|quatre|cinq|six|dix|plusieurs|quelques)?
    ?((nouvelle?s?|nouveaux?|nouvel|premiers?|premières?|meilleure?s?|grande?s?|petite?s?|vraie?s?|véritables?|
    bonne?s?|
    bons?|seconde?|autres?|principaux|principales?) ?){0,2}
    """,
    not_alone=r"""
    tests?; moyenn?e?s?; tota(l|le|ux);
    suivie?s?; payée?s?; téléchargée?s?; vendue?s?; achetée?s?; signalée?s?; reçue?s?; soumise?s?;
    résolue?s?; notée?s?; commandée?s?; distribuée?s?; retournée?s?; réservée?s?; regardée?s?; vue?s?; visitée?s?;
    annulée?s?; perdue?s?; évitée?s?; respectée?s?; honorée?s?; abandonnée?s?; plus de; moins de; nombre; plus;
    moins; zéro; aucune?; (stabilité|qualité|performances?|
    croissance|infrastructure
    stable); stables?; conformes?; complétée?s; déposée?s; remplie?s; traitée?s; reçus; actifs; actives; lus; lues;
    consultée?s; ouverts; ouvertes; utilisée?s?; optimisée?s?; améliorée?s?; réduite?s?; satisfaisante?s?
    """,
    finite=r"""
    est; sont; était; étaient; a (été|un|une|le|la|les|des|pour|plus|au); ont; sera; seront; peut; peuvent; doit;
    doivent; permet; permettent; permettra; propose; proposent; offre; offrent; fournit; fournissent; intègre;
    affiche; affichent; répond; répondent; fonctionne; fonctionnent; supporte; gère; couvre; couvrent; devient;
    deviennent; vise; visent; contient; dispose; disposent; assure; assurent; garantit; facilite; facilitent; aide;
    utilise; utilisent; respecte; respectent; reste; restent; reçoit; reçoivent; génère; envoie; va; vont; souhaite;
    soit; soient; aura; auront; pourra; pourront; devra; devront; n'est; ne; s'engage; met; mettent; accompagne;
    accompagnent; contribue; contribuent; évolue; s'appuie; se; s'; passe; passent; livre; produit; produisent;
    développe;
    améliore; améliorent; réduit; réduisent; augmente; augmentent; veut; cherche; cherchent; apporte; apportent;
    publie; publient; organise; organisent; recrute; lance; lancent; couvrent; tourne; cherchons
    """,
    effects=r"""
    \d[\d.,]{0,8} ?%(?! ((de|des)(?!\w)|d') ?(?!(utilisateurs|utilisatrices|clients|usagers|personnes|élèves|membres|
    visiteurs|équipes|
    salariés|employés|collaborateurs|familles|agents|étudiants|patients|ventes|revenus|temps|nos|notre|
    \w+eurs)(?!\w))\w); pour cent; de [^\sa-z]{0,4}\d\S{0,15}( \w+)? à (?=[^a-z]{0,4}\d);
    (pour|afin|de (telle )?sorte|si bien) qu(e |')(?!([\w']+ ){1,4}(peut|peuvent|puissent?|pourra|
    pourront)(?!\w))\w+;
    (utilisée?s?|lue?s?|adoptée?s?|choisie?s?|consultée?s?) par (?!l'équipe|nous|notre);
    (atteindre|atteint|réduire|réduisant|réduction|augmenter|augmentant|augmentation|gagner|baisser|baisse|diminuer|
    diviser|doubler|permettant de (réduire|gagner|diviser)) .{0,50}\d
    """,
)
