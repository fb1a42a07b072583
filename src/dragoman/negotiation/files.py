"""Graph models in files: TOML and JSON with the same keys, and GMCR+'s `.gmcr`."""

from __future__ import annotations

import json
import stat
import tomllib
from pathlib import Path

from dragoman.domain.graph_model import GraphModel
from dragoman.domain.problem import Problem
from dragoman.errors import ModelError
from dragoman.negotiation.faults import faults_in
from dragoman.negotiation.gmcr_plus import looks_like_gmcr_plus, model_from_gmcr_plus
from dragoman.negotiation.reading import Keys, Reader
from dragoman.negotiation.writing import as_mapping


def read_model(path: str | Path) -> GraphModel:
    """The model in a file; raises ModelError with every fault, each place preceded by the path."""
    path = Path(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise OSError("not a regular file; - is standard input")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = (error.strerror or str(error)) if isinstance(error, OSError) else f"not UTF-8, byte {error.start}"
        raise _refused(
            [Problem(str(path), f"it cannot be read ({what})", "give a TOML, JSON or .gmcr file")]
        ) from error
    try:
        return parse_model(text, toml=_is_toml(path, text))
    except ModelError as error:
        raise _refused([Problem(f"{path}: {p.where}", p.what, p.todo) for p in error.problems]) from error


def parse_model(text: str, *, toml: bool = False) -> GraphModel:
    """The model in a text of JSON (or `.gmcr`), or of TOML; raises ModelError with every fault."""
    try:
        data = tomllib.loads(text) if toml else json.loads(text, object_pairs_hook=Keys)
    except tomllib.TOMLDecodeError as error:
        raise _refused([Problem("file", f"it is not TOML: {error}", "mend it there")]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise _refused([Problem(place, f"it is not JSON: {error.msg}", "mend it there")]) from error
    except (ValueError, RecursionError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error).partition(";")[0]
        raise _refused([Problem("file", what, "mend it")]) from error
    return model_from(data)


def model_from(data: object) -> GraphModel:
    """The model in a mapping of the interchange form or of GMCR+; raises ModelError with every fault."""
    if looks_like_gmcr_plus(data):
        model, problems = model_from_gmcr_plus(data)
    else:
        reader = Reader()
        model, problems = reader.model(data), reader.problems
    seen = {problem.where for problem in problems}
    problems += [problem for problem in faults_in(model) if problem.where not in seen]
    if problems:
        raise _refused(problems)
    return model


def json_of(model: GraphModel) -> str:
    """The model as JSON, indented; reading it again gives an equal model."""
    return json.dumps(as_mapping(model), ensure_ascii=False, indent=2)


def _is_toml(path: Path, text: str) -> bool:
    if path.suffix.lower() in (".json", ".gmcr"):
        return False
    return path.suffix.lower() == ".toml" or not text.lstrip().startswith("{")


def _refused(problems: list[Problem]) -> ModelError:
    return ModelError("\n".join(map(str, problems)), problems)
