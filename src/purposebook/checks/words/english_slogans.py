"""The English words of rank, of praise and of supply in a mission."""

from __future__ import annotations

from typing import Final

_OFFERING: Final = r"""
    (compan(y|ies)|business|provider|supplier|platform|product|service|services|solution|tool|app|software|brand|team|
    place|experience|experiences|choice|partner|vendor|marketplace|website|site|destination|firm|agency|system|
    courses?|quality)
""".strip()
_BEST: Final = r"""
    (care|services?|products?|experiences?|solutions?|quality|selection|education|value|tools?|software|support|
    platform|prices?|choices?|training|courses|equipment|customer service)
""".strip()
"""What an organisation praises as its best."""
RANKS: Final = rf"""
    (?<!with\s)(?<!from\s)(the|a|an) (world'?s? |global |nation'?s? |country'?s? |industry'?s? )?leading,? (?!(cause|
    causes|role|killer|edge|question|questions|roles|to|the|a|an)(?!\w))(~{_OFFERING}|\w+); (world|market|industry|
    category|class|globally?|europe'?s|africa'?s|asia'?s|america'?s) leading;
    (?<!with\s)(?<!from\s)(?<!for\s)leading (?!(to|the|a|an|from|by|with)(?!\w))~{_OFFERING}; (the|a|an) (undisputed |
    global |world |clear |innovation )?leaders? (in|for|of(?! (tomorrow|the (future|next)|today)(?!\w))); (market|
    category|undisputed|recogni[sz]ed) (leader|leaders|leadership); (global|industry|world) leadership; (a|an|the|as|
    be|become|becoming|remain|is) (\w+ )?(industry|global|world|thought) leader; (be|become|are|being|
    remain) (\w+ )?(industry|global|world|thought) leaders; (the )?(number one|no\.? 1|nr\.? 1|
    no one ranked)(?! (cause|killer|reason|problem|barrier|priority|worry|fear)); (the )?#1(?! (cause|killer|reason|
    problem|priority)); (?<!access\sto\s)(world class|best in class|best of breed|top (tier|ranked|rated|notch)|
    premier(?! league)); second to none; unrivall?ed; unbeatable; pre eminent; preeminent; (?<!first\sand\s)foremost;
    finest; gold standard; (provider|partner|platform|tool|brand|employer|supplier|destination|product) of choice;
    go to (place|platform|tool|provider|partner|source|destination); (the|world's) (very )?best ~{_OFFERING}; (provid|
    deliver|offer|giv|build|mak|creat|bring)\w* (?!(people|you|them|
    everyone)(?!\w))([\w']+ ){{0,3}}(very )?best (possible |available )?{_BEST}; (lowest|best) (possible |
    available )?prices; be(come|ing|coming)? the (very )?(best|largest|biggest|greatest|fastest|cheapest|
    number one)(?! (version|self|parent|teacher|they|you|part|barrier|problem|threat)); the (world's |industry's |
    global )?authority (on|in); best ~(in|of) the (world|industry|market|business|country|class);
    the (world's )?(largest|biggest|greatest|fastest growing) ~(compan(y|ies)|provider|platform|network|marketplace|
    brand|player|supplier|community|app); (world's|earth's|industry's|nation's|europe's) (best|most [\w-]+|first|
    largest|biggest|greatest|finest|fastest|top) ~{_OFFERING}; world's (best|finest); (preferred|top|
    number one) ~(provider|partner|supplier|vendor|choice); most (trusted|innovative|admired|respected|loved|advanced|
    recogni[sz]ed); (be|become|as) the most \w+ ~{_OFFERING}; most (successful|popular|valuable|used|
    widely used) ~{_OFFERING}
"""
BUZZ: Final = r"""
    innovative(ly)?(?! (teacher|educator|entrepreneur|start ?up|founder|compan|business|firm|sme|artist|farmer|mind|
    thinker|leader|people|student|project|researcher)\w*); cutting edge; leading edge; bleeding edge;
    state of the art; next gen(eration)?(?! (sequencing|of|leaders?|scientists?|engineers?|talent|farmers));
    seamless(ly)?; frictionless(ly)?; holistic(ally)?; synerg\w+; robust(ly|ness)?(?! (evidence|data|statistic|debate|
    standard|research|method|scien)\w*); scalable (solutions?|services?|growth|products?); disrupt(ive|
    ively)(?! (behaviou?r|pupil|student|event)); revolutionary(?! (war|guard|era)); revolutioni[sz]\w+; game chang(er|
    ers|ing); ground ?breaking; transformative; transformational; synergi[sz]e; operational excellence;
    excellence in everything; exceptional(?! (child|learner|student|need|circumstance|case)\w*)(ly)?;
    outstanding(?! (debt|loan|balance|amount|payment|fee|invoice|issue|question|request)\w*); impactful; value (added|
    adding)(?! tax); future proof(ed|ing)?; results? (driven|oriented); customer (centric|obsessed);
    user centric(?! design); (high|highest|top|superior|premium|unmatched|exceptional) quality; high performing;
    world changing; ultimate(?! (goal|aim|objective|purpose|vision|end|result|responsib|benefi|decision|cause|
    success)\w*); unprecedented(?! (challenge|time|crisis|crises|change|scale|pace|growth|threat|demand)\w*);
    hassle free; effortless(ly)?; delightful; amazing; awesome(?! list); incredible; unparall?elled; unparalleled;
    unmatched; unsurpassed; unforgettable; stunning(ly)?; extraordinary; immersive; (natural|immersive|
    and) inspiring (experience|content|space|design)s?; compelling(?! (reason|evidence|stor|narrative|case|need|
    argument|content)\w*); (truly |our )unique; unique(ly)? (positioned|experiences?); proactive ([\w.]+ )?(services?|
    support|solutions?); paradigm (shift\w*|changing); win win; ecosystem of (solutions|services|products);
    smart solutions?; one of a kind; thought leadership
"""
_GIVE: Final = r"(provide|offer|enable|deliver|supply|allow|give)"
_GIVING: Final = r"(providing|offering|enabling|delivering|supplying|allowing|giving)"
_GIVES: Final = r"(provides|offers|enables|delivers|supplies|allows)"
_WORD: Final = r"(?!(who|where|when|if|people|world|future)(?!\w))[^\s-]+"
_NOUN: Final = r"(?!(that|who|which|where|when|is|are|to|and|can|by|with|for|if|how|what)(?!\w))[^\s-]+"
SUPPLY_VERBS: Final = r"""
    (?<!by\s)provid(e|es|ing); (?<!by\s)offer(s|ing)?; enabl(e|es|ing); deliver(s|ing)?; suppl(y|ies|
    ying)(?! chains?); allow(s|ing)?; giv(e|es|ing)(?! (back|up|rise)(?!\w)); empower(s|ing)? (every person|everyone|
    everybody|anyone)
"""
SUPPLIERS: Final = rf"""
    ({_WORD} ){{0,8}}(mission|purpose|goal|aim|objective|vision|ambition)( (?!(is|was|to)(?!\w))[^\s-]+){{0,9}} (is|
    was|remains|has been)( simple| simply| clear)?[:,]? to {_GIVE}; ({_WORD} ){{0,8}}(mission|purpose|goal|aim|
    vision)[:,]? (to )?{_GIVE}; ({_WORD} ){{0,8}}(exists?|aims?|seeks?|strives?|works?|wants?|plans?|intends?|founded|
    created|established|mission) to {_GIVE}; ({_WORD} ){{0,8}}(mission|aim|purpose) of {_GIVING};
    ({_WORD} ){{0,8}}(dedicated|committed|devoted) to {_GIVING}; ({_NOUN} ){{1,6}}{_GIVES}; ({_NOUN} ){{0,8}}(is|
    are) (a|an|the) ({_NOUN} ){{1,5}}(that|which) {_GIVES}
"""
"""How a mission opens whose main verb is one of supply, with this verb as its last word."""
