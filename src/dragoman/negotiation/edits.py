"""Changes to preferences as written: a statement dropped, turned round or moved, two classes of a ranking swapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.domain.graph_model import Form, Preferences


@dataclass(frozen=True, slots=True)
class PreferenceEdit:
    """`kind` is drop, turn or move; `place` the key path inside the preferences."""

    place: str
    statement: str
    kind: str
    words: str
    result: Preferences
    evidence: tuple[object, ...] = ()

    @property
    def ranking(self) -> bool:
        """Whether it edits a ranking, not statements."""
        return self.result.form is Form.RANKING


def single_edits(preferences: Preferences) -> Iterator[PreferenceEdit]:
    """Each statement dropped and turned round; in a ranking (or payoffs), each step between neighbouring classes.

    A step of a ranking is the statement "these above those": dropped, the two classes tie; turned round, they swap.
    """
    if preferences.form in (Form.PRIORITISED, Form.WEIGHTED):
        yield from _statement_edits(preferences)
        return
    classes = classes_of(preferences)
    for k in range(len(classes) - 1):
        above, below = classes[k], classes[k + 1]
        shown = f"{_tied(above)} above {_tied(below)}"
        for kind, middle in (("drop", (above + below,)), ("turn", (below, above))):
            ranking = (*classes[:k], *middle, *classes[k + 2 :])
            words = (
                f"tie {_tied(above)} with {_tied(below)}"
                if kind == "drop"
                else f"put {_tied(below)} above {_tied(above)}"
            )
            result = Preferences(Form.RANKING, ranking=ranking)
            yield PreferenceEdit(f"{preferences.form.value}[{k}]", shown, kind, words, result)


def moves_of_statements(preferences: Preferences) -> Iterator[PreferenceEdit]:
    """Each prioritised statement moved to each other place."""
    if preferences.form is not Form.PRIORITISED:
        return
    statements = preferences.statements
    for k, statement in enumerate(statements):
        rest = statements[:k] + statements[k + 1 :]
        for to in range(len(statements)):
            if to not in (k, k - 1):
                words = f"move “{statement.when}” from place {k + 1} to place {to + 1}"
                result = replace(preferences, statements=(*rest[:to], statement, *rest[to:]))
                yield PreferenceEdit(f"prioritised[{k}]", statement.when, "move", words, result)


def classes_of(preferences: Preferences) -> tuple[tuple[str, ...], ...]:
    """A ranking or payoffs as classes of tied patterns, best first."""
    if preferences.form is Form.RANKING:
        return preferences.ranking
    values = sorted({payoff for _, payoff in preferences.payoffs}, reverse=True)
    return tuple(tuple(pattern for pattern, payoff in preferences.payoffs if payoff == value) for value in values)


def _statement_edits(preferences: Preferences) -> Iterator[PreferenceEdit]:
    statements = preferences.statements
    for k, statement in enumerate(statements):
        place = f"{preferences.form.value}[{k}]"
        without = replace(preferences, statements=statements[:k] + statements[k + 1 :])
        yield PreferenceEdit(place, statement.when, "drop", f"drop “{statement.when}”", without, statement.evidence)
        turned = replace(statement, when=f"not ({statement.when})")
        result = replace(preferences, statements=(*statements[:k], turned, *statements[k + 1 :]))
        yield PreferenceEdit(
            place, statement.when, "turn", f"turn round “{statement.when}”", result, statement.evidence
        )


def _tied(patterns: tuple[str, ...]) -> str:
    return " = ".join(patterns) if len(patterns) <= 3 else f"{' = '.join(patterns[:3])} and {len(patterns) - 3} more"
