"""What the search index takes from a page."""

from purposebook.publishing.frame.index import sections_of

PAGE = """<body><nav>Menu</nav><article><section id="mission"><h1>Mission</h1><p>First<b>bold</b> &lt;i&gt;</p>
<section id="ladder"><h2>The ladder</h2><figure><svg><text>axis</text></svg>
<script type="application/json">{"a":1}</script><figcaption>Three rungs</figcaption></figure>
<p>One<br>two</p></section></section></article><footer>End</footer></body>"""


def test_sections_hold_what_a_reader_sees() -> None:
    """Menus, pictures' labels and data stay out; words keep their spaces; markup stays text."""
    first, second = sections_of(PAGE)
    assert (first.title, first.anchor, first.text()) == ("Mission", "mission", "First bold <i>")
    assert (second.title, second.anchor, second.text()) == ("The ladder", "ladder", "Three rungs One two")


def test_broken_markup_does_not_stop_it() -> None:
    """Elements that were never closed, or closed twice, lose no text after them."""
    (only,) = sections_of("<article><h1>A</h1></b><p>one<p>two</article>")
    assert only.text() == "one two"
