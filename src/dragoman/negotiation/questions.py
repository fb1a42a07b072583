"""What to ask about preferences when too much is stable: the questions whose answers narrow the equilibria most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.solution import Question
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.edits import single_edits
from dragoman.negotiation.preferences import dense, ranks_of
from dragoman.negotiation.profiles import stable_in_profiles
from dragoman.negotiation.stability.concepts import Concept

MOST_STATES_ASKED = 1 << 16
MOST_QUESTIONS_TRIED = 400


@dataclass(frozen=True)
class _Candidate:
    maker: int
    text: str
    yes: NDArray[np.int32]
    no: NDArray[np.int32]


def questions(conflict: Conflict, concept: Concept) -> tuple[Question, ...]:
    """Questions that narrow, best first: by the number of equilibria left on average over the two answers.

    Most ask whether a decision maker, other things equal, would rather have one option taken; an answer breaks the
    ties that the option splits. The others ask whether a statement is certain, and "no" turns it round. Ties of unknown
    order that are still open count as possibilities.
    """
    candidates = _candidates(conflict)
    if not candidates:
        return ()
    profiles = np.repeat(conflict.ranks[None], 2 * len(candidates) + 1, axis=0)
    for k, candidate in enumerate(candidates):
        profiles[2 * k, candidate.maker] = candidate.yes
        profiles[2 * k + 1, candidate.maker] = candidate.no
    none = [False] * len(conflict.ids)
    stable = stable_in_profiles(conflict, profiles, concepts=[concept], tempted=none, willing=conflict.unknown)[concept]
    left = stable.all(axis=1).sum(axis=1)
    asked = [
        Question(conflict.ids[c.maker], c.text, int(left[2 * k]), int(left[2 * k + 1]))
        for k, c in enumerate(candidates)
    ]
    narrowing = [question for question in asked if min(question.after_yes, question.after_no) < left[-1]]
    return tuple(sorted(narrowing, key=lambda q: (q.after_yes + q.after_no, max(q.after_yes, q.after_no))))


def _candidates(conflict: Conflict) -> list[_Candidate]:
    found = []
    for i, name in enumerate(conflict.names):
        ranks = conflict.ranks[i].astype(np.int64)
        for option in conflict.model.options:
            taken = conflict.states.taken(option.id)
            yes, no = dense(ranks * 2 + taken), dense(ranks * 2 + ~taken)
            if yes.max() > ranks.max():
                what = option.text or option.id
                text = f"Other things equal, would {name} rather have “{what}” ({option.id}) taken than not?"
                found.append(_Candidate(i, text, yes, no))
        for edit in single_edits(conflict.model.decision_makers[i].preferences):
            if edit.kind == "turn":
                text = f"Is it certain that {name} would rather have “{edit.statement}”, as stated?"
                if edit.ranking:
                    text = f"Is it certain that {name} puts {edit.statement}?"
                no = ranks_of(edit.result, conflict.states)
                found.append(_Candidate(i, text, conflict.ranks[i], no))
    return found[:MOST_QUESTIONS_TRIED]
