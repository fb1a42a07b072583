"""Graph models of negotiations: read, check and solve them, and ask what would change the answer.

Usable alone, with no report in sight; `dragoman model` is the same at the command line.
"""

from __future__ import annotations

from dragoman.negotiation.conflict import Conflict, conflict_of
from dragoman.negotiation.faults import faults_in
from dragoman.negotiation.files import json_of, model_from, parse_model, read_model
from dragoman.negotiation.interdependence import leverage
from dragoman.negotiation.inverse import invert
from dragoman.negotiation.joint_improvements import deals
from dragoman.negotiation.reasons import why
from dragoman.negotiation.routes import paths
from dragoman.negotiation.sampling import sample
from dragoman.negotiation.sensitivity import flips
from dragoman.negotiation.solving import solve, stability
from dragoman.negotiation.stability.coalitions import coalitions
from dragoman.negotiation.stability.concepts import Concept
from dragoman.negotiation.writing import as_mapping

__all__ = [
    "Concept",
    "Conflict",
    "as_mapping",
    "coalitions",
    "conflict_of",
    "deals",
    "faults_in",
    "flips",
    "invert",
    "json_of",
    "leverage",
    "model_from",
    "parse_model",
    "paths",
    "read_model",
    "sample",
    "solve",
    "stability",
    "why",
]
