"""What a chapter does to its process, no other chapter and no other product sees."""

from collections.abc import Iterator

import psutil
import pytest
from small_workspace import small_order

from purposebook.publishing.order import Made
from purposebook.publishing.warm.slot import Slot

pytestmark = pytest.mark.slow

VANDAL = (
    "chosen = 41; builtins = __import__('builtins'); builtins.planted = 1; print = lambda *_: None",
    "import altair as alt; _ = alt.theme.enable('dark'); alt.renderers.enable('svg')",
    "import pandas as pd, numpy as np; pd.set_option('display.max_rows', 3); np.set_printoptions(1)",
    "import os, sys, time; os.makedirs('x', exist_ok=True); os.chdir('x'); os.umask(0o77)",
    "os.environ.update({'TZ': 'Asia/Tokyo', 'PLANTED': '1'}); time.tzset(); sys.path.insert(0, '/planted')",
    "sys.modules['planted'] = sys; sys.setrecursionlimit(99999)",
    "import purposebook.notebook.cards as cards, papermill, json",
    "json.load = cards.prepare = papermill.execute_notebook = None",
    "import purposebook.domain.slug as slug; slug.Slug.planted = True",
    "import warnings; warnings.simplefilter('ignore')",
    "import logging; logging.disable(50); logging.getLogger().handlers = []",
    "import decimal, gc, locale; decimal.getcontext().prec = 3; locale.setlocale(locale.LC_ALL, 'C'); gc.disable()",
    "import threading; threading.Thread(target=time.sleep, args=(300,)).start()",
    "import atexit, signal; atexit.register(time.sleep, 300); signal.signal(15, signal.SIG_IGN); signal.alarm(200)",
    "get_ipython().ast_node_interactivity = 'all'",
    "import IPython.display; IPython.display.display = None; sys.stdout = None; sys.displayhook = None",
)
OBSERVER = (
    "import os, sys, json, gc, decimal, locale, logging, signal, threading, time, warnings",
    "print('chosen' in globals(), hasattr(__builtins__, 'planted'), 'planted' in sys.modules)",
    "import altair as alt; print(alt.theme.active, alt.renderers.active)",
    "import pandas as pd, numpy as np; print(np.get_printoptions(), pd.Series(range(9)))",
    "print(sorted(os.listdir('data')), os.path.exists('data/../x/x'), os.umask(0o22), sys.path)",
    "print(os.environ.get('TZ'), time.tzname, os.environ.get('PLANTED'), sys.getrecursionlimit())",
    "import purposebook.notebook.cards as cards, purposebook.domain.slug as slug, papermill",
    "print(json.load is None, cards.prepare is None, papermill.execute_notebook is None)",
    "print(hasattr(slug.Slug, 'planted'))",
    "print([one[0] for one in warnings.filters if one[2] is Warning], decimal.getcontext())",
    "print(locale.getlocale(), gc.isenabled(), logging.root.manager.disable)",
    "print(threading.active_count(), signal.getsignal(15), signal.alarm(0), get_ipython().colors)",
    "warnings.warn('careful', stacklevel=9); logging.warning('seen')",
    "from IPython.display import display; display('shown')",
    "{'sets', 'of', 'strings', 'have', 'one', 'order'}",
)


@pytest.fixture(scope="module")
def slot() -> Iterator[Slot]:
    """Keep one worker."""
    made = Slot()
    yield made
    made.stop()


def _shown(slot: Slot, *vandals: str) -> bytes:
    """Return what the observer shows, after chapters that do damage."""
    chapters = {"report": ("1",), **dict.fromkeys(vandals, VANDAL), "watching": OBSERVER}
    outcome = slot.serve(small_order(chapters), None, lambda *_: None)
    assert isinstance(outcome, Made), outcome.trace
    return outcome.ran[-1].cells


def test_no_chapter_sees_what_another_did(slot: Slot) -> None:
    """Neither the next chapter of the product nor the next product, in the same worker."""
    before = _shown(slot)
    workers = psutil.Process().children()
    assert _shown(slot, "wild") == before
    assert _shown(slot) == before
    assert psutil.Process().children() == workers


def test_random_numbers_are_not_those_of_the_chapter_before(slot: Slot) -> None:
    """Processes forked from one would all draw the same."""
    draw = ("import random, uuid, secrets, numpy\nprint(random.random(), numpy.random.rand(), uuid.uuid4())",)
    outcome = slot.serve(small_order({"report": draw, "again": draw}), None, lambda *_: None)
    assert isinstance(outcome, Made)
    first, second = (set(ran.cells.decode().split('"text":"')[-1].split()) for ran in outcome.ran)
    assert len(first & second) == 0
