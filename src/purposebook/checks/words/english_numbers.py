"""The English words of numbers and dates, and of names that hold one."""

from __future__ import annotations

from typing import Final

_NUMBER: Final = r"""
    (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|
    eighty|ninety)
""".strip()
_MONTH: Final = r"(january|february|march|april|may|june|july|august|september|october|november|december)"
DATES: Final = rf"""
    (a|one|half a|{_NUMBER}) (hundred|thousand|million|billion|dozen); (per cent|percent); {_NUMBER} (days?|weeks?|
    months?|quarters?|years?|hours?|minutes?|seconds?|times|percent|per cent); (by|before|until|till|since|in|end of|
    from) {_MONTH}; (by|before|at|until) (the )?end of (the |this |next )?(year|quarter|month|week|sprint); (this|
    next) (year|quarter|month|week|sprint|decade); {_MONTH} \d{{1,4}}; \d{{1,2}} {_MONTH}; (by|before|in|until|till|
    during|for|this|next|from|since|end of|beyond)( the)?( end of| start of)? (q[1-4]|h[12]); (q[1-4]|
    h[12])( of)? '?(fy ?)?\d{{2,4}}; \d{{4}} (q[1-4]|h[12]); fy ?'?\d{{2,4}}; (spring|summer|autumn|fall|
    winter) \d{{4}}; end of (\w+ )?\d{{4}}; {_NUMBER}(?! (way|sided|factor|step|person|
    handed))( \w+)? \w+s(?! of the (world|story))(?<!sides)(?<!ends)(?<!corners); (at least|at most|more than|
    less than|fewer than|no more than|up to) (one|{_NUMBER}); {_NUMBER} (in|out of) {_NUMBER}; one (in|
    out of) {_NUMBER}; \d+ (fold|percent|points?); (to|at|towards?) zero; zero(?! (trust|waste|carbon|day|knowledge|
    emission|config|touch|sum|hunger|tolerance|rated|party|code|shot)) (\w+ )?\w+s(?<!ss); zero$; twice as \w+;
    double(?! (check|entry|blind|bass|standard|down|click|diamond|decker|sided|team|dip|act|sign)); triple(?! (bottom|
    helix|negative|play|jump|win)); quadruple; halve; twofold; tenfold
"""
NUMBERED_PRODUCTS: Final = r"""
    windows; android; ios; mac ?os; linux; ubuntu; debian; fedora; office; microsoft; python; java; php; drupal;
    angular; vue; react; django; rails; laravel; symfony; swift; kotlin; node; gpt; chatgpt; web; html; css; tls; ssl;
    usb; bluetooth; wi ?fi; fortune; covid; sars; apollo; route; boeing; airbus; playstation; catch
"""
"""Products and the like that are named by their number, also at the beginning of a sentence."""
NUMBERED_NAMES: Final = rf"""
    {NUMBERED_PRODUCTS}; years?; grades?; levels?; types?; stages?; phases?; tiers?; articles?; versions?; class;
    key stage; category; zones?; formula; form; chapter; part; type; step; model; scope; industry; society; section;
    title; appendix; annex; schedule; pillar; track; wave; sprint; cohort; group; block; gate; volume; rule; clause;
    line; recital; regulation; directive; milestone
"""
PROGRAMMES: Final = r"""
    (act|plan|programme|program|strategy|agenda|budget|charter|census|edition|framework)( of)?; ^(vision|agenda|
    horizon|goal|expo|destination|generation|ambition|europe|project|mission|campus)
"""
FIGURED_NAMES: Final = r"""
    top \d+ (lists?|rankings?|charts?|vulnerabilit(y|ies)|owasp); \d{4} (agenda|census|games|olympics); day (1|0|2);
    \d+\.\d+ (version|release|beta|alpha); 1 \w+,? 1 \w+; 9 (to|till) 5; 50 50; 80 20; (24 hours|7 days) a (day|week)
"""
MEASURED: Final = r"""
    nps; csat; ces; sus; mrr; arr; kpi; kpis; okr; okrs; roi; sla; slo; dau; mau; wau; ctr; cac; ltv; gmv; mttr; mtbf;
    ttm; ebitda; score; rating; rate; gdp; index
"""
