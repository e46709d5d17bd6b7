"""Two who were taken for one and are parted again know what each said, as if they had never been one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings

from chat_server.domain import parting
from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Origin
from chat_server.domain.facts.fact import Fact, FactSource, FactState
from chat_server.domain.merging import Merge
from tests.domain.facts.ledgers import START, at
from tests.domain.lives import PEOPLE, Life, Line, lives

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Ledger:
    """All that is held of both, whoever they are taken for; a minute passes with each line."""

    facts: list[Fact] = field(default_factory=list)
    merge: Merge | None = None
    minute: int = 0

    def say(self, said: Iterable[Line]) -> None:
        for line in said:
            self.minute += 1
            one = "known" if self.merge else line.by
            ref = f"m{self.minute:03}"
            origin = Origin(
                one, FactSource.VISITOR, at(self.minute), ref, "default", f"with {line.by}", ref
            )
            mine = [fact for fact in self.facts if fact.contact_id == one]
            held = [fact for fact in mine if fact.ended_at is None or fact.ended_at >= origin.at]
            changes = ledger.hear(held, [line.statement], origin)
            if self.merge:
                gave = [fact for fact in mine if fact.id in parting.gave_way(self.merge)]
                if line.ended:
                    parting.note_end(self.merge, gave, [line.statement], origin)
                parting.note(self.merge, changes, origin)
            changes.apply()
            self.facts += changes.new

    def become_one(self) -> None:
        moved = [fact.id for fact in self.facts if fact.contact_id == "nameless"]
        for fact in self.facts:
            fact.contact_id = "known"
        changes = ledger.settle([fact for fact in self.facts if fact.ended_at is None])
        self.merge = Merge("1", "i", "nameless", "known", "v", START, "proof")
        self.merge.moved = {
            "facts": moved,
            "conversations": ["with nameless"],
            "gave_way": [one.fact.id for one in changes.closings],
        }
        changes.apply()

    def become_two(self) -> None:
        assert self.merge is not None
        sides = parting.part(self.facts, self.merge, dict.fromkeys(PEOPLE, "default"))
        for side in sides:
            ledger.settle([fact for fact in side if fact.ended_at is None]).apply()
        self.facts, self.merge = [fact for side in sides for fact in side], None

    def known(self) -> list[tuple[object, ...]]:
        """What holds of each: its words, when it was said last, and where it was said."""
        return sorted(
            (fact.contact_id, fact.key, fact.value, fact.since, fact.conversation_id)
            for fact in self.facts
            if fact.state is FactState.CURRENT
        )


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(life=lives())
@example(
    Life(
        [],
        [
            Line("known", "product_liked", "wool", ended=False),
            Line("nameless", "product_disliked", "wool", ended=False),
            Line("known", "product_disliked", "wool", ended=False),
            Line("known", "product_disliked", "wool", ended=True),
        ],
        [],
    )
)
@example(
    Life(
        [],
        [
            Line("known", "product_disliked", "wool", ended=False),
            Line("nameless", "product_disliked", "wool", ended=True),
            Line("known", "product_liked", "wool", ended=False),
            Line("known", "product_liked", "wool", ended=True),
        ],
        [],
    )
)
def test_each_knows_what_they_said_themselves_and_nothing_else(life: Life) -> None:
    """The same words, once with a merge and its end between them and once without."""
    merged, apart = Ledger(), Ledger()
    merged.say(life.before)
    merged.become_one()
    merged.say(life.meanwhile)
    merged.become_two()
    merged.say(life.after)
    apart.say([*life.before, *life.meanwhile, *life.after])
    assert merged.known() == apart.known()
