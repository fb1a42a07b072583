"""Where a report's text, outlet and day come from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import BlockKind, PublishedFrom, Report
from dragoman.reports import Given, load_reports
from dragoman.reports.blocks import find_blocks

TODAY = date(2025, 6, 1)
BODY = (
    "Ruritania will reopen the bridge on Friday, its transport ministry said. Freedonia has not answered the proposal."
)


def only(path: Path, given: Given | None = None) -> Report:
    (item,) = load_reports([str(path)], today=TODAY, given=given)
    assert not isinstance(item, Problem)
    return item[0]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_text_file_is_kept_unchanged_to_the_last_newline(tmp_path: Path) -> None:
    text = "First.\r\n\r\nSecond \u2019tis.\n\n"
    assert only(write(tmp_path / "a.txt", text)).text == text


def test_front_matter_gives_outlet_day_and_title_and_is_no_text(tmp_path: Path) -> None:
    front = "---\ntitle: A bridge\noutlet: Example Courier\ndate: 2025-03-01\nauthors: [Example staff]\n---\n"
    report = only(write(tmp_path / "a.md", front + BODY))
    assert report.text == BODY
    assert (report.title, report.outlet, report.authors) == ("A bridge", "Example Courier", ("Example staff",))
    assert (report.published, report.published_from) == (date(2025, 3, 1), PublishedFrom.METADATA)


def test_a_manifest_beside_the_file_wins_over_the_text(tmp_path: Path) -> None:
    write(tmp_path / "reports.csv", "file,outlet,published\na.txt,Example Wire,2025-02-02\n")
    report = only(write(tmp_path / "a.txt", "Published: 1 February 2025\n\n" + BODY))
    assert (report.outlet, report.published, report.published_from) == (
        "Example Wire",
        date(2025, 2, 2),
        PublishedFrom.MANIFEST,
    )


def test_what_the_caller_says_wins_over_all(tmp_path: Path) -> None:
    write(tmp_path / "reports.csv", "file,outlet,published\na.txt,Example Wire,2025-02-02\n")
    path = write(tmp_path / "a.txt", BODY)
    report = only(path, Given(published=date(2025, 1, 1), outlet="The Specimen"))
    assert (report.outlet, report.published) == ("The Specimen", date(2025, 1, 1))


def test_a_printed_line_gives_the_day_and_says_so(tmp_path: Path) -> None:
    report = only(write(tmp_path / "a.txt", "A bridge reopens\n\nPublished: 1 February 2025, 10:15 GMT\n\n" + BODY))
    assert (report.published, report.published_from) == (date(2025, 2, 1), PublishedFrom.TEXT)
    assert report.title == "A bridge reopens"


def test_a_date_in_a_sentence_is_not_the_day_of_publication(tmp_path: Path) -> None:
    text = "Ruritania closed the bridge on 1 February 2025, and has not said why. " + BODY
    assert only(write(tmp_path / "a.txt", text)).published is None


def test_a_page_gives_its_article_without_menus_and_scripts(tmp_path: Path) -> None:
    page = (
        "<html><head><title>A bridge</title><meta property='og:site_name' content='Example Courier'>"
        "<meta property='article:published_time' content='2025-03-01T08:00:00Z'></head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><script>alert('Ruritania attacked')</script>"
        f"<article><h1>A bridge</h1><p>{BODY}</p><p>{BODY.replace('Friday', 'Monday')}</p></article></body></html>"
    )
    report = only(write(tmp_path / "a.html", page))
    assert "Friday" in report.text and "Monday" in report.text
    assert "attacked" not in report.text and "<" not in report.text
    assert (report.outlet, report.published) == ("Example Courier", date(2025, 3, 1))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related article: Why the bridge matters to Freedonia", BlockKind.RELATED),
        ("Read more: The long quarrel over one bridge", BlockKind.RELATED),
        ("Follow us on every platform that there is", BlockKind.SHARE),
        ("Sign up to our newsletter for the week in bridges.", BlockKind.SHARE),
        ("By Example Staff", BlockKind.BYLINE),
        ("1 March 2025", BlockKind.BYLINE),
        ("Example Courier, 1 March 2025", BlockKind.BYLINE),
        ("1 March 2025 | Business desk", BlockKind.BYLINE),
        ("The bridge seen from the Freedonian bank (AP Photo)", BlockKind.CAPTION),
        ("The two ministers on the bridge at dawn. Photo: Example Pictures", BlockKind.CAPTION),
        ("Ruritania's premier (L) greets Freedonia's premier (R) at the bridge.", BlockKind.CAPTION),
        ("This article was originally published by the Example Courier.", BlockKind.REPUBLICATION),
        ("The views expressed are the author's own and not those of this paper.", BlockKind.DISCLAIMER),
        ("https://example.org/bridge", BlockKind.ADDRESS),
        ("Published in 2019, the treaty binds both sides to keep the bridge open.", BlockKind.PARAGRAPH),
        ("By Friday the ministry had withdrawn its offer and closed the bridge again.", BlockKind.PARAGRAPH),
    ],
)
def test_a_line_around_the_body_is_told_from_the_body(line: str, kind: BlockKind) -> None:
    blocks = find_blocks("\n\n".join([BODY, line, BODY.replace("Friday", "Monday"), BODY.replace("Friday", "Sunday")]))
    assert blocks[1].kind is kind


def test_a_sentence_set_out_again_as_a_pull_quotation_is_no_second_one() -> None:
    sentence = "Ruritania will reopen the bridge on Friday and keep it open until the winter comes"
    blocks = find_blocks(f"{sentence}, it said.\n\n\u201c{sentence}\u201d - Example Courier\n\n{BODY}")
    assert blocks[1].kind is BlockKind.PULLQUOTE


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "Ruritania will reopen the bridge on Friday, its",
        "transport ministry said on Tuesday in a statement that",
    ]
    lines += [
        "did not mention the toll which Freedonia has asked",
        "for since the bridge was closed in the spring, and for",
    ]
    lines += ["which no date has been set by either side so far."]
    assert len(find_blocks("\n".join(lines) + "\n\n" + BODY)) == 2


def test_single_newlines_part_paragraphs_of_full_sentences() -> None:
    assert len(find_blocks(BODY + "\n" + BODY.replace("Friday", "Monday"))) == 2


def test_a_credit_at_the_end_of_the_last_paragraph_is_a_block_of_its_own() -> None:
    body = "The harbour board has closed the east mole to ferries from Monday, and nobody knows for how long."
    credit = "First published by the Example Courier; shortened."
    text = f"{body} {credit}"
    assert [(b.span.of(text), str(b.kind)) for b in find_blocks(text)] == [
        (body, "paragraph"),
        (credit, "republication"),
    ]


def test_a_last_sentence_that_tells_what_happened_stays_in_its_paragraph() -> None:
    text = "The harbour board has closed the east mole to all ferries from Monday. The notice first appeared in March."
    assert len(find_blocks(text)) == 1
