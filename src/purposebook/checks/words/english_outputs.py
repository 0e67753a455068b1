"""The English words that tell what a team makes from what changes for people."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words import english_statements as words
from purposebook.checks.words.english_outcomes import END, ORDINARY, OUTCOMES
from purposebook.checks.words.english_things import MATTER, OF_STAFF, THINGS
from purposebook.checks.words.forms import bases, gerunds, past_forms, third_persons
from purposebook.checks.words.lists import OutputWords

_ORDERS: Final = r"""
    build>built; launch; re ?launch; deploy; deliver; migrate; implement; create; redesign; refactor;
    re ?write>re ?written; rebuild>rebuilt; roll out; set up>set up; introduce; integrate; configure; produce;
    finali[sz]e; automate; recruit; hire; organi[sz]e; redo>redone; conduct; open source; kick off; draft; add;
    define; prototype; construct; assemble; compile; consolidate; moderni[sz]e; decouple; containeri[sz]e;
    provision;
    formulate; showcase; procure; purchase; deprecate; retire; decommission; expose; embed>embedded; package;
    instrument; standardi[sz]e; centrali[sz]e; digiti[sz]e; establish; wire up; clean up; tidy up;
    carry out; put together; translate; convert; re ?structure; re ?organi[sz]e; re ?brand; re ?vamp;     spec out;
    outline; scaffold; productioni[sz]e; commission; install; upgrade; locali[sz]e; back ?port; patch;
    annotate; catalogue; harden; dockeri[sz]e; modulari[sz]e; virtuali[sz]e; populate; devise; craft; author;
    codify;
    document; design; release; ship>shipped; publish; write>written; rework; overhaul; set out; put up; draw up;
    write up>written up; write down>written down; describe; onboard; replace; remove; specify; unify; bundle;
    synchroni[sz]e;
    illustrate; disseminate; distribute; spin up; stand up; flesh out; implement; go live; bring online;
    bring in house; make available; put in place; put online; turn on; hand over; write out; lay out; set in place;
    externali[sz]e; uncouple; decompose; extract; hook up; bootstrap; scrap; sunset; phase out; spin off; fork;
    reconfigure; re ?implement; re ?design; restyle; paginate; parameteri[sz]e; paralleli[sz]e; seriali[sz]e;
    saniti[sz]e; encrypt; co ?create; co ?design; co ?develop; pre ?populate; auto ?generate; crowd ?source;
    wire ?frame; storyboard; sketch; mock up; architect; fabricate; manufacture; simulate; visuali[sz]e; render;
    display; backfill; white ?label; componenti[sz]e; exhibit; systemati[sz]e; scope; scope out; reword; reformat;
    relocate; redirect; rationali[sz]e; renovate; repair; restore; equip; reconstruct; re ?open; co ?organi[sz]e;
    co ?host; auto ?fill; pre ?fill; re ?use; split>split;
    demo; formali[sz]e; operationali[sz]e; institute; instigate; initiate; incorporate; transition;
    provision; re ?platform; re ?architect; rename; delete; import; export; upload; procure
"""
"""What a team makes, as an order: these verbs need no article to be seen."""
_ORDERS_WITH_ARTICLE: Final = r"""
    map>mapped; plan>planned; pilot; trial; fix; report; schedule; code; program; update; model; print; edit;
    film; record; announce; present; send>sent; run>run; hold>held; host; execute; perform;
    buy>bought; move; transfer; switch; connect; link; sign; file; stage; list; collect; gather;     open; offer;
    form; found; demo; audit; train;
    engineer; port; source; sponsor; amplify; pitch; staff; fund; enforce; paint; enrol; submit; post;
    commit>committed; push; handle; reject; include; log>logged; cache; index; contribute; award; show; store;
    group; scale up; start;     do; feature; assign; appoint; select; choose; agree; agree on; benchmark; set;
    convert; archive; implement; name; register; train; merge
"""
"""The same, where the word is as often a noun or says something else."""
_DETERMINER: Final = r"""
    (?=( (and|&) \w+)? (the|an?|our|its|their|all|any|new|every|each|another|more|additional|first|second|initial|
    final|remaining|
    existing|key|basic|full|version|v\d+|\d+|one|two|three|four|five|six|seven|eight|ten|several|some|at least|
    up to|both|proper|missing|regular|monthly|weekly|quarterly|internal)(?!\w))
