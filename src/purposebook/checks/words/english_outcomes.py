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
