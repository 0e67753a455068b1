"""What English-speaking teams make, and whom they hire."""

from __future__ import annotations

from typing import Final

THINGS: Final = r"""
    demos?; use cases?; nightlies; capabilit(y|ies) to; manifestos?; reconciliations?; speaking engagements?;
    apps?; applications?; web ?apps?; portals?; platforms?; web ?sites?; sites?; web ?pages?; pages?; home ?pages?;
    landing pages?; dashboards?; tools?; toolkits?; tool ?chains?; tooling; systems?; software; products?;
    prototypes?;
    mvps?; betas?; pilots?; demos?; versions?; releases?; modules?; components?; librar(y|ies); packages?;
    plug ?ins?;
    extensions?; integrations?; apis?; endpoints?; sdks?; clis?; bots?; chat ?bots?; widgets?; forms?;
    (\w+ )?editor;
    interfaces?; uis?; guis?; designs?; mock ?ups?; wire ?frames?; templates?; patterns?; style ?guides?;
    documentation;
    docs?; documents?; guides?; guidelines?; hand ?books?; manuals?; tutorials?; readmes?; wikis?; faqs?; polic(y|
    ies);
    process(es)?; procedures?; workflows?; frameworks?; strateg(y|ies); road ?maps?; plans?; program(me)?s?;
    campaigns?;
    curricul(a|um); workshops?; webinars?; events?; conferences?; meet ?ups?; newsletters?; (blog )?posts?; blogs?;
    articles?; reports?; papers?; white ?papers?; case stud(y|ies); surveys?; questionnaires?; scripts?; pipelines?;
    infrastructure; environments?; servers?; clusters?; databases?; schemas?; data models?; data ?sets?;
    repositor(y|
    ies);
    repos?; code ?bases?; code; tests; test suites?; unit tests?; monitoring; alerting; alerts?; logging; backups?;
    architectures?; algorithms?; engines?; back ?ends?; front ?ends?; migrations?; contracts?; agreements?;
    job descriptions?; committees?; working groups?; governance; standards?; specs?; specifications?; requirements;
    (mailing|price|check|to do) lists?; catalogu?e?s?; inventor(y|ies); maps?; matri(x|ces); registr(y|ies);
    glossar(y|ies); taxonom(y|ies); videos?;
    brand(ing)?; logos?; stores?; shops?; features?; functionalit(y|ies); daemons?; nodes?; protocols?;
    servers?; services?; micro ?services?; models?; deliverables?; artefacts?; artifacts?; proposals?;
    presentations?;
    slides?; slide ?decks?; decks?; play ?books?; check ?lists?; run ?books?; menus?; buttons?; screens?; metadata;
    design ?docs?;
    flows?; log ?in; authentication; sign ?in; sso; single sign on; search; notifications?; uploads?;
    downloads page;
    e ?commerce; gatew(ay|ays); firewalls?; networks?; deployments?; builds?; ci; ci/cd; cd; benchmarks?;
    simulations?;
    simulators?; scenarios?; personas?; interviews?; sprints?; back ?logs?; user stor(y|ies); stories; budgets?;
    funding methods?; norms?; values statement; mission statement; charters?; codes of conduct; onboarding;
    trainings?; content; exercises?; lectures?; podcasts?; episodes?; streams?; translations?; captions?;
    instructions?; examples?; samples?; comments?; annotations?; indexes; hooks?; commands?; parsers?; compilers?;
    adapters?; connectors?; wrappers?; drivers?; hardware; devices?; sensors?; robots?; chatbot; assistants?;
    agents?;
    datastores?; warehouses?; lakes?; tables?; quer(y|ies); config(uration)?s?; settings?; themes?; layouts?;
    assets?;
    icons?; animations?; games?; levels?; jams?; announcements?; amas?; practices?; routines?; metrics?; targets;
    kpis?; okrs?; goals; indicators?; measures; vision; roles?; channels?; processes; summar(y|ies); announcements;
    implementation; serialization; selectors?; formats?; snapshots?; acls?; dht; stack; solution; solutions;
    marketplace; queue; cache; token; contract; wallet; ledger; registry; proof of concept; poc; proofs? of concept;
    audits?; stor(y|ies); boards?; backlog; functions?; projects?; suites?; re ?designs?; launch; roll ?outs?;
    locali[sz]ation; refactor(ing)?;
    read ?me; change ?logs?; dark mode; offline mode; user (management|profiles?|accounts?|roles?); access control;
    (error|event|exception|state|session|file|memory|order|content|inventory|queue|log|key|identity|permission|role|
    account|version|release|package|dependency|data|device|task|user|asset|document|contact|lead|
    course) (management|handling);
    (\w+ )?(tracking|reporting|scheduling|filtering|sorting|indexing|caching|hosting|messaging|billing|invoicing|
    parsing|rendering|routing|rate limiting|load balancing|versioning|linting|formatting|templating|packaging|
    scripting|
    prototyping|crawling|scraping|embedding|provisioning|highlighting|scoring); (\w+ )(support|integration|
    automation|
    generation|validation|visuali[sz]ation|export|import|sync|synchroni[sz]ation|configuration|encryption|
    compression|compilation|detection|pagination|auto ?complete|auto ?save|installation|certification|registration);
    version control; check ?out; profiles?; permissions?; navigation; nav ?bar; side ?bar; headers?; footers?;
    banners?;
    carousels?; modals?; popups?; tool ?tips?; tabs; cards; sections?; galler(y|ies); calendars?; maps; charts?;
    graphs?;
    plots?; diagrams?; visuali[sz]ations?; avatars?; badges?; leader ?boards?; quiz(zes)?; tests? cases?; e2e tests;
    fixtures?; mocks?; stubs?; helpers?; utilit(y|ies); middlewares?; hooks; states?; reducers?; resolvers?;
    queries;
    mutations?; subscriptions? (page|flow|model); routes?; routers?; controllers?; views? (layer|model); modules;
    classifiers?; detectors?; predictors?; recommenders?; recommender system; crawlers?; scrapers?; loaders?;
    exporters?;
    importers?; converters?; generators?; validators?; formatters?; linters?; debuggers?; profilers?; emulators?;
    interpreters?; renderers?; schedulers?; orchestrators?; monitors?; proxies; load balancers?; containers?;
    images;
    charts; operators?; crds?; helm charts?; terraform \w+; playbooks?; ansible \w+; vms?; machines; volumes;
    buckets?;
    backends?; frontends?; monorepo; submodules?; workspaces?; sandboxes?; playgrounds?; starter kits?;
    boilerplates?;
    skeletons?; scaffolds?; style ?sheets?; fonts?; color palette; palettes?; illustrations?; mascot; photos?;
    flyers?;
    posters?; brochures?; leaflets?; booklets?; e ?books?; books?; modules; syllab(us|i);
    certificates?; scholarships?; grants?; internships?; fellowships?; hackathons?; summits?; panels?; talks?;
    key ?notes?;
    exhibitions?; showcases?; festivals?; ceremon(y|ies); retreats?; offsites?; town ?halls?; office hours;
    stand ?ups?;
    retros?; retrospectives?; meetings?; surveys; polls?; focus groups?; press releases?;
    press kits?;
    media kits?; ads?; adverts?; e ?mails?; mailings?; drip campaigns?; funnels?; cta; calls to action; seo;
    offers?;
    price ?lists?; pricing( page| model)?; business (plan|model|case)s?; pitch decks?; one ?pagers?; memos?;
    briefs?;
    rfcs?; adrs?; rfps?; sows?; slas?; slos?; mous?; ndas?; terms of service; privacy notice; statements?; rules?;
    criteria; rubrics?; scorecards?; forecasts?; assessments?; analys(is|es); reviews?; stud(y|ies);
    reference (architecture|implementation|guide)s?; diagrams; blueprints?; drafts?; outlines?; hubs?; cent(er|
    re)s? of \w+;
    labs?; offices?; warehouses; plants?; kiosks?; machines?; equipment; rooms?; gardens?; playgrounds?;
    (hiring|onboarding|recruitment|mentorship|training|referral|loyalty|ambassador|internship) (process|plan|
    program(me)?)s?;
    task forces?; councils?; boards; structures?; systems of \w+; tasks; milestones; user research;
    usability tests?;
    histor(y|ies); lists?; filters?; options; preferences; feeds?; timelines?; toolbars?; drop ?downs?; pickers?;
    wizards?;
    labels?; tags?; thumbnails?; (media|video|audio) players?; (list|grid|detail|tree|kanban|calendar|admin) views?;
    (\w+ )?messages?; payment; billing; testing; forums?; chats?; inbox(es)?; counters?; timers?; themes;
    toggles?;
    shortcuts?; bookmarks?; undo; redo; drag (and|&) drop; localization; internationali[sz]ation; i18n;
    offline support;
    (?!(optimi|organi|utili|moneti|prioriti|civili|stabili|mobili|reali|speciali|globali|maximi|minimi|
    sociali)\w*)\w+i[sz]ation;
    inputs?; checkbox(es)?; radios?; accordions?; breadcrumbs?; grids?; headings?; notices?; uploaders?;
    text ?areas?;
    input fields?; steppers?; up ?loaders?; chapters?; sound ?tracks?; sound effects; music; sprites?; level design;
    flags?; series; refresh(es)?; journeys?; flows; experiments?; quiz(zes)?; pdfs?; sitemaps?; minification;
    runs?; instrumentation; gamification; automation;
    (bug )?fixes; upgrades?; modes?; resets?; rewrites?
"""
MATTER: Final = r"""
    data; logs?; errors?; passwords?; issues?; tickets?; pull requests?; prs?; commits?; results?; files?; images?;
    records?; fields?; keys?; secrets?; credentials?; dependenc(y|ies); vulnerabilit(y|ies); bugs?; branches?;
    flags?;
    info; information; inputs?; outputs?; requests?; events?; variables?; methods?; classes; threads?; changes?;
    tokens?; sessions?; links?; decisions?; responsibilities; deadlines?; risks?; incidents?; entries; transactions
"""
OF_STAFF: Final = r"""
    hir(e|ed|ing); recruit(ed|ing)?; onboard(ed|ing)?; appoint(ed|ing)?; find; select(ed|ing)?;
    assign(ed|ing)?; interview; contact; survey; visit; meet with
"""