""".strip()
_INDEFINITE: Final = r"(?= (an?|new|another|two|three|four|five|\d+)(?!\w))"
_ARTICLE: Final = r"(?= (the|an?|our|all|another|\d+|two|three|four|five|six|ten|at least)(?!\w))"
_VERBS: Final = rf"""
    {bases(_ORDERS)}; make ((?!(more|easily|less)(?!\w))\w+ ){{1,5}}(available|public|live|accessible|open source|
    compatible|compliant)(?!\w);
    ({bases(_ORDERS_WITH_ARTICLE)}){_DETERMINER};
    ({past_forms(_ORDERS)}|{past_forms(_ORDERS_WITH_ARTICLE)}|{gerunds(_ORDERS)}|{gerunds(_ORDERS_WITH_ARTICLE)}|
    {third_persons(_ORDERS)}|
    shipp?ed|shipping|setting up|running|planning|mapping|writing down){_DETERMINER};
    (complete|finish|apply|start|submit|post|share){_ARTICLE}; put (\w+ ){{0,3}}(in place|live|online);
    (creating|launching|implementing|integrating|deploying|writing|migrating|redesigning|adding|introducing|
    delivering|setting up|added|implemented|introduced|migrated|refactored|deployed|redesigned|rewrote)(?= \w+);
    develop{_INDEFINITE}; develop(?= (and|&) (launch|deploy|implement|publish|test|release|ship|build|design|
    deliver|maintain)(?!\w)); finish work on; (continue|keep) (building|developing|creating|writing|work on);
    (speak at|apply for|
    drop support for|build out|drop support);
    make (\w+ ){{1,4}}(searchable|installable|configurable|exportable|printable|responsive|multilingual)(?!\w);
    (fix|resolve|close)( \w+){{0,2}} (bugs?|issues?|errors?|tickets?|vulnerabilit(y|ies)|warnings?)(?!\w);
    (update|upgrade|bump)( \w+){{0,2}} (dependencies|packages|libraries)(?!\w); (allow|let) (users?|customers?|
    people|members?|admins?|visitors?|developers?) to \w+; place(?= (ads?|adverts?|
    advertisements?)(?!\w))
"""
_LINKS: Final = r"""
    with; to; for; from; about; by; who; that; which; when; because; on; in; into; onto; at; of; and; or; so; as;
    while;
    within; across; without; through; via; using; including; based; before; after; until; over; under; between;
    among;
    towards?; per; if; where; whose; during; inside; upon; than; against; around; off
"""
_NOUNS: Final = r"""
    ((the|a|an|our|full|first|public|official|successful|alpha|beta|initial|complete|internal) ){0,2}(launch|
    relaunch|release|delivery|creation|implementation|roll ?out|development|deployment|migration|
    redesign|introduction|publication|documentation|installation|integration|set ?up|completion|preparation|
    organi[sz]ation|automation|configuration|refactoring|construction|finali[sz]ation|establishment|design|
    provision|recruitment|production|hiring|upgrade|adoption of a|definition|consolidation|moderni[sz]ation|
    deprecation|removal|replacement|go live|kick off|prototype|draft|drafting|prototyping|formulation) of;
    (the )?(ability|possibility) (for \w+ )?to (export|import|upload|download|search|filter|sort|edit|create|add|
    delete|
    configure|set|view|see|share|send|book|print|log|sign|switch|schedule|comment|customi[sz]e);
    support for(?! (the|our) (\w+ )?(people|users|teachers|families|students|
    children))
"""
_MEASURES: Final = rf"""
    (build|release|launch|deploy|ship|design|document|test|upgrade|install|hire|report|plan|update|code|map|package|
    patch|draft|author|script|embed|export|import|upload|demo|craft|benchmark|bundle|host|record|file|run|complete|
    add|set|start|close|produce|prototype|onboarding)
    (?!(the|an?|our|all|new|every|each|\d+|two|three|four|five|ten)(?!\w))(\w+ ){{0,2}}(times?|frequency|failures?|
    errors?|durations?|size|dates?|days?|success|quality|counts?|scores?|accuracy|
    costs?|speed|satisfaction|completion|coverage|downtime|status|minutes|hours|queues?|lag|delay|latency|volume|
    cycles?|cadence|bugs|defects|age|length|confidence|effort|usage|adoption|uptime|spend|incidents|ratings?|views|
    visits?|visitors|downloads|rates?|velocity|stability|reliability|performance|deviation|backlog|
    productivity|maturity|readiness|health|debt|rankings?){END};
    (build|release|launch|design|document|package|demo|test|export|import|upload|script|prototype|patch)(ing|s)?
    (\w+ ){{1,3}}(is|are|was|were|has|have|can|will|must|should); go live dates?;
    (design|product|support|test|release|build|hiring|report|code) (teams?|engineers?|managers?|users?|leads?|staff)
