"""The French word lists; an infinitive that opens a text is usual in French and says nothing by itself."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.french_metrics import (
    ACTIVITIES,
    ACTIVITY_NOUNS,
    ACTIVITY_VERBS,
    BEHAVIOUR,
    ENGAGEMENT,
    MILESTONES,
    QUANTITIES,
    RATES,
    REVENUE,
    SPEED,
    VANITY,
    YES_NO,
)
from purposebook.checks.words.french_needs import (
    DOING_NOTHING,
    FACELESS,
    KNOWING,
    NEED_OPENERS,
    REASONS,
    THING_OPENERS,
)
from purposebook.checks.words.french_numbers import DATES, FIGURED_NAMES, MEASURED, NUMBERED_NAMES, PROGRAMMES
from purposebook.checks.words.french_outputs import OUTPUTS
from purposebook.checks.words.french_people import (
    AGENTS,
    ANYBODY,
    BODIES,
    NO_AGENTS,
    OURSELVES,
    PARTICIPLES,
    PEOPLE,
    SERVED,
    WITHIN,
)
from purposebook.checks.words.french_tools import TOOLS
from purposebook.checks.words.lists import WordLists

_OPENERS: Final = r"""
    (notre|la|une) (mission|raison d'être|ambition|vocation|but|objectif)( est)? (est |: ?)?(de|d');
    notre (mission|raison d'être|ambition|but|objectif|vocation) ?:;
    nous (voulons|souhaitons|visons à|cherchons à|existons pour|travaillons à|allons|devons); nous; pour; afin de; on;
    il s'agit de; de
"""
_OFFERING: Final = r"""
    (entreprise|fournisseur|plateforme|plate forme|produit|service|solution|outil|appli|application|logiciel|marque|
    équipe|acteur|partenaire|agence|système|site|expérience|qualité)
""".strip()
_RANKS: Final = rf"""
    leaders? (mondial|européen|français|national|incontesté|du marché|du secteur|de|des|du|sur|en|dans)\w*;
    (le|la|un|une|les) leaders?; (position de )?leadership;
    numéro (un|1)( (mondial|européen|français|du|de|des|sur|en)\w*)?; n ?°1; n°1; #1; (le|la) meilleure? ~{_OFFERING};
    (être|devenir|rester) (le|la|les) (meilleure?s?|plus (grande?|grands|grandes|gros|grosse)|première?);
    meilleure?s? (du|de la|au) (monde|marché|secteur|pays|classe|europe); de classe mondiale; de rang mondial;
    inégalée?s?; inégalables?; sans égale?; incontournables?; de premier (plan|ordre|rang); la référence;
    (une|comme|de) référence (mondiale|européenne|nationale|incontournable|du|de|dans|en);
    (le|la) plus (grande?|innovante?|avancée?|fiable|complète?) ~{_OFFERING}; pionnier (mondial|du|de|incontesté);
    haut de gamme
"""
_TECHNOLOGIES: Final = r"""
    applis?; applications? (mobiles?|web|numériques?|en ligne); (une |
    notre |nos |l')applications?(?! (du (droit|code|règlement)|de la (loi|réforme|réglementation|
    directive)|des (lois|règles|textes|mesures|normes|décisions|peines)));
    sites? (web|internet); portails?; plate ?formes?; plates formes; logiciels?; progiciels?; saas; tableaux? de bord;
    chat ?bots?; agents? conversationnels?; apis?; extensions? (chrome|de navigateur); bases? de données;
    algorithmes?; block ?chain; crypto ?monnaies?; i\.?a\.?; intelligence artificielle; apprentissage automatique;
    apprentissage profond; modèles? de langage; big data; le cloud; l'informatique en nuage; internet des objets;
    réalité (virtuelle|augmentée); métavers; drones?; capteurs?; montres? connectées?; objets? connectés?; qr codes?;
    codes? qr; moteurs? de (recherche|recommandation); outils? (numériques?|en ligne|digital|digitaux|informatiques?);
    (un|notre|cet) outil; solutions? (numériques?|logicielles?|digitales?|technologiques?|en ligne|informatiques?);
    guichet unique; (grâce (à|aux)|par|via|avec|notre|nos) (la |les )?(nouvelles? )?technologies?; places? de marché
"""
_BUZZ: Final = r"""
    innovante?s?; novatrice?s?; novateurs?; disruptif; disruptifs; disruptives?; révolutionnaires?; révolutionner;
    à la pointe; de pointe; dernier cri; nouvelle génération; sans couture; holistiques?; synergies?; agilité;
    scalables?; robustes?; optimiser; optimisée?s?; optimale?s?; excellence opérationnelle; d'exception;
    exceptionnelle?s?; exceptionnels?; à forte valeur ajoutée; à valeur ajoutée; clés? en mains?; sur mesure;
    de haute qualité; de grande qualité; haute performance; performante?s?; ultime; sans précédent; sans effort;
    incroyables?; extraordinaires?; passionnée?s?; proactifs?; proactives?;
    dynamiques? et (innovante?s?|performante?s?); centrée?s? (client|utilisateur); gagnant gagnant; changer la donne;
    leviers? de (croissance|performance|compétitivité); libérer (le|tout le) potentiel; paradigmes?; transformante?s?;
    unique en son genre; bonnes pratiques; écosystème de (solutions|services|produits)
