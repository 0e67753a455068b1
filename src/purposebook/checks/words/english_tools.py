"""The English words of tools that a mission may list as its solution."""

from __future__ import annotations

from typing import Final

_LISTED: Final = r"""
    (scripts?|notebooks?|librar(y|ies)|packages?|templates?|workflows?|pipelines?|frameworks?|modules?|plug ?ins?|
    tutorials?|repositor(y|ies)|tools?|code|spread ?sheets?|dashboards?|data ?sets?|extensions?|add ?ons?|tooling)
""".strip()
"""What is a tool beside another one, and has an ordinary sense alone."""
_BUILDS: Final = r"""
    (build(s|ing)?|develop(s|ing)?|creat(e|es|ing)|offer(s|ing)?|provid(e|es|ing)|deliver(s|ing)?|mak(e|es|ing)|
    maintain(s|ing)?|publish(es|ing)?|produc(e|es|ing)|design(s|ing)?|ship(s|ping)?)
""".strip()
TOOLS: Final = rf"""
    spread ?sheets?; git ?hub; git ?lab; bitbucket; codeberg; sourceforge; (git|code|source code|
    software) repositor(y|ies); (shell|bash|python|r|sql|perl|automation|deployment|build|helper|setup|utility|
    command line|small|simple|our|few) scripts?; scripts? (that|which|to|for) (automat|generat|convert|run|deploy|
    clean|check|instal|pars|analys|analyz)\w*; (jupyter|python|interactive|computational|executable|colab|r|marimo|
    observable|data) notebooks?; jupyter; {_LISTED}(,|,? and|,? or|,? &) (\w+ )?{_LISTED}; (microsoft|ms|from|an|
    of) excel; excel (files?|sheets?|workbooks?|macros?); google (sheets|docs|forms|drive|maps); airtable;
    power ?point; word ?press; drupal; shopify; kubernetes; docker; terraform; aws; microsoft azure; css; html5?;
    java ?script; type ?script; node\.js; python; chat ?gpt; gpt; gen ai; (mobile|smart ?phone|desktop|web|software|
    client|browser|native|android|ios|server) applications?; applications? (that|which) (allow|help|let|enable|provid|
    connect|teach|mak|show|support|track)\w*; (an|our|free|simple) application (that|which); command line; cli;
    tool ?kits?; tool ?box(es)?; tool ?chains?; tooling; software(?! (foundation|freedom|engineer|developer|
    heritage)); open source (tools?|solutions?|platforms?|librar(y|ies)|frameworks?|code|applications?|packages?|
    implementation); (software|code|client|javascript|component|machine learning) librar(y|ies); (software|web|
    testing|application|development|javascript) frameworks?; (software|python|npm|r) packages?; simulators?; (online|
    web|carbon|loan|tax|benefits?) calculators?; wikis?; cms; crm; erp; lms; middleware; firmware; smart contracts?;
    (request|management|tracking|booking|monitoring|ticketing|reporting|operating|computer|expert|messaging|
    decision support|content management|learning management|point of sale|recommendation) systems?(?! engineer);
    (network|web|routing|cryptographic|communication|pluggable|internet) protocols?; cloud (providers?|infrastructure|
    storage|hosting); (smart|touch) ?screens?; (is|are|as|become|becoming|be|{_BUILDS}) (a|an|
    the) ([\w']+,? (and )?){{0,4}}solution(?! (to|of)(?!\w)); (digital|online|free|simple|powerful|ai|data|developer|
    open source|collaborative|productivity|planning|automated|self service|easy to use|interactive|legal|financial|
    analysis|analytical|modern|intuitive|(set|suite|range) of) tools; {_BUILDS} (?!(people|them|everyone|users|kids|
    children)(?!\w))((?!(with|for|to|the|people)(?!\w))[\w']+,? (and )?){{0,3}}tools(?! (of|they|to)(?!\w));
    tools that (help|allow|enable|let|make|automate)\w*; technolog(y|ies) (devices?|solutions?|products?|services?|
    platforms?|stack); {_BUILDS} ([\w']+ ){{0,2}}technologies
"""
