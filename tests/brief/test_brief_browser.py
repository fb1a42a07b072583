"""The page in a browser: accessible, by keyboard, without script, narrow, printed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.brief import html, outline
from dragoman.domain.situation import Situation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG = "unbreakable" * 12


@pytest.fixture
def written(situation: Situation, tmp_path: Path) -> Path:
    path = tmp_path / "brief.html"
    path.write_text(html(outline(situation, title=f"Ruritania and {LONG}", with_texts=True)), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, written: Path) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(written.as_uri())
    yield opened
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 400])
@pytest.mark.parametrize("state", ["closed", "open"])
def test_axe_finds_nothing(browser: Browser, written: Path, scheme: Any, width: int, state: str) -> None:
    pytest.importorskip("axe_playwright_python")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(written.as_uri())
    if state == "open":
        page.click("#open-all")
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {WCAG}, resultTypes: ['violations']}})")
    page.close()
    assert found["passes"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found["violations"]] == []


@pytest.mark.parametrize("width", [1400, 800, 400, 320])
def test_the_page_never_scrolls_sideways(browser: Browser, written: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(written.as_uri())
    page.click("#open-all")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_line_opens_and_closes_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the brief"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    quote = page.locator("#in-brief blockquote").first
    assert not quote.is_visible()
    page.keyboard.press("Enter")
    assert quote.is_visible()
    page.keyboard.press("Space")
    assert not quote.is_visible()


def test_what_has_the_focus_is_outlined(page: Page) -> None:
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_without_script_lines_still_open(browser: Browser, written: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(written.as_uri())
    assert not page.locator("#controls").is_visible()
    page.locator("#in-brief summary").first.click()
    assert page.locator("#in-brief blockquote mark").first.is_visible()
    page.close()


def test_paper_shows_every_quote_without_a_script(browser: Browser, written: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(written.as_uri())
    page.emulate_media(media="print")
    quote = page.locator("#in-brief blockquote").first
    box = quote.bounding_box()
    assert box and box["height"] > 10
    assert not page.locator("nav").is_visible()
    page.close()


def test_the_filter_keeps_lines_with_all_its_words(page: Page) -> None:
    page.fill("#filter", "harbour keep")
    assert page.locator("#in-brief .line:visible").count() == 1
    assert "lines" in page.locator("#found").inner_text()
    page.fill("#filter", "")
    assert page.locator("#in-brief .line:visible").count() == 4


def test_the_page_turns_dark_and_light(browser: Browser, written: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(written.as_uri())
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.click("#theme")
    assert page.evaluate(background) != dark
    assert page.get_attribute("#theme", "aria-pressed") == "false"
    page.close()


def test_nothing_is_asked_for_and_nothing_goes_wrong(browser: Browser, written: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(written.as_uri())
    page.click("#open-all")
    assert asked == [written.as_uri()]
    assert said == []
    page.close()
