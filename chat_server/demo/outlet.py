"""Who of the past talked on the outlet's website: new people without a name, whom nothing printed brought."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .dialogues import Past

OPENED = timedelta(days=31)


def settle(past: Past, inbox_id: str, now: datetime) -> None:
    """Theirs is that website's from the first line on."""
    counted = Counter(one.conversation.contact_id for one in past.dialogues)
    strangers = {
        person.contact.id: person
        for person in past.people
        if person.contact.external_id is None and counted[person.contact.id] == 1
    }
    for dialogue in past.dialogues:
        person = strangers.get(dialogue.conversation.contact_id)
        told = dialogue.response_event
        if person is None or told.element is not None or told.opened_at < now - OPENED:
            continue
        for one in (person.contact, person.visitor, dialogue.conversation, told):
            one.inbox_id = inbox_id
        for event in dialogue.events:
            event.inbox_id = inbox_id
