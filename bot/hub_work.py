"""What the hub wants done, asked of it over HTTP, and how far it is."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lessons import Lesson, OwnIntent
from model_in_service import Serving

_WITHIN = 10.0


class HubAway(Exception):
    """It does not answer, or refuses; asked again later."""


@dataclass(frozen=True)
class Work:
    """One job: to train, or to change over to ``model``."""

    id: str
    kind: str
    model: str | None
    examples: Sequence[Lesson]
    held_out: Sequence[Lesson]
    intents: Sequence[OwnIntent]


class Hub:
    """As one trainer sees it; each start of one has a ``name`` of its own."""

    def __init__(self, url: str, token: str, name: str) -> None:
        self._base = url.rstrip("/") + "/api/v1/"
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
        }
        self._name = name

    def take(self, serving: Serving) -> Work | None:
        """What there is to do, if anything."""
        found = self._post("trainer/work", self._told(serving))
        if not found.get("id"):
            return None
        return Work(
            id=found["id"],
            kind=found["kind"],
            model=found.get("model"),
            examples=[Lesson(**one) for one in found["examples"]],
            held_out=[Lesson(**one) for one in found["held_out"]],
            intents=[OwnIntent(**one) for one in found["intents"]],
        )

    def report(self, work: Work, serving: Serving, step: str, share: float, **more: Any) -> bool:
        """Whether to go on."""
        told = self._told(serving) | {"step": step, "share": round(share, 3)} | more
        return bool(self._post(f"trainer/work/{work.id}", told)["go_on"])

    def _told(self, serving: Serving) -> dict[str, Any]:
        return {"trainer": self._name, "serving": serving.model, "former": serving.former}

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - the hub's own address
            self._base + path, json.dumps(body).encode(), self._headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=_WITHIN) as answer:  # noqa: S310 - as above
                found: dict[str, Any] = json.load(answer)
        except (OSError, ValueError) as error:
            # An HTTPError is an OSError; what it says holds nobody's words.
            raise HubAway(str(error)) from error
        return found
