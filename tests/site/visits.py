"""Visit a page as a reader does, and note everything that should not happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

WATCH = """
window.ran = [];
const note = (what, text) => window.ran.push(what + ": " + text);
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (text) => note(name, text);
document.addEventListener("securitypolicyviolation", (event) => note(event.violatedDirective, event.blockedURI));
"""


@dataclass
class Visit:
    """Hold a page, and what was noted about it."""

    page: Page
    home: str
    """How every address begins that a page may ask for."""
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to a page and wait until it is loaded."""
        self.page.goto(address, wait_until="load")
        return self.page

    def ran(self) -> list[str]:
        """Return what ran or was refused on the page at hand."""
        found: list[str] = self.page.evaluate("window.ran")
        return found

    def wrong(self) -> list[str]:
        """Return everything noted so far."""
        return [*self.outside, *self.errors, *self.ran()]


@contextmanager
def visiting(
    browser: Browser, home: str, theme: str = "light", width: int = 1280, **options: object
) -> Iterator[Visit]:
    """Open a tab that watches itself."""
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
    context.add_init_script(WATCH)
    visit = Visit(context.new_page(), home)
    visit.page.on(
        "request", lambda request: request.url.startswith((home, "data:")) or visit.outside.append(request.url)
    )
    visit.page.on("requestfailed", lambda request: visit.errors.append(f"failed: {request.url}"))
    visit.page.on("console", lambda line: visit.errors.append(line.text) if line.type in {"error", "warning"} else None)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    yield visit
    context.close()
