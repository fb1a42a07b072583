"""An outline as one self-contained HTML page that asks nothing of any server."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.brief import drawing_network, drawing_timeline
from dragoman.brief.content import Line, Lines, Network, Outline, Table, Timeline
from dragoman.brief.days import day
from dragoman.brief.show import readable

QUOTES, QUOTES_OF_CLAIM = 4, 20
"""The most quotes that a line opens, and a claim under Claims; the rest are counted."""
ROOM = 200
"""The most lines of a group and rows of a table; the rest are counted, and stand in the data."""


def html(outline: Outline) -> str:
    """The page. All that comes from reports is escaped; style and script stand in it under a policy that bars all else."""
    style, script = _file("style.css"), _file("script.js")
    numbers = count(1)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            outline=outline,
            style=Markup(style),
            script=Markup(script),
            policy="; ".join(
                (
                    "default-src 'none'",
                    f"style-src 'sha256-{_digest(style)}'",
                    f"script-src 'sha256-{_digest(script)}'",
                    "base-uri 'none'",
                    "form-action 'none'",
                )
            ),
            most=QUOTES,
            most_of_claim=QUOTES_OF_CLAIM,
            room=ROOM,
            next_id=lambda: f"x{next(numbers)}",
        )
    )


def _finalize(value: object) -> object:
    return readable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.tests["line"] = lambda value: isinstance(value, Line)
    environment.filters["kind"] = lambda block: {
        Lines: "lines",
        Table: "table",
        Network: "network",
        Timeline: "timeline",
    }[type(block)]
    environment.filters["day"] = day
    environment.globals["networks"] = lambda block: (
        ("wide", drawing_network.draw(block, drawing_network.WIDE)),
        ("narrow", drawing_network.draw(block, drawing_network.NARROW)),
    )
    environment.globals["timelines"] = lambda block: (
        ("wide", drawing_timeline.draw(block, drawing_timeline.WIDE)),
        ("narrow", drawing_timeline.draw(block, drawing_timeline.NARROW)),
    )
    return environment


@cache
def _file(name: str) -> str:
    return (files("dragoman.brief") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
