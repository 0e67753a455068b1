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
from purposebook.checks.words.french_sentences import SENTENCES
from purposebook.checks.words.french_slogans import BUZZ, RANKS, SUPPLIERS, SUPPLY_VERBS
from purposebook.checks.words.french_tools import TECHNOLOGIES, TOOLS
from purposebook.checks.words.lists import WordLists

_OPENERS: Final = r"""
    (notre|la|une) (mission|raison d'être|ambition|vocation|but|objectif)( est)? (est |: ?)?(de|d');
    notre (mission|raison d'être|ambition|but|objectif|vocation) ?:;
    nous (voulons|souhaitons|visons à|cherchons à|existons pour|travaillons à|allons|devons); nous; pour; afin de; on;
    il s'agit de; de
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
    ranks=RANKS,
    technologies=TECHNOLOGIES,
    tools=TOOLS,
    buzz=BUZZ,
    supply_verbs=SUPPLY_VERBS,
    suppliers=SUPPLIERS,
    dates=DATES,
    numbered_names=NUMBERED_NAMES,
    programmes=PROGRAMMES,
    figured_names=FIGURED_NAMES,
    measured=MEASURED,
    outputs=OUTPUTS,
    sentences=SENTENCES,
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
