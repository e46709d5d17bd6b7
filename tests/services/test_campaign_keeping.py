"""Campaigns that get another name, are archived, or go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, NotAllowed, NotFound
from chat_server.domain.events import EventType
from chat_server.mail.memory import MemoryMailer
from chat_server.services.campaigns import CampaignKeeping, Removal
from tests.core.core import ANNA, MARKUS
from tests.core.mailed import Mailroom, customer

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_a_campaign_that_has_run_is_archived_and_its_log_and_mails_stay(
    any_core: Core,
) -> None:
    core, mailer = any_core, MemoryMailer()
    room, keeping = Mailroom(core, mailer), CampaignKeeping(core.store, core.clock)
    await customer(core, "Una")
    campaign_id = await room.drafted()
    await room.campaigns.start(MARKUS, campaign_id)
    with pytest.raises(Conflict) as moving:
        await keeping.remove(MARKUS, campaign_id)
    assert moving.value.fields == {"state": "running"}
    await room.work()
    assert await keeping.remove(MARKUS, campaign_id) is Removal.ARCHIVED
    # Again: nothing more happens.
    assert await keeping.remove(MARKUS, campaign_id) is Removal.ARCHIVED
    kept = await room.campaigns.one(MARKUS, campaign_id)
    assert kept.campaign.archived_at == core.clock()
    assert (kept.campaign.state.value, kept.mails) == ("done", {"sent": 1})
    with pytest.raises(Conflict) as archived:
        await core.elements.add_element(
            MARKUS,
            code=None,
            kind="link",
            name="Too late",
            target_url="https://shop.test/",
            campaign_id=campaign_id,
            variant=None,
        )
    assert archived.value.fields == {"campaign": "archived"}
    back = await keeping.change(MARKUS, campaign_id, name="Autumn 2026", archived=False)
    assert (back.campaign.name, back.campaign.archived_at) == ("Autumn 2026", None)
    assert await _changes(core, campaign_id) == ["running", "archived", "renamed", "restored"]


async def test_a_campaign_that_nothing_hangs_on_is_erased(any_core: Core) -> None:
    core = any_core
    room, keeping = Mailroom(core, None), CampaignKeeping(core.store, core.clock)
    blank = (await core.elements.add_campaign(MARKUS, "A slip")).id
    with pytest.raises(NotAllowed):
        await keeping.remove(ANNA, blank)
    assert await keeping.remove(MARKUS, blank) is Removal.ERASED
    for act in (
        keeping.remove(MARKUS, blank),
        keeping.change(MARKUS, blank, name="Back", archived=None),
        room.campaigns.one(MARKUS, blank),
    ):
        with pytest.raises(NotFound):
            await act
    assert await _changes(core, blank) == ["erased"]
    # An element may be on paper: its campaign stays, and does not start while it is archived.
    drafted = await room.drafted()
    assert await keeping.remove(MARKUS, drafted) is Removal.ARCHIVED
    room = Mailroom(core, MemoryMailer())
    with pytest.raises(Conflict) as refused:
        await room.campaigns.start(MARKUS, drafted)
    assert refused.value.fields == {"campaign": "archived"}


async def _changes(core: Core, campaign_id: str) -> list[object]:
    return [
        event.data["state"]
        for event in await core.log()
        if event.type is EventType.CAMPAIGN_CHANGED and event.data["campaign"] == campaign_id
    ]
