"""The English words of needs and alternatives."""

from __future__ import annotations

from typing import Final

FACELESS: Final = r"""
    (as|for) (an?|the|any|every) (\w+ )?(user|customer|client|visitor|person|human|human being|citizen|stakeholder|
    member of the public)(?=,|:| (i|we|it)(?!\w)|$)
"""
_WHO: Final = r"((as|for) (an?|the|any|every) [^,.:!?]{1,80}?[,:]? )?"
NEED_OPENERS: Final = rf"""
    {_WHO}(i|we|they|he|she|people|users|\w+s)( also| really| often)? (needs?|wants?|expects?|must|should|would like|
    have to|has to|wish|can)( to)?( be able to)?; (needs?|wants?|must|have to|has to)( to)?( be able to)?;
    {_WHO}to( be able to)?; be able to; able to
"""
REASONS: Final = r"""
    so that; so (?=(i|we|you|they|he|she|it|my|our|your|their|his|her|the|no|nobody|people|everyone|others)(?!\w))\w+;
    so as( not)? to; in order (not )?to; because; in case; to avoid; without \w+ing; rather than; instead of;
    otherwise; or else; lest; for fear; before (i|we|they|it|he|she|my|our|their|the)
"""
THING_OPENERS: Final = r"""
    an?; the; my; our; more; better; less; fewer; faster; easier; cheaper; simpler; good; great; quick; easy; simple;
    clear(er)?; some; any; no; high(er)?; low(er)?
"""
KNOWING: Final = r"""
    understand; (be|be made|become|stay|remain|get|being) (more |fully |well |better )?(aware|conscious|mindful|
    informed|educated|familiar)( of| about| that| with)?; know (more )?about; learn about; appreciate; reali[sz]e;
    (have|gain|get) (an? )?(good |better |clear |full |greater |deeper )?(understanding|awareness|knowledge|idea|
    insight)( of| into)?; recogni[sz]e that; comprehend
"""
DOING_NOTHING: Final = r"""
    (do|does|doing) nothing; nothing( at all)?(?=\W*$); (do|doing) without( it)?;
    (carry|carrying|go|going) on as (before|now|today|usual|they do|they are|we do|we are);
    (no change|not changing|change nothing|changing nothing); status quo;
    (leave|leaving|keep|keeping) (it|things|everything) as (it is|they are|is); (stay|staying) as (it is|they are|we
    are); (go|going|live|living|manage|managing|cope|coping|get by|getting by) (without|with it); give up; giving up;
    not (do|doing|bother|bothering|act|acting)( it| anything)?( at all)?; (business|life) as usual;
    (put|putting) up with (it|\w+); wait(ing)?( and see)?; non consumption; inaction; (take|taking) no action; ignor(e|
    ing) it; stay(ing)? (at )?home
"""
