"""The English verbs that look like making and tell of what changes."""

from __future__ import annotations

from typing import Final

OUTCOMES: Final = r"""
    (improve|increase|reduce|decrease|grow|raise|lower|cut|boost|drive|accelerate|strengthen|become|be|being|win|
    beat|
    enhance|optimi[sz]e|simplify|speed|double|triple|halve|exceed|hit|reach|meet|attain|surpass|maximi[sz]e|
    minimi[sz]e|eliminate|avoid|prevent|protect|help|encourage|empower|enable|inspire|love|trust|understand|know|
    enjoy|see|find|access|visit|buy|learn|master|own|understood|prefer|recommend|recogni[sz]e|lead|dominate|serve|
    is|are|was|were|has|had|in|on|at|by|with|for|from|during|within|after|before|across|as|and|or|per|than|only|not|
    of|to|all|half|both|most|over|under|about|through|into|via|that|when|if|while|where|which|who|until|
    less|more|having|like|scale|stabili[sz]e|secure|advance|foster|promote|change|transform|read|watch|pass|
    use|uses|using|leverage|leveraging|explore|investigate|evaluate|assess|analy[sz]e|study|review|monitor|discuss|
    consider|consult|attend|manage|support|research|track|keep|maintain|position|establish|influence|shape|
    demonstrate|prove|make|ensure|save|earn|retain|attract|engage|delight|bring|put|turn|take|let|want|need|fill|
    provide|
    offer|share|continue|prepare|nurture|curate|obtain|host|hold|identify|determine|collect|gather|assure|conduct|
    give|get|do|expand|extend|elevate|
    grow|validate|measure|show)
""".strip()
"""Verbs of what changes or of work, and words before an article that are no verbs."""
END: Final = r"""
    (?=\W*$| ?[^\w\s'-]|[\s-]+(with|to|for|from|about|by|who|that|which|when|because|on|in|into|at|of|and|or|so|as|
    within|across|without|through|via|before|after|until|over|under|between|among|per|where|during|since|amongst|
    around|towards?|below|above|less)(?!\w))
""".strip()
"""What ends a group of words."""
ORDINARY: Final = rf"""
    (?:[\w'-]+,? (and )?){{0,4}}(trust|confidence|relationships?|friendships?|communit(y|ies)|habits?|skills?|
    resilience|
    capacity|capabilit(y|ies)|awareness|knowledge|loyalty|momentum|bonds?|hope|opportunit(y|ies)|value|conditions|
    understanding|connections?|jobs|livelihoods|belonging|worlds?|space|safe spaces?|peace|joy|time|savings|
    careers?|
    futures?|li(fe|ves)|famil(y|ies)|credit|wealth|harm|waste|emissions|cultures?|engagement|interest|excitement|
    demand|revenue|growth|reputation|visibility|results?|outcomes?|experiences?|impact|quality|leads?|satisfaction|
    success|collaboration|diversity|sales|customers?|users?|people|barriers?|frictions?|stress|pain|obstacles?|
    talent|leadership|literacy|independence|health|wellbeing|well being|credibility|expertise|profits?|savings|
    cohesion|recognition|(strong|healthy|robust|sales|hiring|talent) pipelines?|(contributor|customer|user|client|
    fan|supporter|member) base|audiences?|followings?|
    consensus|alignment|clarity|commitment|\w+(ness|ship|ability|ibility)|
    transparency|equality|equity|inclusion|participation|blockers?|impediments?|bottlenecks?|
    problems?|(excellent|great|good|better|best|
    quality|outstanding|reliable|personal) services?|attention|partnerships?|sign ?ups?|brands?|
    networks?|environments?|equal access|access|choice|consistency|autonomy|uptime|reliability|performance|care|
    health ?care|education){END};
    (an? )?(\w+ )?worlds?(?! class); (less|faster|better|more often|sooner)(?!\w); ourselves(?!\w);
    [$€£] ?\d.{{0,60}}
"""
"""What nobody makes by hand."""
