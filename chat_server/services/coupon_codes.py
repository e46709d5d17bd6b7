"""Codes of coupons that the shop made: what is good goes in at once, what is not is listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.code_file import MOST_CODES, read_codes
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.order_file import NotAFile, Refused
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, require

_REASONS = {
    "no_codes": "There is no code in it.",
    "too_many_codes": f"At most {MOST_CODES:,} codes in one file.",
    "not_a_table": "This is no table of comma-separated values.",
}


@dataclass
class ImportedCodes:
    """How many are new, how many this incentive had; and the lines that are none."""

    added: int
    same: int
    refused: list[Refused]


class CouponCodes:
    """For marketers, as incentives are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def take(self, caller: AgentCaller, incentive_id: str, text: str) -> ImportedCodes:
        """All good lines or, when the hub fails meanwhile, none; the same file again changes nothing."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        try:
            codes, refused = read_codes(text)
        except NotAFile as wrong:
            raise Invalid(_REASONS[wrong.code], {"csv": wrong.code}) from None
        async with self._store.begin() as tx:
            incentive = await tx.incentives.get(incentive_id)
            if incentive is None:
                raise NotFound("There is no such incentive.")
            incentive.require_list()
            now = self._clock()
            known = await tx.incentives.owners(codes)
            added = await tx.incentives.add_codes(incentive, codes.keys() - known.keys(), now)
            # Whoever was first with one while we looked has it.
            known |= await tx.incentives.owners(codes.keys() - known.keys() - added)
            others = {code for code, whose in known.items() if whose != incentive.id}
            refused += [Refused(codes[code], "code", "taken") for code in others]
            if added:
                await tx.record([_line(incentive.id, incentive.inbox_id, len(added), caller, now)])
        refused.sort(key=lambda one: one.line)
        return ImportedCodes(len(added), len(known) - len(others), refused)


def _line(
    incentive_id: str, inbox_id: str, count: int, caller: AgentCaller, now: datetime
) -> Event:
    """How many, never which."""
    return Event(
        id=event_id("codes", new_id()),
        type=EventType.CODES_LISTED,
        at=now,
        inbox_id=inbox_id,
        actor_kind="agent",
        actor_id=caller.agent_id,
        data={"incentive": incentive_id, "count": count},
    )
