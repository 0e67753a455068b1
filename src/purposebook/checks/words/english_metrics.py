"""The English words of objectives and metrics."""

from __future__ import annotations

from typing import Final

BEHAVIOUR: Final = r"""
    so that; so (people|users|customers|they|everyone|anyone|teachers|students); who; whom; whose; used by; read by;
    adopted by; chosen by;
    (people|users|customers|clients|they|teachers|students|visitors|members|authors) (can|will|are|no longer|use|
    find|stop|start|choose|come|return|finish|complete)
"""
RATES: Final = r"""
    per; rates?; ratio; shares?; percentage; percent; proportion; fraction; average; median; frequency; out of;
    from \S{1,20} to; retention; conversion; churn; percentile; p\d\d; nps; csat; of all; one in \w+; \w+ in (ten|
    \d+)
"""
QUANTITIES: Final = r"""
    ((?!(the|an?|our|all|new|every|each|\d+|two|three|four|five|ten)(?!\w))\w+ )?(times?|frequency|failures?|
    errors?|durations?|size|dates?|days|success|notes|quality|counts?|scores?|results?|accuracy|costs?|speed|
    satisfaction|completion|coverage|downtime|status|minutes|hours|queues?|lag|delay|latency|volume|cycles?|backlog|
    cadence|bugs|defects|age|length|confidence|effort|usage|adoption|uptime|spend|incidents|ratings?|views|visits?|
    visitors|downloads)
"""
ACTIVITIES: Final = r"""
    help(s|ed|ing)?; consult(s|ed|ing)?; analy[sz](e|es|ed|ing); participat(e|es|ed|ing); support(s|ed|ing)?;
    assist(s|ed|ing)?; attend(s|ed|ing)?; discuss(es|ed|ing)?; explor(e|es|ed|ing); investigat(e|es|ed|ing);
    evaluat(e|es|ed|ing); assess(es|ed|ing)?; coordinat(e|es|ed|ing); co ordinate; collaborat(e|es|ed|ing);
    contribut(e|es|ed|ing); advis(e|es|ed|ing); facilitat(e|es|ed|ing); monitor(s|ed|ing)?; review(s|ed|ing)?;
    research(es|ed|ing)?; study; studying; work with; work on; continue to; engage with; look into; liais(e|es|ing);
    brainstorm(s|ed|ing)?; focus on; be involved in; take part in; meet with; talk to; think about; strive to;
    try to;
    consider(ing)?; identify(ing)?; track(ing)?; align(ing)?; curat(e|ing); (curation|exploration|investigation) of;
    experiment with; encourage; advocate for; keep working; keep improving; learn about; reach out to; promote
"""
ACTIVITY_NOUNS: Final = r"""
    (requests?|tickets?|cent(er|re)s?|desks?|pages?|articles?|papers?|lines?|calls?|queue|times?|forums?|threads?|
    questions?|searches|contacts?|chats?|staff|teams?|budgets?|costs?|hours|minutes|documents?|docs|buttons?|
    messages|e ?mails?|cases|volume|load|satisfaction|scores?|ratings?|stars|rate|time|groups?|sessions?|projects?|
    for|
    grants?|participants?|data|backlog|cycles?|coverage|alerts|readers|views|visits)
"""
ACTIVITY_VERBS: Final = r"""
    analy[sz]e; assess; evaluate; investigate; explore; discuss; attend; participate; contribute; collaborate;
    co ?ordinate; facilitate; advise; consult; assist; liaise; consider; identify; align; curate; encourage; promote
"""
HELPING: Final = r"help(s|ed|ing)?"
MILESTONES: Final = r"yes no; yes or no; go live( date)?"
YES_NO: Final = r"""
    yes ?/ ?no; yes or no; done; y/n; bool(ean)?; true ?/ ?false; binary; milestones?; done or not( done)?
"""
VANITY: Final = r"""
    (web ?)?page ?views?; views; (total )?number of hits; total hits; hits (to|on) (the|our|a) (web ?site|site|
    page);
    (site|website|web|page|unique|home ?page|blog) (visits?|visitors?|hits|traffic); visitors;
    traffic; (?<!first\s)(?<!lasting\s)impressions; downloads?; app installs?; installs; followers?; likes(?! (the|
    an?|our|to|it|using|being|working)(?!\w)); fans; retweets;
    registered (users|accounts|members|customers|teachers|people); registrations; (user )?accounts( created|
    opened)?;
    sign ?ups; signed up users; subscribers; (newsletter|e ?mail|mailing list) (subscribers|sign ?ups|recipients);
    (total|cumulative|overall) (number of )?(\w+ )?(users|customers|members|courses|accounts|views|visits|visitors|
    posts|messages|lessons|sessions|sign ?ups|downloads|installs|registrations|orders|learners|students|teachers|
    authors|clients|people|teams|uploads|searches|listings); cumulative \w+; all time \w+;
    number of (users|members|accounts|registrations|sign ?ups|downloads|followers|visitors);
    users (reached|registered|acquired); (organic|total|audience|campaign) reach; social media (reach|mentions|
    following); (media|press) mentions;
    stars on github; (github|repo(sitory)?) stars; (community|discord|slack|forum|group|newsletter) members;
    social media (mentions|shares|posts)
"""
ENGAGEMENT: Final = r"""
    engagement; engaged; time (spent|on site|in app|on page); session (length|duration)s?;
    (sessions|visits|logins|posts|messages|opens|clicks|screen time|minutes|hours) per;
    (daily|weekly|monthly) active( users)?; (dau|wau|mau); watch time; screen time; listening time;
    click ?through( rate)?s?; open rates?; stickiness; notifications? opened
"""
SPEED: Final = r"""
    speed; velocity; throughput;
    (lead|cycle|response|handling|delivery|resolution|turn ?around|processing|waiting|wait|loading|load|build|
    review|onboarding|release|reply|answer) times?; time to \w+;
    (days|hours|minutes|seconds|weeks) (to|from|until|between); latency;
    (deploy|deployment|release|deployments|releases) (frequency|per \w+);
    (deployments|releases|story points|tickets closed|calls handled) per; faster
"""
REVENUE: Final = r"""
    revenues?; sales; turnover; income per; (mrr|arr|arpu|arppu|ltv|gmv|ebitda);
    (gross|net|contribution|profit) margins?; profits?; bookings; average order value; basket (size|value);
    (paid|paying) (conversions?|customers?|users?|subscribers?); upsells?; subscriptions? sold; orders
"""
