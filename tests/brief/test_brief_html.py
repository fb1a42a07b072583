"""The page: whole in itself, escaped throughout, in order."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dragoman.brief import Group, Line, Lines, Section, html, outline
from dragoman.brief.content import Edge, Network, Node
from dragoman.brief.drawing_network import NARROW, WIDE, draw
from dragoman.domain.situation import Situation

HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</title></style><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp; 'single' \"double\"",
    "مرحبا بالعالم \u202e reversed",
    "harbour 🚢 deal 🤝🏽",
    "javascript:alert(1)",
    "nul \x00 bell \x07 half \ud83d pair",
    "x" * 5000,
]


class Page(HTMLParser):
    """Tags, ids, headings and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_from_a_report_becomes_markup(words: str, altered: Callable[[str, str], Situation]) -> None:
    calm = Page(html(outline(altered("calm words", "calm words"), with_texts=True)))
    page = Page(html(outline(altered(words, words), with_texts=True)))
    assert set(page.tags) <= set(calm.tags)
    assert page.tags.count("script") == 1
    assert {name for name, _ in page.attributes} == {name for name, _ in calm.attributes}
    assert not any(name.startswith("on") for name, _ in page.attributes)
    "".join(page.words).encode()


def test_what_a_report_says_is_shown_as_it_stands(altered: Callable[[str, str], Situation]) -> None:
    words = "<b>bold</b> & “quoted” {{ 7 * 7 }}"
    assert words in "".join(Page(html(outline(altered(words, "Mock Monitor")))).words)


def test_the_page_asks_nothing_of_any_server(situation: Situation) -> None:
    text = html(outline(situation, with_texts=True))
    page = Page(text)
    assert not {"img", "link", "iframe", "object", "embed", "base", "form"} & set(page.tags)
    addresses = [value for name, value in page.attributes if name in ("href", "src", "action", "data", "srcset")]
    assert addresses and all(a.startswith("#") for a in addresses)
    assert "http:" not in text and "https:" not in text and "@import" not in text
    assert not re.search(r"url\((?!#)", text)


def test_the_policy_lets_in_its_own_style_and_script_alone(situation: Situation) -> None:
    text = html(outline(situation))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    allowed = policy.group(1).replace("&#39;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert " style=" not in text


def test_headings_run_in_order_and_ids_are_unique(situation: Situation) -> None:
    page = Page(html(outline(situation)))
    levels = [int(t[1]) for t in page.tags if re.fullmatch(r"h[1-6]", t)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert len(page.ids) == len(set(page.ids))


def test_every_picture_has_a_title_a_description_and_a_table_or_list(situation: Situation) -> None:
    text = html(outline(situation))
    for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        assert 'role="img"' in svg
        assert re.search(r"<title[^>]*>\S", svg) and re.search(r"<desc[^>]*>\S", svg)
    assert text.count("<svg") == 4
    assert "All dealings" in text and "In order of days" in text


def test_the_same_situation_gives_the_same_page(situation: Situation) -> None:
    assert html(outline(situation)) == html(outline(situation))


def test_the_quote_is_marked_within_its_sentence(situation: Situation) -> None:
    text = html(outline(situation))
    assert (
        'The talks resumed in the capital. <mark>Ruritania </mark><mark class="hedge">reportedly</mark>'
        '<mark> wants to keep its harbour </mark><mark class="condition">unless Graustark objects</mark>, the Mock Monitor'
    ) in text
    assert "Example Courier, citing the Mock Monitor, citing people familiar with the talks" in text
    assert "Hedged by: <bdi>“reportedly”</bdi>" in text


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_no_two_actors_of_a_crowded_picture_overlap(size: object) -> None:
    names = [f"The transitional government of province {n}" for n in range(12)]
    nodes = tuple(Node(n, n, 1) for n in names)
    edges = tuple(Edge(a, b, "conflict", "asks", 1) for a in names[:3] for b in names if a != b)
    drawn = draw(Network("t", "d", nodes, edges), WIDE if size is WIDE else NARROW)
    boxes = [n.box for n in drawn.nodes]
    assert all(a.overlap(b) == 0 for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    for box in boxes:
        assert box.x - box.width / 2 >= 0 and box.x + box.width / 2 <= drawn.width
        assert box.y - box.height / 2 >= 0 and box.y + box.height / 2 <= drawn.height


def test_a_page_of_very_many_lines_counts_the_rest(situation: Situation) -> None:
    lines = tuple(Line(f"Line {n}", ("courier#s1",)) for n in range(450))
    many = Section("many", "Many", (Lines("Lines", (Group("", lines),)),))
    text = html(outline(situation, sections=(many,)))
    assert "Line 199" in text and "Line 200" not in text
    assert "and 250 more, in the data (--json)" in text
