"""The English words of statements: what is made, what is there, and what a thing does."""

from __future__ import annotations

from typing import Final

from purposebook.checks.words.forms import past_forms

_TEAM_VERBS: Final = r"""
    build>built; launch; re ?launch; deploy; migrate; implement; develop; redesign; refactor; re ?write>re ?written;
    rebuild>rebuilt; roll out; set up>set up; introduce; integrate; configure; produce; prepare; automate;
    organi[sz]e; redo>redone; conduct; open source>open sourced; kick off; draft; add; define; prototype; construct;
    assemble; compile; consolidate; moderni[sz]e; decouple; containeri[sz]e; provision; formulate; showcase;
    procure;
    deprecate; retire; decommission; expose; embed>embedded; package; instrument; standardi[sz]e; centrali[sz]e;
    digiti[sz]e; generate; establish; extend; merge; wire up; clean up; carry out; put together>put together;
    put in place>put in place; translate; convert; re ?structure; re ?organi[sz]e; re ?brand; re ?vamp; streamline;
    spec out; outline; scaffold; productioni[sz]e; commission; hand over; install; upgrade; locali[sz]e;
    port>ported; back ?port; patch; annotate; catalogue; prioriti[sz]e; harden; dockeri[sz]e; modulari[sz]e;
    virtuali[sz]e; populate; devise; craft; author; code; codify; document; design; release; ship>shipped;
    write>written; test; replace; remove; rework; overhaul; expand; benchmark; validate; specify; illustrate;
    synchroni[sz]e; unify; bundle; finali[sz]e; deliver; publish; create; hire; recruit; map>mapped; plan>planned;
    set out>set out; put up>put up; bring online>brought online; sync; adapt; tag>tagged; script; parse; mock up;
    schedule; demo; lay out>laid out; draw up>drawn up; enable; optimi[sz]e; record;
    describe; file; provide; make>made; enhance; encrypt; update; fix; apply; assign; appoint
"""
"""What a team makes, as it stands in `... is launched`."""
_MADE: Final = past_forms(_TEAM_VERBS)
_BE: Final = r"""
    (is|are|was|were|be|been|gets?|got|will be|has been|have been|had been|being|can be|must be|should be)( (now|
    all|
    fully|successfully|completely|also|already|automatically|properly|finally|well|clearly|correctly|not|
    no longer|publicly|completely|being|regularly|formally))?
""".strip()
_STATES: Final = r"""
    (live|in place|in production|ready|available|active|implemented|in use|in force|merged|online|up and running|
    complete|done|up to date|operational|
    functional|public|completed|finished|solved|enabled|documented|private|
    open source|
    set|in beta|open|published|self hosted|containeri[sz]ed)
""".strip()
_AFTER: Final = r"""
    (?=\W*$| ?[,.:(]| (by|in|on|before|at|for|with|to|across|and|as|into|from|within|through|via|using|under|over|
    so|
    online|live|up|off|out|down|daily|weekly|monthly|quarterly|automatically|regularly|correctly|properly|securely|
    successfully|publicly|internally)(?!\w))
""".strip()
_DONE: Final = rf"""
    ({_MADE}|approved|signed|certified|obtained|completed?|finished|achieved|passed|adopted|accepted|agreed|
    submitted|shared|closed|resolved|selected|chosen|appointed|confirmed|secured|validated|verified|reviewed|
    tested|registered|awarded|granted|won|uploaded|posted|ratified|audited|presented|incorporated|
    solved|decided|identified|delivered|started|opened|purchased|sold|live|in place|in production|ready|available|
    online|done|up and running|operational|functional|playable|deployed and live|optimi[sz]ed)
""".strip()
_ANY: Final = r"""
    (?!(passed|approved|signed|certified|obtained|achieved|accepted|awarded|granted|secured|ratified|agreed|closed|
    registered|used|reused|adopted|loved|liked|visited|downloaded|opened|improved|reduced|increased|decreased|
    satisfied|based|grounded|experienced|skilled|qualified|focused|
    engaged|interested|motivated|trusted|needed|wanted|expected|preferred|accessed|viewed|watched|clicked|cited|
    shared|
    doubled|tripled|halved|raised|lowered|enhanced|perceived|considered|valued|appreciated|understood|related|
    limited|
    dedicated|advanced|integrated|distributed|automated|shared|personali[sz]ed|targeted|tailored|lasted|need|red|
    bed|
    speed|feed|seed|indeed|completed|submitted|filled|abandoned|resolved|reported|requested|returned|
    ordered)(?!\w))(\w+ed|written|built|set up|
    drawn up|sent|put)
""".strip()
"""Any participle, but for those of people who use a thing and of values that move."""
MODAL: Final = r"(can|could|(are|is) able( to)?)"
_GRADED: Final = r"""
    ([\w'-]+ ){0,12}(quickly|faster|quicker|in less|within|better|effortlessly|ease)(?!\w)|((easily|now|always|
    also) )?(find|
    feel|trust|focus|rely|concentrate|afford|spend|save|choose|live|work|enjoy|understand|succeed|be|become|get|
    achieve|
    recogni[sz]e|make|see|identify|solve|thrive|grow|do|have|reach|take)(?!\w)
""".strip()
"""What follows `can` where people do it more or less, or better."""
PASSIVE: Final = rf"{_BE} (\w+ly )?({_MADE})"
FINISHED: Final = rf"""
    ({_MADE}|cleaned up|pushed|committed|merged|moved|archived|renamed|up to date|done|operational|live|available|
    ready|in place|in production|up and running){_AFTER};
    (handled|caught|rejected|detected|displayed|logged|parsed){_AFTER}
    """
