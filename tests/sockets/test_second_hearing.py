"""What rules did not hear is heard a moment later by what learned from examples, with the real model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sockets.dialogues import answered_by

if TYPE_CHECKING:
    from tests.hub.clients import Clients

# In words that no rule knows: `tests/hearing` would be the place for what they should.
SAID = "honestly those merino balaclavas of yours are calling my name, been eyeing them all week"


@pytest.mark.integration
async def test_a_wish_in_unforeseen_words_is_known_a_moment_later(sqlite_clients: Clients) -> None:
    anna = await sqlite_clients.agent("anna")
    visitor, _ = await answered_by(sqlite_clients, anna)
    await visitor.say(SAID)
    await visitor.event("facts_changed")
    facts = (await visitor.do("list_facts"))["facts"]
    (fact,) = [one for one in facts if one["key"].startswith("product_")]
    assert "balaclavas" in fact["value"]