"""
_SUPPLY_VERBS: Final = r"""
    fourni(r|t|ssons|ssent|ssant); propos(er|e|ons|ent|ant); off(rir|re|rons|rent|rant);
    perme(ttre|t|ttons|ttent|ttant); livr(er|ons|ant); apporter; apportons;
    mettre à (la )?disposition; mettons à disposition; soutenir; soutenons
"""
_INSIDERS: Final = r"""
    (l'|notre |nos |les |mon |cette )(équipe|équipes|entreprise|société|organisation|boîte|direction|service|
    département|agence|start ?up|pôle)( \w+)?; nous; je; j';
    équipe (produit|technique|commerciale|marketing|design|support|data);
    équipes (produit|techniques|commerciales|marketing|support);
    (nos|notre|mes) (développeurs?|ingénieurs?|designers?|employés|salariés|collaborateurs|commerciaux|actionnaires|
    investisseurs|chefs? de produit|chefs? de projet|dirigeants); la direction;
    le (marketing|support|management|comex|codir|pdg); le service (client|clients|commercial|informatique|marketing);
    les commerciaux; l'entreprise; la société
"""
_INSIDERS_ALONE: Final = r"""
    équipe; direction; chefs? de (produit|projet); product owners?; marketing; support; management; ventes
"""
_FEATURES: Final = r"""
    (le |la |l'|notre |nos |les |un |une |cette |ce )(appli|application|plateforme|plate forme|portail|site|outil|
    système|logiciel|tableau de bord|fonctionnalité|fonctionnalités|produit|éditeur|module|algorithme|chatbot|api|
    page|version|serveur|base de données|interface|moteur|modèle|processus|bouton|formulaire|intégration)( \w+)?;
    (application|plateforme|portail|logiciel|tableau de bord|fonctionnalité|produit|chatbot|api|serveurs?)
"""
_ARTICLES: Final = r"""
    (une?|le|la|l'|les|des|notre)( (nouvelle?|nouvel|meilleure?|bon|bonne|vraie?))?; (nouvelle?|nouvel|meilleure?)
"""
_WANTS: Final = r"""
    (ai|as|a|avons|avez|ont|avoir) besoin (d'une?|du|de la|des|de|d); besoin (d'une?|du|de la|des|de|d);
    (veut|veulent|veux|voudrait|voudraient|souhaite|souhaitent|demande|demandent|réclame|réclament|exige|exigent)(
    une?| le| la| les| des| du)?; manques? (d'une?|du|de la|des|de|d); absence (d'une?|du|de la|des|de|d);
    (il )?manque (une?|le|la|les|des|du); (n'a|n'ont|n'ai|il n'y a|n'avons|y a) pas (d'une?|de|d);
    pas (d'une?|de|d); sans( une?| notre| la| le)?; faut (une?|le|la|les|des|du); aucune?;
    (avoir|utiliser|accéder à|ouvrir|installer|télécharger|disposer) (d'une?|une?|notre|le|la|l|de)( nouvelle|
    nouvel| nouveau)?
"""
_THINGS: Final = r"""
    fonctionnalités?; notifications?( push)?; boutons?; tableurs?; feuilles? de calcul; intégrations?; outils?;
    calculettes?; simulateurs?; barres? de recherche; menus? déroulants?; automatisation; crm; erp; mode sombre;
    applications?; sites?;
    connexion unique; newsletter; synchronisation; solutions? \w+
"""
_PLACEHOLDERS: Final = r"""
    à (ajouter|définir|déterminer|confirmer|compléter|préciser|renseigner|remplir|rédiger|décider|venir);
    (votre|insérer|saisir|écrire|indiquer) (\w+ ){0,5}ici; texte ici; texte d'exemple;
    pas encore (défini|décidé|rédigé)
"""
FRENCH: Final = WordLists(
    openers=_OPENERS,
    people=PEOPLE,
    agents=AGENTS,
    no_agents=NO_AGENTS,
    participles=PARTICIPLES,
    served=SERVED,
    bodies=BODIES,
    within=WITHIN,
    ourselves=OURSELVES,
    anybody=ANYBODY,
    ranks=_RANKS,
    technologies=_TECHNOLOGIES,
    tools=TOOLS,
    buzz=_BUZZ,
    supply_verbs=_SUPPLY_VERBS,
    dates=DATES,
    numbered_names=NUMBERED_NAMES,
    programmes=PROGRAMMES,
    figured_names=FIGURED_NAMES,
    measured=MEASURED,
    outputs=OUTPUTS,
    behaviour=BEHAVIOUR,
    rates=RATES,
    quantities=QUANTITIES,
    activities=ACTIVITIES,
    activity_nouns=ACTIVITY_NOUNS,
    activity_verbs=ACTIVITY_VERBS,
    milestones=MILESTONES,
    yes_no=YES_NO,
    vanity=VANITY,
    engagement=ENGAGEMENT,
    speed=SPEED,
    revenue=REVENUE,
    insiders=_INSIDERS,
    insiders_alone=_INSIDERS_ALONE,
    features=_FEATURES,
    articles=_ARTICLES,
    wants=_WANTS,
    things=_THINGS,
    faceless=FACELESS,
    need_openers=NEED_OPENERS,
    thing_openers=THING_OPENERS,
    reasons=REASONS,
    knowing=KNOWING,
    doing_nothing=DOING_NOTHING,
    placeholders=_PLACEHOLDERS,
)
