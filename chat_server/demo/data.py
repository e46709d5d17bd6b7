"""Everything the demo begins with, built in memory: a function of seed and time, but for passwords and random ids."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from . import (
    accounts,
    campaigns,
    canned_replies,
    catalogue,
    coupons,
    customers,
    dialogues,
    experiments,
    inbox,
    openings,
    orders,
    outlet,
)

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.domain.agent import CannedReply
    from chat_server.domain.campaigns.campaign import Campaign
    from chat_server.domain.consent import Consent
    from chat_server.domain.contact import Contact, Visitor
    from chat_server.domain.conversation import Conversation
    from chat_server.domain.element import Element
    from chat_server.domain.events import Event
    from chat_server.domain.experiments.experiment import Experiment, Exposure
    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.inbox import Inbox
    from chat_server.domain.incentive import Incentive
    from chat_server.domain.message import Message
    from chat_server.domain.response_event import ResponseEvent
    from chat_server.domain.shop import Coupon, Customer, Order, Product
    from chat_server.domain.touch import Touch


@dataclass
class DemoData:
    """In the order of the fields each thing refers only to earlier ones, so that they can be stored one by one."""

    inbox: Inbox
    outlet: Inbox
    accounts: list[accounts.Account]
    canned_replies: list[CannedReply]
    campaigns: list[Campaign]
    elements: list[Element]
    products: list[Product]
    customers: list[Customer]
    orders: list[Order]
    incentives: list[Incentive]
    coupons: list[Coupon]
    touches: list[Touch]
    contacts: list[Contact]
    visitors: list[Visitor]
    conversations: list[Conversation]
    messages: list[Message]
    facts: list[Fact]
    consents: list[Consent]
    events: list[Event]
    response_events: list[ResponseEvent]
    experiments: list[Experiment]
    exposures: list[Exposure]


def build(seed: int, now: datetime) -> DemoData:
    """The whole demo; `now` dates it, so that a parcel on its way is on its way today."""

    # Each noun draws from a source of its own: adding a product moves no customer.
    def source(noun: str) -> Random:
        return Random(f"{seed}:{noun}")

    box, second = inbox.inbox(), inbox.outlet()
    shop = dialogues.Shop(
        inbox=box,
        accounts=accounts.accounts(),
        elements=campaigns.elements(box.id, now),
        products=catalogue.products(source("products")),
        customers=customers.customers(source("customers")),
        orders=[],
    )
    shop.orders = orders.orders(shop.products, shop.customers, source("orders"), now)
    past = dialogues.past(shop, source("dialogues"), now)
    outlet.settle(past, second.id, now)
    played = [event for dialogue in past.dialogues for event in dialogue.events]
    response_events = [dialogue.response_event for dialogue in past.dialogues]
    tried = experiments.past(box, response_events, source("experiments"), now)
    trying = experiments.running(second, response_events, source("running"), now)
    met = openings.touches(past.openings, _brought(past), source("touches"))
    return DemoData(
        inbox=box,
        outlet=second,
        accounts=shop.accounts,
        canned_replies=canned_replies.canned_replies(),
        campaigns=campaigns.campaigns(now),
        elements=shop.elements,
        products=shop.products,
        customers=shop.customers,
        orders=shop.orders,
        incentives=coupons.incentives(box.id, now),
        coupons=coupons.coupons(now),
        touches=met,
        contacts=[person.contact for person in past.people],
        visitors=[person.visitor for person in past.people],
        conversations=[dialogue.conversation for dialogue in past.dialogues],
        messages=[message for dialogue in past.dialogues for message in dialogue.messages],
        facts=[fact for person in past.people for fact in person.facts],
        consents=[consent for person in past.people for consent in person.consents],
        events=sorted(
            [*past.openings, *openings.told(met, box.id), *played, *tried.events, *trying.events],
            key=lambda event: event.at,
        ),
        response_events=response_events,
        experiments=[tried.experiment, trying.experiment],
        exposures=[*tried.exposures, *trying.exposures],
    )


def _brought(past: dialogues.Past) -> list[tuple[str, datetime, str]]:
    return [
        (one.element, one.opened_at, one.contact_id)
        for one in (dialogue.response_event for dialogue in past.dialogues)
        if one.element is not None
    ]
