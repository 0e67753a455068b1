"""The English words of people, and of those who are nobody in particular."""

from __future__ import annotations

from typing import Final

_EVERY: Final = r"(all|every|any|anywhere|everywhere|the|our|your|their|this|earth|each)"
_SITUATED: Final = rf"""
    (who|that|whose|whom|without|under|over|aged|living|looking|affected|facing|caring|using|starting|learning|
    working|experiencing|suffering|(in|of|on|at) (?!{_EVERY}(?!\w))\w+|from (under|low|poor|rural|minority|
    disadvantaged|marginali|diverse|different|migrant|ethnic|deprived|non)\w*|with (?!(the|our|their|tools?|knowledge|
    access|information|what|skills|resources|opportunities|ease|each|one|others|quality|high|better|new|more|
    products?|services?|technology|confidence)(?!\w))\w+)
""".strip()
"""How people are told from everybody."""
_ENDURING: Final = r"""
    (who|whose|without|aged|of (a|various|different|low)|living|affected|facing|caring|suffering|under|over|learning|
    in (rural|remote|low|developing|poor))
""".strip()
_ANYONE: Final = r"""
    you|us|it|them|anyone|everyone|everybody|anybody|all|users|people|customers|clients|consumers|individuals|
    organi[sz]ations|humans|humanity|others|visionaries|persons?
""".strip()
_THINGS: Final = r"""
    \w+(tion|ity|ment|ness|ance|ence|ology|ure)s?|technologies|software|systems?|solutions?|devices?|data|
    applications|machines?|models?|services?|products?|growth|change|action|clouds?|containers|planet|earth|nature|
    wildlife|animals|world|oceans?|society
""".strip()
_EVERYBODYS: Final = r"""
    global|world|worldwide|wider|larger|broader|source|online|vibrant|diverse|inclusive|strong|healthy|sustainable|
    conscious|growing|thriving|supportive|active|local|international|real|new|better|safe|welcoming|virtual|digital|
    collaborative|connected|creative|great|large|caring|our|this|best|and|business|trusted
""".strip()
PEOPLE: Final = rf"""
    (people|persons?|folks?|individuals|those|anyone|everyone|everybody|anybody|humans) {_SITUATED}; (users|customers|
    clients|consumers) {_ENDURING}; (young|old|older|elderly|blind|deaf|disabled|autistic|homeless|poor|rural|local|
    working|displaced|indigenous|busy|sick|ill|retired|low income|unemployed|vulnerable|hearing|sighted|ordinary|
    queer|black|brown|neurodivergent|small business|first time|everyday|eligible|potential|older) (people|persons|
    users|customers|clients|consumers|adults|households|communities|groups); (wo)?m[ae]n; girls?; boys?; child(ren)?;
    kids?; babies; infants?; toddlers?; teens?; teenagers?; adolescents?; youth; adults?; seniors?; elders?; parents?;
    mothers?; fathers?; mums?; moms?; dads?; grandparents?; famil(y|ies); couples?; households?; carers?; caregivers?;
    orphans?; widows?; students?; pupils?; teachers?; educators?; learners?; apprentices?; graduates?;
    undergraduates?; academics; scientists?; researchers?; professors?; scholars?; librarians?; authors?; writers?;
    journalists?; editors?; artists?; musicians?; designers?; makers?; creators?; developers?; programmers?;
    engineers?; analysts?; professionals; (every|each|an?|the|young|health|care) professional(?! \w); architects?;
    founders?; entrepreneurs?; freelancers?; contractors?; retailers?; sellers?; buyers?; shoppers?; merchants?;
    traders?; investors?; savers?; borrowers?; (?<!multi[\s-])tenants?; landlords?; homeowners?; renters?;
    neighbou?rs?; residents?; villagers?; citizens?; voters?; taxpayers?; migrants?; immigrants?; refugees?;
    veterans?; soldiers?; prisoners?; victims?; survivors?; patients?; nurses?; doctors?; clinicians?; physicians?;
    surgeons?; midwi(fe|ves); therapists?; pharmacists?; farmers?; fishers?; fishermen; smallholders?; growers?;
    bakers?; cooks?; chefs?; waiters?; drivers?; cyclists?; pedestrians?; commuters?; passengers?; travell?ers?;
    sailors?; workers?; labou?rers?; employees?; employers?; managers?; (community|school|church|village|
    youth) leaders?; volunteers?; donors?; grantees?; grantors?; grantmakers?; applicants?; candidates?;
    job ?seekers?; lawyers?; judges?; accountants?; bookkeepers?; civil servants?; public servants?; officials?;
    police officers?; firefighters?; electricians?; plumbers?; carpenters?; athletes?; runners?; riders?; gamers?;
    readers?; listeners?; viewers?; fans; speakers?; coaches?; trainers?; mentors?; minorit(y|ies); underserved;
    unserved; underprivileged; marginali[sz]ed; disadvantaged; unbanked; underbanked; displaced; dispossessed; (the|
    for|of|to|help) (most )?(poor(est)?|elderly|homeless|blind|deaf|unemployed|vulnerable|disabled|hungry|sick|
    voiceless|oppressed|excluded|needy|wounded|dying)(?! (\w+s|world|part|and most)(?!\w)); indigenous peoples?;
    (\w+ )?peoples; (the )?(american|british|french|german|african|indian|chinese|canadian|australian|kenyan|irish|
    scottish|welsh|european|israeli|palestinian|ukrainian|iranian) (people|public); (the )?people of (?!(all|
    the world|every))\w+; (older|younger|future|next) generations?(?! of (databases|software|technolog\w+|\w+ware|
    tools|devices|web|products|\w+tion|cloud|apps)(?!\w)); newcomers?; beginners?; mankind who; asylum seekers?;
    interns?; staff; faculty; alumni; cohorts?; crews?; first responders?; policy ?makers?; decision ?makers?;
    (the )?media; human rights defenders?; hobbyists?; amateurs?; gardeners?; non profits; leaders; (future|
    young) leaders?; heroes; allies; peers; witness(es)?; guests; pilots; experts; spouses; wives; husbands; scouts;
    clergy; priests; nuns; monks; mayors; heirs; relatives; siblings; brothers; sisters; sons; daughters; latinos;
    latinas; filipinos; nomads; athletes; champions; colleagues; paramedics; diabetics; skeptics; sceptics; autistics;
    celebrities; households; (visually|hearing|mobility|sight) impaired; hard of hearing; the (bereaved|incarcerated|
    unconnected|unheard|unreached|persecuted|forgotten|imprisoned|injured|uninsured|underpaid|overlooked|
    underrepresented|undocumented|enslaved)(?! \w+s(?!\w)); schoolchildren; grandchildren; \w{{3,}}(ed|less|ic|al|an|
    ish|ese|ive|ous|able|binary) people; (trans|queer|straight|lonely|hungry|brave|aging|ageing|struggling) people;
    admins?; sys ?admins; devs; reps; execs; pros; foodies; newbies; ladies; gentlemen; millennials; youths; locals;
    natives; creatives; executives; representatives; delegates; advocates; magistrates; inmates; teammates;
    expat(riate)?s; diplomats; vets; poets; astronauts; recruits; stewards; guards; playwrights; clerks; aides;
    apprentices; novices; police; intellectuals; nationals; housewives; underdogs; (her|his|their) (children|families|
    loved ones); loved ones; next of kin; stepfamilies; infants; newborns?; mothers; lgbt\w*; muslims?; jews; hindus;
    sikhs; buddhists; pilgrims?; msmes?; (vulnerable|underserved|rural|aging|ageing|refugee|at risk|displaced|
    low income|marginali[sz]ed|indigenous|minority|excluded|affected) (populations?|individuals|groups|areas);
    (unhoused|disabled|autistic|homeless|older|young|elderly|blind|deaf|incarcerated|neurodivergent|transgender|gay|
    lesbian) (individuals|adults|persons); human operators?; (the|a|this|each|every|members of the|
    members of our) ((?!({_EVERYBODYS})(?!\w))[\w/]+ ){{1,2}}community(?! (members? of staff|building));
    low income \w+s; (the )?congress; community of (?!(practice|interest)(?!\w))([\w']+ )?\w+s; \w+(s|en|ren|
    ple) in (poverty|need|distress|hardship|prison|foster care|crisis); bipoc; gen z; latinx; first nations; inuit;
    under ?represented \w+; neurodiver\w+; smbs; (non technical|novice|disabled|vulnerable|elderly|visually impaired|
    low vision|rural) users; (nonprofit|non profit|third|voluntary|public) sector; (local|tech|african|young|emerging|
    diverse|female) talents?; personnel; service members?; troops; hiring teams
"""
ANYBODY: Final = r"""
    everyone; everybody; anyone; anybody; all; all people; all users; people; users?(?! centric);
    customers?(?! (centric|obsessed)); clients?; consumers?; stakeholders?; shareholders?; partners?; the world;
    humanity; society; mankind; humankind; the public; the community; businesses; organi[sz]ations; companies;
    individuals; individuals and organi[sz]ations
"""
AGENTS: Final = r"""
    \w{2,}(ers|ors|ists|ants|ents|ees|eers|ans|women|men|folk|eurs); (every|each|any) ((young|single|first time|new|
    other|small) )?\w{2,}(er|or|ist|ant|ent|ee|ian|woman|man)
"""
NO_AGENTS: Final = r"""
    \w*ments?; (means|plans?|loans?|scans?|cleans?|fans?|oceans?|organs?|cans|spans?|bans|humans?|vans|pans|beans?|
    lifespans?|slogans?|urbans?); users?; customers?; consumers?; clients?; partners?; (share|stake|place)holders?;
    others?; \w*computers?; numbers?; matters?; servers?; offers?; orders?; \w*papers?; barriers?; layers?; centers?;
    \w*letters?; parameters?; powers?; headers?; containers?; trackers?; routers?; browsers?; controllers?; adapters?;
    wrappers?; parsers?; compilers?; chapters?; rivers?; waters?; flowers?; answers?; corners?; covers?; borders?;
    banners?; filters?; folders?; buffers?; registers?; clusters?; counters?; pointers?; printers?; scanners?;
    careers?; frontiers?; tiers?; characters?; disasters?; quarters?; headquarters; posters?; dangers?; markers?;
    timers?; stickers?; wonders?; manners?; shelters?; helicopters?; transformers?; semesters?; cancers?; feathers?;
    fibers?; chambers?; towers?; showers?; lasers?; chargers?; freezers?; trousers?; fingers?; shoulders?; tigers?;
    skyscrapers?; identifiers?; classifiers?; modifiers?; trailers?; transfers?; multipliers?; boilers?; rulers?;
    triggers?; levers?; gathers?; fosters?; lowers?; remembers?; considers?; enters?; discovers?; recovers?;
    uncovers?; delivers?; empowers?; suffers?; differs?; refers?; prefers?; steers?; hinders?; administers?;
    bolsters?; lingers?; renders?; alters?; caters?; \w*meters?; litres?; liters?; theaters?; theatres?; integers?;
    ladders?; hammers?; screwdrivers?; loaders?; other; another; further; better; easier; faster; cheaper; safer;
    simpler; smarter; greener; fairer; healthier; greater; longer; later; larger; higher; sectors?; factors?;
    \w*doors?; errors?; colou?rs?; indicators?; vectors?; sensors?; processors?; monitors?; motors?; floors?;
    mirrors?; connectors?; generators?; simulators?; calculators?; accelerators?; incubators?; aggregators?;
    validators?; separators?; descriptors?; refrigerators?; tractors?; corridors?; flavou?rs?; behaviou?rs?; labors?;
    harbou?rs?; endeavou?rs?; tumou?rs?; odou?rs?; rumou?rs?; favou?rs?; honou?rs?; anchors?; refactors?; majors?;
    razors?; tensors?; cursors?; editors?; priors?; interiors?; exteriors?; reactors?; operators?; \w*lists?; exists?;
    consists?; persists?; assists?; twists?; mists?; fists?; wrists?; resists?; insists?; wants?; grants?; plants?;
    restaurants?; variants?; constants?; warrants?; covenants?; elephants?; giants?; pollutants?; implants?;
    instants?; determinants?; components?; \w*events?; contents?; patents?; talents?; incidents?; accidents?;
    continents?; (per)?cents?; represents?; presents?; prevents?; tents?; rents?; scents?; intents?; currents?;
    accents?; extents?; precedents?; nutrients?; ingredients?; gradients?; coefficients?; quotients?; agents?; fees?;
    trees?; committees?; degrees?; guarantees?; sees; knees?; bees?; coffees?; agrees?; frees?; oversees?; medians?
"""
"""Things, adjectives and verbs with an ending of people."""
SERVED: Final = rf"""
    \w+(s|men|women|ple|ren|one|body|folk|man|woman|er) who(?! (we|i|you|is|are we)(?!\w)); those ~(who|that|with|in|
    at|without|most); (enabl|empower|allow|equip|inspir|encourag|inviting|invit|train|teach|convinc)\w* (?!({_ANYONE}|
    {_THINGS}|access|the)(?!\w))([\w']+,? ){{1,5}}to (?!(the|a|an|our|its|their)(?!\w)); help(s|ing)? (?!({_ANYONE}|
    {_THINGS}|to|find|build|make|create|improve|ensure|keep|reduce|drive|bring|solve|with|the world|
    our)(?!\w))([\w']+,? ){{1,4}}(to )?(become|get|find|make|build|learn|do|create|achieve|understand|manage|thrive|
    grow|save|live|work|use|reach|stay|deliver|improve|navigate|access|connect|succeed|ship|write|run|turn|solve|move|
    give|go|see|take|be|have|know|choose|design|develop|share|start|transform); (lives|livelihoods|wellbeing|needs|
    rights|voices|health|income|incomes|dignity) of (?!(all|everyone|users|people|our|customers|clients|every|modern|
    a|an|each|tomorrow|today|industry|businesses|the (market|industry|future|world|entire|community|modern|business|
    organi[sz]ation|company|digital|customers?|clients?|people|public|planet|university|region|city))(?!\w))\w+;
    (lives|hands) of those; where ~(can|could) \w+ without; (people|persons|folks|individuals) (like (?!you(?!\w))|
    affected|struggling|seeking|trying|wishing|wanting|everywhere who|to whom); (internet|web|wheelchair|road|drug|
    power|bus|rail|transport|library|screen reader|keyboard|app) users
"""
BODIES: Final = r"""
    ((every|each|any|local|rural|small) (agency|authority|council|institution|newsroom|library|hospital|university|
    college|ministry|ngo|sme|club|union|parish|lab|clinic|museum|foundation|nonprofit|non profit|charity|school|city|
    town|municipality|village|community|neighbou?rhood|district|region|country|nation|tribe|business|firm|company|
    startup|start up|co ?operative|organi[sz]ation|enterprise|team|church|practice|court|bank|farm|shop|store|
    publisher|utility|association|federation|society|campaign|institution)); agencies; governments; authorities;
    councils; institutions; newsrooms; libraries; hospitals; universities; colleges; ministries; ngos; smes; clubs;
    unions; parishes; labs; laboratories; clinics; museums; foundations; departments; nonprofits; non profits;
    charities; schools; cities; towns; municipalities; villages; (?<!our\s)communities; neighbou?rhoods; districts;
    regions; countries; nations; tribes; businesses; firms; companies; startups; start ups; co ?operatives;
    enterprises; (small|nonprofit|non profit|profit|civil society|civic|community|community based|health|arts|
    grassroots|local|public|public sector|humanitarian|charitable|voluntary|religious|relief|aid|conservation|youth|
    women's|led|governmental|news|media|research|controlled|sports|school|vulnerable) organi[sz]ations;
    organi[sz]ations (that|who|working|serving|in need); (security|development|engineering|product|small|smallest|
    sales|remote|clinical|care|data|medical|school|sports|research|support|operations|devops|software|science|legal|
    hr|finance|marketing|design|field|distributed|project|agile|it|emergency|rescue|response|communications) teams;
    (help|helps|helping|enable|enables|enabling|allow|let|empower|empowers|empowering|for|and|among) teams;
    teams (that|who|to); families; households; churches; congregations; (medical|general|law|gp|dental|
    small) practices; courts; banks; farms; (small|local|independent|village|corner|family) (shops|stores|retailers|
    brands|producers|makers); associations; federations; social movements; groups (of|that|who|\w+ing)
"""
WITHIN: Final = r"""
    (in|within|across|at|throughout|inside|around) (our |the |all |every |each |these |those |their |its |your |many |
    other |different |local |public |private |american |european )?\w+
"""
"""An organisation behind these is a place."""
OURSELVES: Final = r"""
    (leading|premier|preferred|largest|biggest|best|most \w+|number one|top|trusted|global|
    international) ([\w']+ ){0,3}(contractors?|retailers?|employers?|publishers?|providers?|suppliers?|manufacturers?|
    producers?|distributors?|developers?|makers?|sellers?|brokers?|traders?|creators?|designers?|agents?|advisers?|
    advisors?); (a|the|be|become) (global|industry|world) ([\w']+ ){0,3}(leaders?|suppliers?|providers?|employers?|
    retailers?|partners?); (our|a|the|an|talented|dedicated|experienced) teams? of [\w']+( [\w']+)?;
    our ([\w']+ )?(employees|staff|people|team|teams|developers|engineers|volunteers|shareholders|investors|
    experts)( of [\w']+)?; (first|second) class citizens?; (mobili[sz]|gather|recruit|harness|
    rall)\w* (\w+ )?volunteers; shareholders?; (our|for|to) investors; (collaboration|partnership|
    cooperation)s? with ([\w']+ ){0,3}\w+s; connect\w* (you|people|customers|clients|
    users) with ([\w']+,? (and )?){0,5}\w+s; (power|generosity|efforts?) of (our |the )?(\w+ )?(volunteers|donors|
    members|supporters); (by|through|via) (a |our )?([\w']+,? (and )?){0,3}(professionals|experts|volunteers|
    instructors|trainers|consultants|technicians|artisans); through ([\w']+,? ){0,2}(teachers|faculty|leaders|staff|
    tutors|mentors); (python|software|associated|client|code|javascript|programming|source|standard|shared) librar(y|
    ies); (services?|tools|apis|frameworks|packages|modules|plugins|applications|code) (and|
    or) (associated )?librar(y|ies); librar(y|ies) (and|or) (tools|frameworks|packages|apis|modules|services);
    (in )?minority,? (and )?(endangered )?languages; gatekeepers?
"""
"""Those who act for the organisation, its partners, and things with a name of people."""
