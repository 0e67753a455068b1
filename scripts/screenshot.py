"""Draw the README's picture anew: the first screen of CourseCraft's report, from a site that build.py made."""

import sys

import environment

SITE = environment.ROOT / "_site" / "coursecraft" / "index.html"
PICTURE = environment.ROOT / "docs" / "images" / "report.png"


def main():
    """Open the built report in a real browser and keep its first screen."""
    from playwright.sync_api import sync_playwright

    from test import browser

    if not SITE.is_file():
        return "Build the site first: python3 scripts/build.py"
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        page.goto(SITE.as_uri())
        page.wait_for_timeout(1000)
        page.screenshot(path=PICTURE)
        chromium.close()
    return None


if __name__ == "__main__":
    sys.exit(main())
