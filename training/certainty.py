"""How sure what is found may be: by lines that were not learned from, and beyond what the rules hear in them.

The same for what rules hear: how often they are right where the model finds as much or as little of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from chat_server.domain.facts.marked import Claim
from chat_server.recall.ear.certainty import Certainty

from .judging import Judged

# Where it counts: see the decision for what other limits would give.
LIMITS = {Claim.HOLDS: 0.75, Claim.OVER: 0.5, Claim.DOUBTED: 0.2}
# So much less freely a kind may weigh evidence otherwise than all others.
_OF_A_KIND = 0.3
_C = 0.3
_STEPS = 2_000


def certainty(judged: Sequence[Judged], claim: Claim) -> dict[str, Any]:
    """What evidence weighs, and how much more or less of each kind, and in each language."""
    keys = sorted({one.found.key for one in judged})
    languages = sorted({one.language for one in judged})
    sights = max((len(one.found.evidence) for one in judged), default=1)
    rows = np.array([_row(one, keys, languages) for one in judged])
    rows = rows.reshape(len(judged), sights + len(languages) + (1 + sights) * len(keys))
    right = np.array([one.right for one in judged])
    # One more of each, of which nothing is known: nobody is certain by a few lines.
    rows = np.vstack([rows, np.zeros((2, rows.shape[1]))])
    fitted = LogisticRegression(C=_C, max_iter=_STEPS).fit(rows, np.append(right, [True, False]))
    weights = iter(float(weight) for weight in fitted.coef_[0])
    return {
        "base": round(float(fitted.intercept_[0]), 4),
        "evidence": [round(next(weights), 4) for _ in range(sights)],
        "languages": {name: round(next(weights), 4) for name in languages},
        "kinds": {
            key: [round(next(weights) * scale, 4) for scale in (1.0, *[_OF_A_KIND] * sights)]
            for key in keys
        },
        "limit": LIMITS[claim],
    }


def told_of(judged: Sequence[Judged], claim: Claim, known: Mapping[str, Any]) -> str:
    """What comes of it, by what it was learned from."""
    scale = Certainty(**known)
    taken = [one for one in judged if scale.of(one.found, one.language) >= scale.limit]
    right = sum(one.right for one in taken)
    rest = len(judged) - len(taken), sum(one.right for one in judged) - right
    return f"{claim}: {right} right of {len(taken)} from the limit on, {rest[1]} of {rest[0]} below"


def _row(one: Judged, keys: Sequence[str], languages: Sequence[str]) -> list[float]:
    evidence = one.found.evidence
    row = [*evidence, *(float(one.language == name) for name in languages)]
    for key in keys:
        mine = float(one.found.key == key)
        row += [mine, *(mine * _OF_A_KIND * value for value in evidence)]
    return row
