"""The English words of technologies, and of tools that a mission may list as its solution."""

from __future__ import annotations

from typing import Final

_FIELD: Final = r"""
    (engineer|develop|foundation|compan|firm|contributor|communit|industr|freedom|heritage|project|professional|
    student|craft|carpentr|sector|license|movement|skill|education)
""".strip()
"""What makes a technology the name of a field or of its people."""
_BUILT: Final = r"""
    (app|apps|application|applications|software|platforms?|portals?|websites?|tools?|systems?|solutions?|marketplace|
    products?)
""".strip()
_ERA: Final = r"""
    ( (driven|powered|enabled|dominated))? (world|age|era|economy|future|imagery|literacy|safety|ethics|governance|
    policy|regulation|risks?|harms?|generated|communit(y|ies)|research(ers)?|benefits)(?!\w)
""".strip()
"""What turns AI into the state of the world."""
TECHNOLOGIES: Final = rf"""
    apps?; mobile apps?; web ?sites?; web ?apps?; web ?based; web portals?; portals?;
    (?<!across\s)(?<!all\s)(?<!media\s)(?<!cross[\s-])(?<!multi[\s-])platforms?(?! (economy|workers?|independen\w+|
    neutral)(?!\w))(?! (for|where|to|on which|that)( [\w',]+){{0,9}} (voices?|express\w*|debates?|discuss\w*|dialogue|
    showcas\w*|talents?|heard|speak|ideas|opinions?|advocacy|change)(?!\w));
    (?<!free\s)(?<!open[\s-]source\s)(?<!research\s)(?<!libre\s)software(?! {_FIELD}); saas; dashboards?; chat ?bots?;
    bots?; plug ?ins?; (browser|chrome) extensions?; widgets?; databases?; algorithms?; block ?chain;
    crypto ?currenc(y|ies); nfts?; web3;
    (?<!age\sof\s)(?<!era\sof\s)(?<!world\sof\s)(?<!risks\sof\s)(?<!their\s)a\.?i\.?(?!{_ERA}); genai;
    artificial intelligence(?! {_FIELD})(?!{_ERA}); machine learning; deep learning; neural networks?;
    large language models?; llms?; language models?; copilots?; big data; data (lake|warehouse|pipeline)s?; the cloud;
    cloud (based|native|platform|computing|services?); internet of things; iot; virtual reality; augmented reality;
    metaverse; drones?; sensors?; wearables?; smart ?watch(es)?; qr codes?; search engines?; recommendation engines?;
    user interfaces?; micro ?services; (?<!in\sthe\s)(?<!the\sglobal\s)(?<!a\sglobal\s)market ?places?(?! of ideas);
    (?<!in\sthe\s)(digital|online|web|mobile|software|technology|technological|integrated|turnkey|end to end|internal|
    self service|analytics|crm|erp) {_BUILT}; (mobile|software|technology|cloud|self service) services?; (i\.?t\.?|
    ict|tech|satellite|data|security|cyber ?security|ai|e ?commerce) solutions?; i\.?t\.? (services?|systems?|
    infrastructure); one stop (shop|solution); (through|(?<!interact\s)with|using|use|uses|by|via|leverag(e|es|ing)|
    harness(es|ing)?|our|latest|modern) (the power of )?((new|modern|latest|digital|smart|advanced|innovative|
    cutting edge|\w+ing) )?technolog(y|ies)(?! (education|training|careers?|skills|jobs|sector|industry|compan(y|ies)|
    communit(y|ies)|transfer|policy|law|partners?|leaders)(?!\w)); (innovative|cutting edge|modern|advanced|smart|
    emerging|digital) technolog(y|ies)(?! (education|training|compan(y|ies)|sector|industry|partners?|skills|
    leaders)(?!\w)); (?<!as\sa\s)tool(?! (for|of) (change|peace|empowerment|social|justice|development|good|dialogue|
    learning)(?!\w))
"""
_LISTED: Final = r"""
    (scripts?|notebooks?|librar(y|ies)|packages?|templates?|workflows?|pipelines?|frameworks?|modules?|plug ?ins?|
    tutorials?|repositor(y|ies)|tools?|code|spread ?sheets?|dashboards?|data ?sets?|extensions?|add ?ons?|tooling|
    features?)
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
    {_BUILDS} technology(?! {_FIELD}); (scripting|programming|query|markup) languages?; (maintain|implement|
    standardi[sz])\w* (the |a )?([\w']+ ){{0,3}}protocols?; {_BUILDS} ([\w']+ )?specifications; (source|rust|python|
    java) code; apis?; sdks?; software (for|that|which) \w+; by automating; (through|via|using|with|it|workflow|
    process) ([\w']+ )?automation; {_BUILDS} (free|open source|research|libre) software;
    {_BUILDS} ([\w']+,? ){{0,3}}(digital|online|web) services; tool ?kits?; tool ?box(es)?; tool ?chains?; tooling;
    open source (tools?|solutions?|platforms?|librar(y|ies)|frameworks?|code|applications?|packages?|implementation);
    (software|code|client|javascript|component|machine learning|python|associated) librar(y|ies); (software|web|
    testing|application|development|javascript) frameworks?; frameworks? for (building|developing|testing|creating|
    running|deploying|writing|performance|managing); (software|python|npm|r) packages?; simulators?; (online|web|
    carbon|loan|tax|benefits?) calculators?; wikis?; cms; crm; erp; lms; middleware; firmware; smart contracts?;
    (request|management|tracking|booking|monitoring|ticketing|reporting|operating|computer|expert|messaging|
    decision support|content management|learning management|point of sale|recommendation) systems?(?! engineer);
    (network|web|routing|cryptographic|communication|pluggable|internet) protocols?; cloud (providers?|infrastructure|
    storage|hosting); (smart|touch) ?screens?; (is|are|as|become|becoming|be|{_BUILDS}) (a|an|
    the) ([\w']+,? (and )?){{0,4}}solution(?! (to|of)(?!\w)); (digital|online|free|simple|powerful|ai|data|developer|
    open source|collaborative|productivity|planning|automated|self service|easy to use|interactive|legal|financial|
    analysis|analytical|modern|intuitive|(set|suite|range) of) tools; {_BUILDS} (?!(people|them|everyone|users|kids|
    children)(?!\w))((?!(with|for|to|the|people)(?!\w))[\w']+,? (and )?){{0,3}}tools(?! (of|they|
    to)(?!\w))(?!,? (and |or )?(the )?(knowledge|skills|resources|training|support|confidence|guidance|education|
    information|opportunit\w+|advice|mentor\w*|data)(?!\w)); tools that (help|allow|enable|let|make|automate)\w*;
    technolog(y|ies) (devices?|solutions?|products?|services?|platforms?|stack);
    {_BUILDS} ([\w']+ ){{0,2}}technologies
"""
