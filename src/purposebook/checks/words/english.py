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
from purposebook.checks.words.english_tools import TOOLS
from purposebook.checks.words.lists import WordLists

_OPENERS: Final = r"""
    (our|the|my) (mission|purpose|goal|aim|objective|vision) (is|remains|was) (to|that);
    (our|the) (mission|purpose|goal|aim) (is|:); (our|the) (mission|purpose|goal|aim) of ~is to;
    we (exist|want|aim|strive|work|seek|plan|intend|are here) to;
    we (will|shall|can); we; it; in order to; to; by; let's
"""
_OFFERING: Final = r"""
    (compan(y|ies)|business|provider|supplier|platform|product|service|services|solution|tool|app|software|brand|
    team|place|experience|experiences|choice|partner|vendor|marketplace|website|site|destination|firm|agency|system|
    courses?|quality)
""".strip()
_RANKS: Final = rf"""
    (the|a|an) (world'?s? |global |nation'?s? |country'?s? |industry'?s? )?leading (?!(cause|causes|role|killer|
    edge|question|questions|roles|to|the|a|an)(?!\w))(~{_OFFERING}|\w+);
    (world|market|industry|category|class|globally?|europe'?s|africa'?s|asia'?s|america'?s) leading;
    leading (?!(to|the|a|an|from|by|with)(?!\w))~{_OFFERING};
    (the|a) (undisputed |global |world |clear )?leaders? (in|of|for);
    (market|industry|category|global|world|thought|undisputed|recogni[sz]ed) (leader|leaders|leadership);
    (the )?(number one|no\.? 1|nr\.? 1|no one ranked)(?! (cause|killer|reason|problem|barrier|priority|worry|fear));
    (the )?#1(?! (cause|killer|reason|problem|priority)); world class; best in class; best of breed;
    top (tier|ranked|rated|notch); second to none; unrivall?ed; unparall?elled; unparalleled; unmatched; unbeatable;
    unsurpassed; premier(?! league); pre eminent; preeminent; (?<!first\sand\s)foremost; finest; gold standard;
    (provider|partner|platform|tool|brand|employer|supplier|destination|product) of choice;
    go to (place|platform|tool|provider|partner|source|destination); (the|world's) (very )?best ~{_OFFERING};
    be(come|ing|coming)? the (very )?(best|largest|biggest|greatest|fastest|cheapest|number one)(?! (version|self|
    parent|teacher|they|you|part|barrier|problem|threat));
    best ~(in|of) the (world|industry|market|business|country|class);
    the (world's )?(largest|biggest|greatest|fastest growing) ~(compan(y|ies)|provider|platform|network|marketplace|
    brand|player|supplier|community|app);
    (world's|earth's|industry's|nation's|europe's) (best|most [\w-]+|first|largest|biggest|greatest|finest|fastest|
    top)
    ~{_OFFERING}; world's (best|finest); (preferred|top|number one) (provider|partner|supplier|vendor|choice);
    most (trusted|innovative|admired|respected|loved|advanced|recogni[sz]ed);
    most (successful|popular|valuable|used|widely used) ~{_OFFERING}
"""
_BUILT: Final = r"""
    (app|apps|application|applications|software|platforms?|portals?|websites?|tools?|systems?|solutions?|service|
    services|marketplace|product|products)
""".strip()
_TECHNOLOGIES: Final = rf"""
    apps?; mobile apps?; web ?sites?; web ?apps?; web ?based; web portals?; portals?; platforms?;
    software(?! (engineer|developer|foundation)); saas;
    dashboards?; chat ?bots?; bots?; apis?; sdks?; plug ?ins?; (browser|chrome) extensions?; widgets?; databases?;
    algorithms?; algorithmic; block ?chain; crypto ?currenc(y|ies); nfts?; web3; a\.?i\.?; genai;
    artificial intelligence; machine learning; deep learning; neural networks?; large language models?; llms?;
    language models?; copilots?; big data; data (lake|warehouse|pipeline)s?; the cloud;
    cloud (based|native|platform|computing|services?); internet of things; iot; virtual reality; augmented reality;
    metaverse; drones?; sensors?; wearables?; smart ?watch(es)?; qr codes?; search engines?; recommendation engines?;
    user interfaces?; micro ?services; market ?places?;
    (digital|online|web|mobile|software|technology|technological|integrated|turnkey|end to end|internal|self
    service|analytics|crm|erp) {_BUILT}; one stop (shop|solution);
    (through|with|using|use|uses|by|via|leverag(e|es|ing)|harness(es|ing)?|our|latest|modern) (the power of )?((new|
    modern|
    latest|digital|smart|advanced|innovative|cutting edge) )?technolog(y|ies); (?<!as\sa\s)tool
"""
_BUZZ: Final = r"""
    innovative(ly)?; cutting edge; leading edge; bleeding edge; state of the art;
    next gen(eration)?(?! (sequencing|of)); seamless(ly)?; frictionless(ly)?; holistic(ally)?; synerg\w+;
    robust(ly|ness)?; scalable; disrupt(ive|ively); revolutionary; revolutioni[sz]\w+; game chang(er|ers|ing);
    ground ?breaking; transformative; transformational; visionary; leverag(e|es|ed|ing); utili[sz](e|es|ed|ing);
    optimi[sz]e[sd]?; synergi[sz]e; operational excellence; excellence in everything;
    exceptional(?! (child|learner|student|need|circumstance|case))\w*;
    outstanding(?! (debt|loan|balance|amount|payment|fee|invoice)\w*); impactful; value added; value adding;
    mission critical; turn ?key; future proof(ed|ing)?; data driven; results? (driven|oriented);
    customer (centric|obsessed); user centric; high quality; high performing; top quality; superior quality; ultimate;
    unprecedented; hassle free; effortless(ly)?; delightful; amazing; awesome; incredible; passionate(ly)?;
    proactive(ly)?; vibrant; compelling; uniquely positioned; our unique; truly unique; paradigm\w*; best practices;
    win win; ecosystem of (solutions|services|products); smart solutions?; tailor made; bespoke; one of a kind;
    unlock (the )?(potential|value|power); maximi[sz]e (the )?(value|potential|impact);
    drive (value|growth|impact|success|innovation); thought leadership
"""
_SUPPLY_VERBS: Final = r"""
    provid(e|es|ing); offer(s|ing)?; enabl(e|es|ing); deliver(s|ing)?; suppl(y|ies|ying); facilitat(e|es|ing);
    supporting; support(s)?; empower(s|ing)?
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
    version|backend|server|database|interface|engine|model|process|pipeline|button|form|report|integration);
    (app|application|platform|portal|website|system|software|dashboard|feature|features|product|product page|
    chatbot|api|backend|servers?|database|search engine|release)
"""
_ARTICLES: Final = r"""
    (an?|the|our|some|more)( (new|better|good|simple|mobile|real|proper|single|live))?; (new|better|good)
"""
_WANTS: Final = r"""
    (needs?|wants?|requires?|would like|is missing|are missing|misses|missing)(?! to(?!\w))( of)?( an?| the| our|
    any| some| more)?; (wish(es)?|asks?|asked|asking) for( an?| the| our| some| more)?;
    (lacks?|lacking|lack of|absence of|without)( an?| the| our| any| some| proper)?;
    (have|has|had|is|are|was|there's|with) no;
    (have|get|use|see|access|open|install|download) (an?|our|some)( new| better)?
"""
_THINGS: Final = r"""
    features?; (push )?notifications?; buttons?; spread ?sheets?; integrations?; export (function|button|feature)s?;
    tools?; calculators?; wizards?; search (bar|box|function|feature); pop ?ups?; drop ?downs?; automation; crm; erp;
    sync(ing)?; dark mode;
    single sign on; sso; newsletter
"""
_PLACEHOLDERS: Final = r"""
    (to be|tb) (added|defined|determined|confirmed|decided|completed|done|announced|written|filled( in)?|agreed|
    specified|discussed|provided); to ?do; tb[cda]; coming soon; fill (me )?in( here)?;
    (enter|insert|add|write|type|describe|replace|put) (\w+ ){0,6}here; your (\w+ ){0,4}(goes )?here; text here;
    placeholder; (sample|example|dummy) text; not yet (defined|written|decided); asdf\w*; blah( blah){0,9}; tbd by \w+
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
