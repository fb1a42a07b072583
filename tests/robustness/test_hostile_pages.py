"""Web pages made to break their reader, or to make it call home."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.reports.page import extract

Load = Callable[..., tuple[list[Report], list[Problem]]]
ARTICLE = "<article>" + "<p>The ministry of Ruritania said on Monday that it would open talks.</p>" * 6 + "</article>"


def page(inside: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Talks</title>{head}</head><body>{ARTICLE}{inside}</body></html>"


@pytest.fixture(autouse=True)
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that anything tries to reach; each try fails."""
    tried: list[Any] = []

    def refuse(self: socket.socket, address: Any) -> None:
        tried.append(address)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


@pytest.mark.parametrize(
    "html",
    [
        "http://127.0.0.1:9/talks",
        "http://127.0.0.1:9/talks?" + page("").replace(" ", "\n"),
        page('<img src="http://127.0.0.1:9/i.png"><iframe src="http://127.0.0.1:9/"></iframe>'),
        page("", '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">'),
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>' + page("<p>&x;</p>"),
    ],
)
def test_no_page_makes_a_call(html: str, calls: list[Any]) -> None:
    extract(html, today=date(2025, 6, 1))
    assert calls == []


def test_no_page_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the word is swordfish", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    assert (
        "swordfish"
        not in extract(f'<?xml version="1.0"?>{entity}{page("<p>&x; &x;</p>")}', today=date(2025, 6, 1)).text
    )


def test_entities_that_stand_for_entities_are_not_multiplied() -> None:
    laughs = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    html = f'<?xml version="1.0"?><!DOCTYPE html [{laughs}]>{page("<p>&a11;</p>")}'
    assert len(extract(html, today=date(2025, 6, 1)).text) < 2 * len(html)


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 20_000,
        "<span>" * 20_000 + "x",
        "<!--" * 20_000,
        "<" * 50_000,
        "<a " * 20_000,
        "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
        "<table>" + "<tr><td>Egypt 5</td></tr>" * 15_000 + "</table>",
        "<p>" + "&nbsp;" * 100_000 + "</p>",
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": 5}, "headline": null}</script>',
    ],
)
def test_an_article_among_rubble_is_found(inside: str) -> None:
    assert "open talks" in extract(page(inside), today=date(2025, 6, 1)).text


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "no-such-thing", "utf-7"])
def test_what_a_page_declares_is_believed_only_where_it_is_an_encoding(tmp_path: Path, load: Load, name: str) -> None:
    html = page("<p>Caf\u00e9 \\u0041</p>", f'<meta charset="{name}">')
    (tmp_path / "a.html").write_bytes(html.encode("cp1252"))
    (report,), problems = load(tmp_path)
    assert "open talks" in report.text
    assert "Windows-1252" in problems[0].what


def test_a_page_whose_reader_fails_is_a_problem(tmp_path: Path, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("deep within")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    (tmp_path / "a.html").write_text(page(""), encoding="utf-8")
    assert "no article" in load(tmp_path)[1][0].what
