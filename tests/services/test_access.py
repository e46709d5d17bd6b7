"""Which role may do what: one table, and every service asks it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Availability, Role
from chat_server.domain.errors import NotAllowed, SamtalError
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.services.access import AgentCaller, Permission, require
from chat_server.services.teams import AgentChange, TeamChange
from tests.core.core import ADA, ANNA, BOT, MARKUS, words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.core.core import Core

CALLERS = {Role.AGENT: ANNA, Role.MARKETER: MARKUS, Role.ADMIN: ADA, Role.BOT: BOT}
P = Permission
# Written out again on purpose: a right that is given or taken by mistake shows here.
AGENT, MARKETER, ADMIN, ROBOT = Role.AGENT, Role.MARKETER, Role.ADMIN, Role.BOT
TABLE: dict[Permission, set[Role]] = {
    P.ANSWER: {AGENT, ADMIN},
    P.READ_DIALOGUES: {AGENT, MARKETER, ADMIN},
    P.READ_NOTES: {AGENT, ADMIN},
    P.READ_CONTACTS: {AGENT, ADMIN},
    P.READ_REPORTS: {MARKETER, ADMIN},
    P.MANAGE_CAMPAIGNS: {MARKETER, ADMIN},
    P.TEACH: {MARKETER, ADMIN},
    P.REVIEW: {MARKETER, ADMIN},
    P.REVEAL: {ADMIN},
    P.MANAGE_MODELS: {ADMIN},
    P.TRAIN: {ROBOT},
    P.GIVE_COUPONS: {AGENT, ADMIN, ROBOT},
    P.REDEEM_COUPONS: {ADMIN},
    P.GIVE_POINTS: {AGENT, ADMIN},
    P.READ_SHOP: {AGENT, MARKETER, ADMIN, ROBOT},
    P.READ_ORDERS: {AGENT, ADMIN, ROBOT},
    P.REQUEST_RETURN: {AGENT, ADMIN, ROBOT},
    P.ERASE: {ADMIN},
    P.SUPERVISE: {ADMIN},
    P.MANAGE: {ADMIN},
}


async def _all(items: AsyncIterator[object]) -> list[object]:
    return [item async for item in items]


NOW = datetime(2026, 3, 1, tzinfo=UTC)
ALL, FIRST = DialogueFilter(), Slice()
USES: dict[str, tuple[Permission, Callable[[Core, AgentCaller], Awaitable[object]]]] = {
    "set availability": (P.ANSWER, lambda c, a: c.accounts.set_availability(a, Availability.AWAY)),
    "colleagues": (P.READ_DIALOGUES, lambda c, a: c.teams.colleagues(a)),
    "colleague": (P.READ_DIALOGUES, lambda c, a: c.teams.colleague(a, "x")),
    "add account": (
        P.MANAGE,
        lambda c, a: c.administration.add_account(a, "u@mail.test", "U", Role.AGENT, "x" * 12),
    ),
    "set password": (P.MANAGE, lambda c, a: c.administration.set_password(a, "x", "x" * 12)),
    "add inbox": (
        P.MANAGE,
        lambda c, a: c.administration.add_inbox(a, "x", "X", [], locale="en", timezone="UTC"),
    ),
    "all orders": (P.MANAGE, lambda c, a: c.shop.all_orders(a, FIRST)),
    "canned replies": (P.ANSWER, lambda c, a: c.canned_replies.all(a)),
    "add canned reply": (P.MANAGE, lambda c, a: c.canned_replies.add(a, "hi", "Hello")),
    "change canned reply": (
        P.MANAGE,
        lambda c, a: c.canned_replies.change(a, "x", shortcut=None, text="Hello"),
    ),
    "remove canned reply": (P.MANAGE, lambda c, a: c.canned_replies.remove(a, "x")),
    "send": (P.ANSWER, lambda c, a: c.agents.send(a, "x", 1, "k", words("hi"))),
    "note": (P.ANSWER, lambda c, a: c.agents.note(a, "x", "k", words("hi"))),
    "resume": (P.READ_DIALOGUES, lambda c, a: c.agents.resume(a, "x", 0)),
    "typing": (P.ANSWER, lambda c, a: c.agents.typing(a, "x", on=True)),
    "mark read": (P.ANSWER, lambda c, a: c.agents.mark_read(a, "x", 1)),
    "accept": (P.ANSWER, lambda c, a: c.assignments.accept(a, "x")),
    "assign": (P.ANSWER, lambda c, a: c.assignments.assign(a, "x", None)),
    "return to bot": (P.ANSWER, lambda c, a: c.assignments.return_to_bot(a, "x", None)),
    "take over": (P.SUPERVISE, lambda c, a: c.assignments.take_over(a, "x", 1)),
    "resolve": (P.ANSWER, lambda c, a: c.assignments.resolve(a, "x", solved=True)),
    "reopen": (P.ANSWER, lambda c, a: c.assignments.reopen(a, "x")),
    "snooze": (P.ANSWER, lambda c, a: c.assignments.snooze(a, "x")),
    "tag": (P.ANSWER, lambda c, a: c.assignments.tag(a, "x", ["vip"])),
    "lists": (P.ANSWER, lambda c, a: c.lists.view(a, "all", None)),
    "one conversation": (P.READ_DIALOGUES, lambda c, a: c.lists.one(a, "x")),
    "teams": (P.READ_DIALOGUES, lambda c, a: c.teams.all(a)),
    "team": (P.READ_DIALOGUES, lambda c, a: c.teams.one(a, "x")),
    "add team": (P.MANAGE, lambda c, a: c.teams.add(a, "Returns", TeamChange())),
    "change team": (P.MANAGE, lambda c, a: c.teams.change(a, "x", TeamChange())),
    "remove team": (P.MANAGE, lambda c, a: c.teams.remove(a, "x")),
    "change agent": (P.MANAGE, lambda c, a: c.teams.change_agent(a, "x", AgentChange())),
    "change inbox": (P.MANAGE, lambda c, a: c.inboxes.change(a, "x", {})),
    "contacts": (P.READ_CONTACTS, lambda c, a: c.contacts.search(a, None, FIRST)),
    "profile": (P.READ_CONTACTS, lambda c, a: c.contacts.profile(a, "x")),
    "add fact": (P.ANSWER, lambda c, a: c.memory.add(a, "x", Statement("size", "M", 1.0), None)),
    "export a contact": (P.ERASE, lambda c, a: c.consents.export_contact(a, "x")),
    "erase a contact": (P.ERASE, lambda c, a: c.consents.erase_contact(a, "x")),
    "elements": (P.READ_REPORTS, lambda c, a: c.elements.all(a)),
    "campaigns": (P.READ_REPORTS, lambda c, a: c.elements.campaigns(a)),
    "add campaign": (P.MANAGE_CAMPAIGNS, lambda c, a: c.elements.add_campaign(a, "Spring")),
    "add element": (
        P.MANAGE_CAMPAIGNS,
        lambda c, a: c.elements.add_element(
            a, code="c", kind="qr", name="n", target_url="/", campaign_id=None, variant=None
        ),
    ),
    "search": (P.READ_DIALOGUES, lambda c, a: c.transcripts.search(a, ALL, FIRST)),
    "response events": (P.READ_REPORTS, lambda c, a: c.transcripts.response_events(a, ALL, FIRST)),
    "response event": (P.READ_REPORTS, lambda c, a: c.transcripts.response_event(a, "x")),
    "log": (P.READ_REPORTS, lambda c, a: c.transcripts.log(a, 0, 10)),
    "dialogues export": (P.READ_REPORTS, lambda c, a: _all(c.transcripts.export_dialogues(a, ALL))),
    "messages export": (P.READ_REPORTS, lambda c, a: _all(c.transcripts.export_messages(a, ALL))),
    "events export": (P.READ_REPORTS, lambda c, a: _all(c.transcripts.export_events(a, ALL))),
    "overview": (P.READ_REPORTS, lambda c, a: c.reports.overview(a, NOW, NOW)),
    "campaign report": (P.READ_REPORTS, lambda c, a: c.reports.campaigns(a, NOW, NOW, FIRST)),
    "experiment report": (P.READ_REPORTS, lambda c, a: c.experiments.reports(a, None, FIRST)),
    "memory report": (P.READ_REPORTS, lambda c, a: c.reports.memory(a, NOW, NOW)),
    "orders": (P.READ_ORDERS, lambda c, a: c.shop.orders(a, number="1", email="a@b.is")),
    "return": (
        P.REQUEST_RETURN,
        lambda c, a: c.shop.request_return(
            a, "1", email=None, contact_id=None, reason="", sku=None
        ),
    ),
    "products": (
        P.READ_SHOP,
        lambda c, a: c.shop.products(a, query=None, category=None, colour=None, size=None, limit=1),
    ),
    "coupons": (P.READ_SHOP, lambda c, a: c.shop.coupons(a, None)),
}


def test_the_table_names_every_right() -> None:
    assert set(TABLE) == set(Permission)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_a_role_has_exactly_the_rights_of_the_table(permission: Permission, role: Role) -> None:
    caller = CALLERS[role]
    assert caller.can(permission) is (role in TABLE[permission])
    if role not in TABLE[permission]:
        with pytest.raises(NotAllowed):
            require(caller, permission)


@pytest.mark.parametrize("use", USES)
async def test_every_use_is_refused_to_roles_without_its_right(core: Core, use: str) -> None:
    permission, act = USES[use]
    for role, caller in CALLERS.items():
        refusal: SamtalError | None = None
        try:
            await act(core, caller)
        except SamtalError as error:
            refusal = error
        assert isinstance(refusal, NotAllowed) is (role not in TABLE[permission]), role
    assert await core.log() == []