SURE: Final = r"""
    implemented; deployed; migrated; refactored; integrated; configured; documented; automated; redesigned; set up;
    (handled|caught|rejected|detected|displayed|logged|parsed)(?= (with|via|gracefully|early|correctly|
    automatically|
    properly)(?!\w)); standardi[sz]ed; centrali[sz]ed; unified; formali[sz]ed; codified; instrumented;
    containeri[sz]ed;
    modulari[sz]ed; provisioned; reorgani[sz]ed; re ?branded; revamped; streamlined; overhauled; introduced;
    finali[sz]ed;
    kicked off; drafted; prototyped; cleaned up; pushed; committed; merged; archived; renamed; consolidated;
    removed; restructured; moderni[sz]ed;
    installed; upgraded; rewritten; rebuilt; launched; rolled out; dockeri[sz]ed; deprecated; decommissioned;
    shipped
    """
"""What only a team does: the subject may have any name."""
STATE: Final = rf"""
    {_BE} {_STATES}{_AFTER}; {_BE} {_DONE}{_AFTER}; (has|have) (an?|the|its|all|full) \w+; {_BE} part of \w+;
    exists?{_AFTER}
    """
ANY_DONE: Final = rf"({_BE} )?{_ANY}{_AFTER}"
DONE: Final = rf"({_BE} )?{_DONE}{_AFTER}"
CAPABILITIES: Final = rf"({MODAL}) (?!{_GRADED})\w+"
FINITE: Final = r"""
    is; are; was; were; has; have; had; can; will; must; should; shall; may; does; do; did; cannot; gets; becomes;
    isn't;
    supports; provides; allows; enables; runs; handles; ensures; offers; shows; displays; includes; contains; loads;
    works; integrates; uses; learns; finds; sends; returns; responds; generates; lets; makes; helps; gives; meets;
    passes; complies; complements; covers; captures; scales; serves; stores; processes; receives; detects; accepts;
    exposes; implements; delivers; requires; needs; publishes; ships; drives; follows; remains; reaches; exists;
    takes; succeeds; hits; powers; measures; refreshes; tracks;
    collects; connects; builds; maintains; manages; performs; operates; reflects; stays; goes; comes; creates;
    updates;
    automates; produces; validates; prevents; reduces; improves; increases; empowers; facilitates; aims; wants;
    strives;
    recommends; matches; sorts; filters; launches; prints; reads; writes; opens; closes; starts
    """
HAVING: Final = r"(has|have)( (an?|its|their|the|all|our))?"
ACTS: Final = r"""
    (can|will|must|shall)(?! (be|have|help|reach|become|grow|improve|reduce|increase|save|make|drive|remain|stay|
    attract|win|
    give|delight|inspire|empower|engage|continue|never|not|double|earn|satisfy|meet|succeed|thrive|last)(?!\w)) \w+;
    can be (?!(used|trusted|found|reached|relied|understood|improved|reduced)(?!\w))\w+;
    (supports?|provides?|allows?|enables?|handles?|ensures?|offers?|shows?|displays?|includes?|contains?|loads?|
    works?|
    integrates?|finds?|sends?|returns?|responds?|generates?|lets?|complies|comply|covers?|captures?|
    stores(?= \w+ (in|on|for))|
    processes|receives?|detects?|accepts?|exposes?|implements?|tracks?|collects?|validates?|filters?|explains?|
    answers?|
    passes|lists?|describes?|checks?|emits?|renders?|exports?|imports?|updates?|syncs?|sorts?|uses|starts?|stops?|
    runs?|
    (?!process)\w+s(?= (the|an?|correctly|automatically)(?!\w))|
    documents?|automates?|notif(y|ies)|matches|calls?|connects?|links?|points?|builds?( up)?)(?! (time|rate|
    count)s?(?!\w))
    """
BETTER: Final = r"""
    on time; in time; more; less; fewer; better; faster; fastest; easiest; simplest; greatest; largest; easier;
    quicker; cheaper;
    safer; most; best; as \w+ as; enough; quickly;
    reliably;
    often; longer; sooner; without (failure|a failure|crash(ing|es)?|errors?|interruptions?)
    """
PLURAL_FINITE: Final = r"""
    appear; update; resist; return; validate; reflect; maintain; produce;
    take; succeed; ship; hit; power; measure; run; work; load; pass; support; handle; cover; include; provide;
    allow; meet; follow; use; comply; contain;
    offer; remain;
    match; show; display; respond; behave; build; start; stay; become; help; make; scale; render; start; need;
    integrate
    """
THING_VERBS: Final = r"""
    supports; provides; allows; enables; runs (on|in|as); handles; ensures; offers; displays; includes;
    integrates (with|into); learns to; detects; exposes; implements; complies with; lets; always finds;
    serves as; acts as; works (on|perfectly|with|in|across|as|for|
    offline); is compatible with; covers; generates; stores; returns
    """
BY: Final = "by"
NO_SUBJECT: Final = r"""
    submitted; filled; bought; sold; booked; paid; ordered; who; that; which; having; ensure; can; could; without;
    if; when; where; how; what; why; they; we; you; he; she;
    it; this; there; nobody;
    no one; none;
    no; zero; more; everything; nothing; time; those; after; before; once; until; because; while; than; don't;
    doesn't; less;
    fewer; weeknights; evenings; weekends; days?; nights?; hours?
    """
WHOLE: Final = "all; every; both; the; our"
