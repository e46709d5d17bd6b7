"""A session that reads nothing twice."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session


class Holding(Session):
    """SQLAlchemy forgets what nobody refers to any more, and would read it again for the next who asks."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._held: dict[int, object] = {}

    def hold(self, thing: object) -> None:
        """Until the session ends."""
        self._held[id(thing)] = thing

    def let_go(self, thing: object) -> None:
        """Streams drop what they have handed on."""
        self._held.pop(id(thing), None)


for _change in ("loaded_as_persistent", "pending_to_persistent", "detached_to_persistent"):
    event.listen(Holding, _change, Holding.hold)
for _change in ("persistent_to_detached", "persistent_to_deleted", "persistent_to_transient"):
    event.listen(Holding, _change, Holding.let_go)