"""
OUTPUTS: Final = OutputWords(
    openers=r"""
    ((q|kr|o|phase|step|sprint|week|month|goal|milestone|objective|key result) ?\d+(\.\d+)?) ?[-–—]; [^:.,]{1,40}:;
    \[[^\]]{1,30}\]; \([^)]{1,20}\); (by|in|before|during|after|within|next) [^,:.]{1,30},; (we|
    our team|the team|our (\w+ )?team|the \w+ team)
    (will|have|has|must|should|shall|can|want to|need to|plan to|aim to|intend to|are (aiming|planning|going|
    looking) (to|at));
    (our|the) (\w+ )?teams?; we; we've; we'll; we're; we are; currently; now; (begin|start|keep)(?= \w+ing(?!\w));
    fully;
    (?!(weekly|daily|monthly|early|only|family|supply|reply|assembly|apply|rely|fly|quarterly|yearly|likely|comply|
    multiply|friendly|directly)(?!\w))\w{3,}ly(?= \w+(?!\w)); also; finally; then; first; continue to;
    begin to; start to; be able to;
    has; have; be ready to; plan to; aim to; properly; formally; publicly; explicitly; collaboratively; jointly;
    (research|design|discovery|analysis|definition|planning)(,| and|, and); and; design and; research and; agree (&|
    and); work to; finish; complete(?= \w+ing(?!\w)); review and; to
    """,
    verbs=_VERBS,
    loose_verbs=rf"""
    (?!({OUTCOMES})(?!\w))(?!\w+ing )[a-z]+(?= (the|an?|our|all)(?!\w));
    improve (?=((the|our) )?(\w+ )?(documentation|docs|readme|tests?|test suite|guides?)(?!\w)); update; complete;
    generate; develop; close; refine; enable; finish; test; fix; make;         stabili[sz]e; nail down; run; plan;
    map; model; program; code;
    edit;
    create; show; send; sign; select; choose; agree; start; open; form; move; transfer;
    apply;
    connect; link; pilot; trial; present; announce; propose; re ?use;
    feature; deliver; document; transform; assign;
    finish \w+ing; feature; make explicit; evolve; revise; refine; polish; refresh; split
    """,
    nouns=_NOUNS,
    ordinary=ORDINARY,
    measures=_MEASURES,
    links=_LINKS,
    things=THINGS,
    matter=MATTER,
    whole=words.WHOLE,
    staff=OF_STAFF,
    passive=words.PASSIVE,
    finished=words.FINISHED,
    sure=words.SURE,
    state=words.STATE,
    any_done=words.ANY_DONE,
    done=words.DONE,
    capabilities=words.CAPABILITIES,
    obtained=r"""
    be able to (?!(help|serve|reach|be|find|focus|offer)(?!\w))\w+; (it is |it's |is )?possible (to|for) \w+;
    be (listed|featured|included|accepted|available|present|published|recogni[sz]ed as) \w+;
    (determine|find out|decide|verify|confirm|validate|know|check) (if|whether) \w+;
    (complete|finish) (\w+ ){0,3}(training|certification|course|registration|application|set ?up|(phase|stage) \d);
    (get|obtain|achieve|receive|earn|pass|secure|win|gain|become|be|reach|attain|renew|
    maintain) (\w+ ){0,5}(certifi(ed|cation|cate)|certifications?|accredit(ed|ation)|approval|approved|audit|soc ?2|
    iso \d+|licen[cs]e|funding|
    grant|status|ready|registered|compliance|compliant|permission|patent|degree|diploma|ga|general availability|
    sign off|buy in|clearance|seed round|series a|501\(c\)\(3\)|certificate|milestone|exam|assessment|accepted|
    published|promotion|promoted|live|operational|in place|parity|neutral|neutrality|complian(t|ce));
    (sign|close|agree|decide|choose|select|confirm|complete|finish|resolve|settle|conclude|submit|approve|adopt|
    ratify|pass|reach agreement|make a decision|move to|move into|replace|switch to|apply for) (the|an?|our|on|
    whether|which|to) (?!(new |more )?(customers?|users?|people|way|ways)(?!\w))\w+;
    (get|have) (\w+ ){1,4}(approved|reviewed|signed|merged|accepted|certified|translated|tested|written|built|
    set up|
    live|
    online|ready|running|done|published|installed|deployed|released|finished)(?!\w); there is an? \w+
    """,
    finite=words.FINITE,
    having=words.HAVING,
    acts=words.ACTS,
    better=words.BETTER,
    plural_finite=words.PLURAL_FINITE,
    thing_verbs=words.THING_VERBS,
    by=words.BY,
    joint=r"(and|&|or|/|,) (\w+ly )?[a-z]+(?= (the|an?|our|new|all|any|\d+|\w+s)(?!\w))",
    people=r"""
    teams?;
    members?; contributors?; visitors?; followers?; subscribers?; participants?; leads; prospects?; team ?mates?;
    staff; collaborators?; maintainers; sponsors?; ambassadors?; newcomers; leaders; admins?; administrators?;
    owners?; hosts?; guests?; players?; reviewers?; operators?;
    instructors?; organi[sz]ers?; shareholders; recruiters?; moderators?; downloaders; uploaders; adopters;
    attendees
    """,
    no_subject=words.NO_SUBJECT,
    no_people=r"editor; creators?; readers?; designers?; schools?; cit(y|ies); villages?; communit(y|ies)",
    not_alone=r"""
    validate; adopts;
    failed; late; lost; missed; overdue; unread; duplicate; abandoned; broken; repeat; returning; having; ensure;
    experiment with; focus; read; watch; improve; increase; reduce; decrease; grow; raise; lower;
    cut; boost;
    drive; accelerate;
    strengthen; ensure; keep;
    maintain; make; help; become; be; win; get; achieve; reach; use; love; trust; choose; understand; prefer; adopt;
    find; beat; enhance; leverage; scale; optimi[sz]e; simplify; speed up; master; learn; know; own; lead; protect;
    prevent; positively; affect; support; more; less; fewer; faster; better; easier; easy; reliable; no; zero;
    \w+ (the|a|an|our|your|my|their|this); everyone; everybody; people; users; we; they; number of; time; total;
    active; \w+ed \w*s; open issues; stabili[sz]e; secure; transform; promote; foster; cultivate; deepen;
    \w+(ness|ability|ibility); enjoy; take; give; bring; move; turn; put; let; see; explore; evaluate; consider;
    monitor; track; review; visits?
    """,
    task_things=r"""
    \w+ (optimi[sz]ations?|maintenance|marketing|outreach|promotion|advocacy|research|analys(is|es)|training|
    coordination|communications?|networking|fund ?raising|planning|improvements?|enhancements?|exploration|
    experimentation|brainstorming|mentoring|coaching|recruiting|monitoring|evaluation|discovery|clean ?up|polishing|
    debugging|refinement|community building|team building|advertising|prioriti[sz]ation|benchmarking|testing|
    follow ups?|preparation)
    """,
    ensuring="ensure( that)?; make sure( that)?; see to it that",
    joined_tasks=rf"""
    (and|&|then) (\w+ly )?({bases(_ORDERS)}|({bases(_ORDERS_WITH_ARTICLE)}|develop|update|complete){_DETERMINER})
    """,
    improving=r"""
    improv(ed?|ing); enhanced; better; optimi[sz](e|ing); refine; enhance; streamline; improvements? to; evolve;
    revise; rework; polish;
    tune; fine tune; simplify; strengthen; scale; stabili[sz]e; secure; modify; upgrade
    """,
    tasks=r"""
    \d+\+? ([\w-]+ ){1,5}(delivered|attended|hosted|organi[sz]ed|conducted|held|written|recorded|given|run)(?!\w);
    validate(?!.{0,120}\d); (finish|complete|continue|keep|start) \w+ing; mentorship; plan to; commit to;
    negotiate; pilot; adopt; redefine; spend; achieve(?= (\w+ ){0,2}\d? ?compliance(?!\w)); pass(?= (all|the|
    an?)(?!\w)); meet(?= wcag);
    (get|obtain|earn|renew)(?= (\w+ ){0,3}(certifi\w+|accredit\w+|approval|feedback|sign off)(?!\w));
    obtain; decide on; propose; execute; complete; include; present (at|to); get (feedback|review)s?; invest in;
    participating in; participation in; capture; finish; finali[sz]e; submit; fundraise;
    provide; offer; share; promote; streamline; demonstrate; hold; host; find; test; talk to; start; weed; diversify;
    (build|create|grow|form) (\w+ ){0,4}teams?; explore; investigate; research; review; evaluate; assess;
    analy[sz]e; study; identify; track; consider; align;
    attend;
    participate in; take part in; monitor; discuss; coordinate; co ordinate; curate; brainstorm; look into; work on;
    meet with; working (on|with|towards?); experiment with; audit; examine; compare; curation of; exploration of;
    analysis of; review of;
    research on;
    research into; investigation (of|into); evaluation of; assessment of; gather; collect; continue; maintain;
    manage;
    apply (?=(the|an?|our)(?!\w)); contribute (to|towards); facilitate; practi[cs]e;     use (?!(less|fewer|more|of|
    rate|cases?)(?!\w)); work (with|closely); stay true to; double down( on)?; resolve;
    don't; do not; coach; mentor; advise; consult; support and; address; focus on; communicate;
    engage with; reach out( to)?; respond to; cooperate; co operate; collaborate; partner with; debug; troubleshoot;
    prioriti[sz]e; triage; oversee; supervise; perform; conduct; prepare; (plan|run|lead|share|address)(?= (the|an?|
    our|for|regular|new|all|internal)(?!\w)); follow (up|the|best); enforce; take care of; look (at|for|after);
    search for; keep \w+ing; advocate for; verify; strive to; try to; reflect on; inform;
    liaise; build and maintain; socialize; put into practice; bring up; establish (?=\w+ with(?!\w)); catch up;
    interview; observe; survey; visit; keep (up|on|track of); measure; check; learn about; think about; talk to
    """,
    clauses=r"(with|by|through|in|at|today|during|as|for|after|before|this) .{0,60}?,",
    purposes="aims to; is designed to; strives to; seeks to; is committed to; is dedicated to",
    two_nouns=r"(?!(get|have|ensure|sure|that|all|of)(?!\w))\w+ (the|an?|our|their|your|its)",
    order=r"""
    expand; extend; validate; elevate; produce; measure; show; verify; demonstrate; provide;
    assure; improve; increase; reduce; decrease; grow; raise; lower; cut; boost; drive; accelerate; strengthen; keep;
    become; be;
    win; reach; beat; enhance; scale; simplify; speed up; help; protect; prevent; promote; foster; stabili[sz]e;
    secure;
    modify; encourage; attract; retain; engage; delight; earn; save; double; minimi[sz]e; maximi[sz]e; eliminate;
    avoid; advance; champion;
    inspire; unlock; unite; empower; lead; serve; support
    """,
    head_is_last=True,
    effects=rf"""
    \d[\d.,]{{0,8}} ?%(?! of (?!(our |the |all |new |active )?(users|customers|people|teachers|students|members|
    visitors|
    clients|staff|employees|families|learners|patients|readers|teams|[\w-]+ers|revenue|sales|time))\w);
    from [^\sa-z]{{0,4}}\d\S{{0,15}} to;
    so (that )?(?!([\w'-]+ ){{1,4}}{words.MODAL}(?!\w))([\w'-]+ ){{1,4}}\w+;
    (used|adopted|read|chosen|visited|watched|trusted|completed) by (?!the team|us|our);
    (achiev|reach|increas|reduc|improv|grow|lower|cutt?|rais|boost|decreas|exceed|attract|sav|earn)(e|es|s|ing|ed)?
    (?!.{{0,40}}(soc|iso|wcag|pci) ?\d)
    .{{0,50}}\d; (establish|position|make) .{{1,60}} as (the|an?);
    (recruit|onboard|hire|engage) .{{0,40}}(members|users|customers|contributors|participants|clients|
    mentors)(?!\w); (maintain|keep) [^a-z]{{0,3}}\d; (maintain|keep) .{{1,30}}\d; (resulting in|leading to|= \d)
    """,
)
