"""What a page would run, load or follow by itself is found; what a team's own chapter may show is not refused."""

from __future__ import annotations

import pytest
from small_workspace import small_order

from purposebook.publishing.audit import active_in
from purposebook.publishing.order import NotMade
from purposebook.publishing.warm.slot import Slot

ACTIVE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC='https://example.org/x.js'></SCRIPT>",
    "<script src='x.js'></script>",
    "<script type='text/plain' src='//example.org/x.js'></script>",
    "<script type='module'>alert(1)</script>",
    "<script type='application/json'><!--<script></script>",
    "<p onclick='x'>",
    "<img src=x OnError=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><g onbegin = 'alert(1)'/></svg>",
    "<details open ontoggle\n=\nalert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "<a href='java&#115;cript&colon;alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='//example.org'>x</a>",
    "<a href='/\\example.org'>x</a>",
    "<a href='x.html' ping='https://example.org'>x</a>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><set attributeName='href' to='javascript:alert(1)'/></svg>",
    "<svg><animate attributeName='href' values='javascript:alert(1)'/></svg>",
    "<svg><use href='https://example.org/x.svg#a'/></svg>",
    "<svg><use xlink:href='data:image/svg+xml,x'/></svg>",
    "<svg><image href='https://example.org/x.png'/></svg>",
    "<svg><rect fill='url(https://example.org/x.svg#a)'/></svg>",
    "<svg><filter href='https://example.org/x'/></svg>",
    "<math href='javascript:alert(1)'>x</math>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='x.html'></iframe>",
    "<iframe srcdoc='x'></iframe>",
    "<frameset><frame src='x'></frameset>",
    "<object data='x'></object>",
    "<embed src='x'>",
    "<applet code='x'></applet>",
    "<portal src='x'></portal>",
    "<base href='https://example.org'>",
    "<meta http-equiv='refresh' content='0;url=https://example.org'>",
    "<meta http-equiv=' Refresh ' content='0'>",
    "<meta http-equiv='set-cookie' content='x'>",
    "<link rel='stylesheet' href='https://example.org/x.css'>",
    "<link rel='dns-prefetch' href='//example.org'>",
    "<link rel='stylesheet' href='data:text/css,p{}'>",
    "<img src='//example.org/x.png'>",
    "<img src='https://example.org/x.png'>",
    "<img src='/x.png'>",
    "<img src='http&#58;//example.org/x.png'>",
    "<img srcset='https://example.org/x.png 2x'>",
    "<img src='data:image/svg+xml,x'>",
    "<video poster='https://example.org/x.png'></video>",
    "<audio src='https://example.org/x.mp3'></audio>",
    "<video><source src='https://example.org/x.mp4'></video>",
    "<table background='https://example.org/x.png'>",
    "<p style='background:url(https://example.org)'>",
    "<p style='background:u\\72l(https://example.org)'>",
    "<p style='background:&#117;rl(//example.org)'>",
    "<p style='width:expression(alert(1))'>",
    "<style>@import 'https://example.org/x.css';</style>",
    "<style>p{background:url(https://example.org/x)}</style>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><title><img src=x onerror=alert(1)></title></svg>",
    "<textarea><b></textarea>",
    "<xmp><b></xmp>",
    "<form action='javascript:x'></form>",
    "<form action='https://example.org'></form>",
    "<form><button formaction='https://example.org'>x</button></form>",
    "<input type='image' src='https://example.org/x.png'>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>-->",
    "<!-- <b> -->",
)
HARMLESS = (
    "<p>a &lt;script&gt; in a text, javascript:alert(1), onclick=1 and url(https://example.org)</p>",
    "<p>once = 1, on = 2, son= 3</p>",
    "<a href='https://example.org/?a=b&amp;c=d#e'>x</a><a href='mailto:a@example.org'>x</a><a href='#here'>x</a>",
    "<a href='metrics.html#metric-x' title='onload=1'>x</a><a name='x'>x</a>",
    "<table border='1' class='dataframe'><tr style='text-align: right;'><td style='width: 3em'>1</td></tr></table>",
    "<style scoped>.dataframe tbody tr th:only-of-type { vertical-align: middle; }</style>",
    "<img alt='' src='_images/x.png'><img src='data:image/png;base64,iVBORw0KGgo='>",
    "<svg viewBox='0 0 9 9'><title>a &amp; b &lt; c</title><!-- Created with a tool (https://example.org/) -->"
    "<defs><linearGradient id='g'/><path id='p' d='M0'/></defs><use href='#p' xlink:href='#p'/>"
    "<rect fill='url(#g)' clip-path=\"url('#c')\"/><style>*{stroke: red}</style></svg>",
    '<script type=\'application/json\'>{"a": "\\u003cb\\u003e"}</script>',
    "<details><summary>x</summary>y</details><form action='search.html'><input name='q'></form>",
)


@pytest.mark.parametrize("markup", ACTIVE)
def test_what_is_active_is_found(markup: str) -> None:
    """It is found among other things, wherever it stands."""
    assert active_in(markup)
    assert active_in(f"<div><p>Text</p>{markup}<p>more</p></div>")


@pytest.mark.parametrize("markup", HARMLESS)
def test_what_is_harmless_may_be_shown(markup: str) -> None:
    """Texts, tables, pictures and links are no fault."""
    assert active_in(markup) == ()


@pytest.mark.slow
def test_a_chapter_that_shows_something_active_is_refused() -> None:
    """Chapter and cell are named; a chapter that shows the same as text is published."""
    slot = Slot()
    shows = "from IPython.display import HTML, display\ndisplay(HTML('<p>first</p>'))\ndisplay(HTML({markup!r}))"
    meta = "<meta http-equiv='refresh' content='0;url=https://example.org'>"
    for markup in (meta, "<p onclick='x'>y</p>", "<iframe src='x.html'></iframe>"):
        order = small_order({"report": ("1",), "notes": ("2", shows.format(markup=markup))})
        outcome = slot.serve(order, None, lambda what, chapter: None)
        assert isinstance(outcome, NotMade)
        assert "cell 5 of chapter 'notes' shows" in outcome.message
    assert not isinstance(slot.serve(small_order({"report": (f"print({meta!r})",)}), None, lambda *_: None), NotMade)
    slot.close()
