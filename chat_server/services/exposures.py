"""Visitors in experiments: what they are addressed with, and that they saw it."""

from __future__ import annotations

from dataclasses import replace

from chat_server.domain.consent import Allowance, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.errors import Duplicate
from chat_server.domain.experiments.experiment import State, exposed
from chat_server.domain.greeting import Greeting
from chat_server.domain.ids import new_id
from chat_server.domain.inbox import Inbox
from chat_server.domain.ports import Clock, Store, Transaction

from .access import VisitorCaller, contact_of

_SEPARATOR = "/"


async def varied(
    tx: Transaction, inbox: Inbox, contact: Contact, allowance: Allowance, greeting: Greeting
) -> Greeting:
    """As their variant of the running experiment, if there is one and they may be counted.

    Only the inbox's own greeting is varied: who is greeted by what is remembered, or in another language, is in no
    experiment, and neither is who said no to analytics.
    """
    if greeting != Greeting(inbox.greeting):
        return greeting
    experiment = await tx.experiments.running(inbox.id)
    if experiment is None or not allowance.hears(Purpose.ANALYTICS, in_dialogue=True):
        return greeting
    first = await tx.experiments.first_exposure(experiment.id, contact.id)
    place = experiment.variant_for(contact.id, first)
    variant = experiment.arms[place]
    return replace(
        greeting,
        text=variant.greeting,
        choices=tuple((reply, reply) for reply in variant.replies),
        shown=None if first else f"{experiment.id}{_SEPARATOR}{place}",
    )


class Exposures:
    """Told by the widget when the greeting is on the screen."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def seen(self, caller: VisitorCaller, shown: str) -> None:
        """Once a person; what is no longer so, or never was, changes nothing."""
        experiment_id, _, place = shown.partition(_SEPARATOR)
        try:
            async with self._store.begin() as tx:
                await self._record(tx, caller, experiment_id, place)
        except Duplicate:
            return  # another tab of theirs, at this very moment

    async def _record(
        self, tx: Transaction, caller: VisitorCaller, experiment_id: str, place: str
    ) -> None:
        contact = await contact_of(tx, caller)
        await tx.contacts.lock(contact.id)
        experiment = await tx.experiments.get(experiment_id)
        if experiment is None or experiment.inbox_id != caller.inbox_id:
            return
        if experiment.state is not State.RUNNING:
            return
        if await tx.experiments.first_exposure(experiment.id, contact.id) is not None:
            return
        variant = experiment.variant_for(contact.id, None)
        if place != str(variant):
            # They signed in since they were welcomed, and are dealt as another person; or they made it up.
            return
        exposure = experiment.expose(new_id(), contact.id, variant, self._clock())
        tx.add(exposure)
        await tx.record([exposed(experiment, exposure)])
