"""The English word lists."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.english_metrics import (
    ACTIVITIES,
    ACTIVITY_NOUNS,
    ACTIVITY_VERBS,
    BEHAVIOUR,
    ENGAGEMENT,
    HELPING,
    MILESTONES,
    QUANTITIES,
    RATES,
    REVENUE,
    SPEED,
    VANITY,
    YES_NO,
)
from purposebook.checks.words.english_needs import (
    DOING_NOTHING,
    FACELESS,
    KNOWING,
    NEED_OPENERS,
    REASONS,
    THING_OPENERS,
)
from purposebook.checks.words.english_numbers import DATES, FIGURED_NAMES, MEASURED, NUMBERED_NAMES, PROGRAMMES
from purposebook.checks.words.english_outputs import OUTPUTS
from purposebook.checks.words.english_people import (
    AGENTS,
    ANYBODY,
    BODIES,
    NO_AGENTS,
    OURSELVES,
    PEOPLE,
    SERVED,
    WITHIN,
)
from purposebook.checks.words.english_sentences import SENTENCES
from purposebook.checks.words.english_slogans import BUZZ, RANKS, SUPPLIERS, SUPPLY_VERBS
from purposebook.checks.words.english_tools import TECHNOLOGIES, TOOLS
from purposebook.checks.words.lists import WordLists

_OPENERS: Final = r"""
    (our|the|my) (mission|purpose|goal|aim|objective|vision) (is|remains|was) (to|that); (our|the) (mission|purpose|
    goal|aim) (is|:); (our|the) (mission|purpose|goal|aim) of ~is to; we (exist|want|aim|strive|work|seek|plan|intend|
    are here) to; we (will|shall|can); we; it; in order to; to; by; let's
"""
_INSIDERS: Final = r"""
    (the|our|my|this) (\w+ )?(team|teams|company|business|organi[sz]ation|firm|agency|start ?up|department|
    management|board|leadership|squad|tribe|staff); we; us; ourselves;
    (product|engineering|development|dev|design|marketing|sales|support|data|platform|operations|devops|qa|delivery|
    leadership|core|project) teams?;
    (all|each|every|any) (\w+ )?(team members?|teams?|squads?|engineers?|developers?|staff members?);
    (our |the )?(\w+ )?team members?; (our|the) (own )?(developers?|engineers?|designers?|marketers?|employees|
    colleagues|analysts?|executives|
    shareholders|investors|sales ?people|product managers?|project managers?|product owner|ceo|cto)
"""
_INSIDERS_ALONE: Final = r"""
    product managers?; project managers?; product owners?; engineering; marketing; sales; management;
    customer success; customer support; company; employees; staff; back office; team
"""
_FEATURES: Final = r"""
    (the|our|a|an|new|this|each|every) (\w+ ){0,2}(app|apps|application|platform|portal|website|site|tool|system|
    software|service|dashboard|feature|features|product|editor|module|algorithm|chatbot|bot|api|widget|page|release|
    version|backend|server|database|interface|engine|model|process|pipeline|button|form|report|integration); (app|
    application|platform|portal|website|system|software|dashboard|feature|features|product|product page|chatbot|api|
    backend|servers?|database|search engine|release)
"""
_ARTICLES: Final = r"""
    (an?|the|our|some|more)( (new|better|good|simple|mobile|real|proper|single|live))?; (new|better|good)
"""
_WANTS: Final = r"""
    (needs?|wants?|requires?|would like|is missing|are missing|misses|missing)(?! to(?!\w))( of)?( an?| the| our|any|
     some| more)?; (wish(es)?|asks?|asked|asking) for( an?| the| our| some| more)?; (lacks?|lacking|lack of|
    absence of|without)( an?| the| our| any| some| proper)?; (have|has|had|is|are|was|there's|with) no; (have|get|use|
    see|access|open|install|download) (an?|our|some)( new| better)?
"""
_THINGS: Final = r"""
    apis?; sdks?; (digital|online|web) services?; features?; (push )?notifications?; buttons?; spread ?sheets?;
    integrations?; export (function|button|feature)s?; tools?; calculators?; wizards?; search (bar|box|function|
    feature); pop ?ups?; drop ?downs?; automation; crm; erp; sync(ing)?; dark mode; single sign on; sso; newsletter
"""
_PLACEHOLDERS: Final = r"""
    (to be|tb) (added|defined|determined|confirmed|decided|completed|done|announced|written|filled( in)?|agreed|
    specified|discussed|provided); to ?do; tb[cda]; coming soon; fill (me )?in( here)?; (enter|insert|add|write|type|
    describe|replace|put) (\w+ ){0,6}here; your (\w+ ){0,4}(goes )?here; text here; placeholder; (sample|example|
    dummy) text; not yet (defined|written|decided); asdf\w*; blah( blah){0,9}; tbd by \w+
"""
ENGLISH: Final = WordLists(
    openers=_OPENERS,
    people=PEOPLE,
    agents=AGENTS,
    no_agents=NO_AGENTS,
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
    helping=HELPING,
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
