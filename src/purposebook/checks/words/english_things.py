"""What English-speaking teams make, and whom they hire."""

from __future__ import annotations

from typing import Final

THINGS: Final = r"""
    apps?; applications?; web ?apps?; portals?; platforms?; web ?sites?; sites?; web ?pages?; pages?; home ?pages?;
    landing pages?; dashboards?; tools?; toolkits?; tool ?chains?; tooling; systems?; software; products?;
    prototypes?;
    mvps?; betas?; pilots?; demos?; versions?; releases?; modules?; components?; librar(y|ies); packages?; plug ?ins?;
    extensions?; integrations?; apis?; endpoints?; sdks?; clis?; bots?; chat ?bots?; widgets?; forms?; (\w+ )?editor;
    interfaces?; uis?; guis?; designs?; mock ?ups?; wire ?frames?; templates?; patterns?; style ?guides?;
    documentation;
    docs?; documents?; guides?; guidelines?; hand ?books?; manuals?; tutorials?; readmes?; wikis?; faqs?; polic(y|
    ies);
    process(es)?; procedures?; workflows?; frameworks?; strateg(y|ies); road ?maps?; plans?; program(me)?s?;
    campaigns?;
    curricul(a|um); workshops?; webinars?; events?; conferences?; meet ?ups?; newsletters?; (blog )?posts?; blogs?;
    articles?; reports?; papers?; white ?papers?; case stud(y|ies); surveys?; questionnaires?; scripts?; pipelines?;
    infrastructure; environments?; servers?; clusters?; databases?; schemas?; data models?; data ?sets?; repositor(y|
    ies);
    repos?; code ?bases?; code; tests; test suites?; unit tests?; monitoring; alerting; alerts?; logging; backups?;
    architectures?; algorithms?; engines?; back ?ends?; front ?ends?; migrations?; contracts?; agreements?;
    job descriptions?; committees?; working groups?; governance; standards?; specs?; specifications?; requirements;
    (mailing|price|check|to do) lists?; catalogu?e?s?; inventor(y|ies); maps?; matri(x|ces); registr(y|ies);
    glossar(y|ies); taxonom(y|ies); videos?;
    brand(ing)?; logos?; stores?; shops?; features?; functionalit(y|ies); daemons?; nodes?; protocols?;
    servers?; services?; micro ?services?; models?; deliverables?; artefacts?; artifacts?; proposals?; presentations?;
    slides?; slide ?decks?; decks?; play ?books?; check ?lists?; run ?books?; menus?; buttons?; screens?; metadata;
    design ?docs?;
    flows?; log ?in; authentication; sign ?in; sso; single sign on; search; notifications?; uploads?; downloads page;
    e ?commerce; gatew(ay|ays); firewalls?; networks?; deployments?; builds?; ci; ci/cd; cd; benchmarks?;
    simulations?;
    simulators?; scenarios?; personas?; interviews?; sprints?; back ?logs?; user stor(y|ies); stories; budgets?;
    funding methods?; norms?; values statement; mission statement; charters?; codes of conduct; onboarding;
    trainings?; content; exercises?; lectures?; podcasts?; episodes?; streams?; translations?; captions?;
    instructions?; examples?; samples?; comments?; annotations?; indexes; hooks?; commands?; parsers?; compilers?;
    adapters?; connectors?; wrappers?; drivers?; hardware; devices?; sensors?; robots?; chatbot; assistants?; agents?;
    datastores?; warehouses?; lakes?; tables?; quer(y|ies); config(uration)?s?; settings?; themes?; layouts?; assets?;
    icons?; animations?; games?; levels?; jams?; announcements?; amas?; practices?; routines?; metrics?; targets;
    kpis?; okrs?; goals; indicators?; measures; vision; roles?; channels?; processes; summar(y|ies); announcements;
    implementation; serialization; selectors?; formats?; snapshots?; acls?; dht; stack; solution; solutions;
    marketplace; queue; cache; token; contract; wallet; ledger; registry; proof of concept; poc; proofs? of concept;
    audits?; stor(y|ies); boards?; backlog; functions?; projects?; suites?; re ?designs?; launch; roll ?outs?;
    locali[sz]ation; refactor(ing)?;
    (bug )?fixes; upgrades?; modes?; resets?; rewrites?
"""
MATTER: Final = r"""
    data; logs?; errors?; passwords?; issues?; tickets?; pull requests?; prs?; commits?; results?; files?; images?;
    records?; fields?; keys?; secrets?; credentials?; dependenc(y|ies); vulnerabilit(y|ies); bugs?; branches?; flags?;
    info; information; inputs?; outputs?; requests?; events?; variables?; methods?; classes; threads?; changes?;
    tokens?; sessions?; links?; decisions?; responsibilities; deadlines?; risks?; incidents?; entries; transactions
"""
OF_STAFF: Final = r"""
    hir(e|ed|ing); recruit(ed|ing)?; onboard(ed|ing)?; appoint(ed|ing)?; train(ed|ing)?; find; select(ed|ing)?;
    assign(ed|ing)?; interview; contact; survey; visit; meet with
"""
