"""Two months of past dialogues with new and returning visitors, played by the domain itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.agent import Role
from chat_server.domain.conversation import Origin
from chat_server.domain.handoff import HandoffReason

from .customers import KNOWN
from .lines import FOREIGN
from .openings import in_vain, opening
from .orders import as_of
from .people import Person, newcomer, signed_in_as, who_returns
from .stage import Dialogue, Stage
from .stories import FOREIGN_QUESTION, RETURN_VISIT, SHOPPING, STORIES, Cast, Story

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.element import Element
    from chat_server.domain.events import Event
    from chat_server.domain.inbox import Inbox
    from chat_server.domain.shop import Customer, Order, Product

    from .accounts import Account

COUNT = 240
DAYS = 60
_SITE = "https://hraun.example.com"
# Visitors per hour of the day, Reykjavík time: few at night, most in the evening.
_HOURS = (2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 11, 12, 12, 11, 10, 10, 11, 12, 14, 16, 16, 13, 8, 4)
_ELEMENT_SHARE, _RETURNING_SHARE, _FOREIGN_SHARE = 0.46, 0.22, 0.07
# The last one is the known customer's; the others are over before it.
_LAST = timedelta(days=2, hours=3)


@dataclass
class Shop:
    """What the dialogues are about."""

    inbox: Inbox
    accounts: list[Account]
    elements: list[Element]
    products: list[Product]
    customers: list[Customer]
    orders: list[Order]


@dataclass
class Past:
    """All that the past dialogues left behind, oldest dialogue first."""

    people: list[Person] = field(default_factory=list)
    dialogues: list[Dialogue] = field(default_factory=list)
    openings: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class _Scene:
    """One dialogue about to be played."""

    story: Story
    person: Person
    order: Order | None
    at: datetime
    locale: str = "en"


def past(shop: Shop, random: Random, now: datetime) -> Past:
    """`COUNT` dialogues; of the known customers only Guðrún has been here, with a problem left open."""
    now = now.replace(microsecond=0)
    director = _Director(shop, random)
    for at in _times(random, now):
        director.play(director.next_scene(at))
    director.play_damaged_sweater(now - _LAST)
    for element in shop.elements:
        director.past.openings += in_vain(element, DAYS, random, now)
    return director.past


def _times(random: Random, now: datetime) -> list[datetime]:
    midnight = now.replace(hour=0, minute=0, second=0)
    newest = now - _LAST - timedelta(hours=3)
    times: set[datetime] = set()
    while len(times) < COUNT - 1:
        # The shop is growing, so the recent weeks are the busier ones.
        day = midnight - timedelta(days=int(DAYS * random.random() ** 1.3))
        hour = random.choices(range(24), _HOURS)[0]
        at = day + timedelta(hours=hour, milliseconds=random.randrange(3_600_000))
        if now - timedelta(days=DAYS) < at < newest:
            times.add(at)
    return sorted(times)


class _Director:
    """Chooses who comes when and why, and has it played."""

    def __init__(self, shop: Shop, random: Random) -> None:
        self.past = Past()
        self._shop = shop
        self._random = random
        self._strangers = shop.customers[len(KNOWN) :]
        self._stranger_ids = {customer.id for customer in self._strangers}

    def next_scene(self, at: datetime) -> _Scene:
        """Somebody who writes in another language, comes back, or is new."""
        chance = self._random.random()
        if chance < _FOREIGN_SHARE:
            speakers = [each for each in self._strangers if each.locale in FOREIGN]
            person = self._person(self._random.choice(speakers), at)
            return _Scene(FOREIGN_QUESTION, person, None, at, person.customer.locale)
        returning = None
        if chance < _FOREIGN_SHARE + _RETURNING_SHARE:
            returning = who_returns(self.past.people, at, self._random)
        if returning and "open_problem" in returning.current:
            return _Scene(RETURN_VISIT, returning, None, at)
        story = self._random.choices(STORIES, [each.weight for each in STORIES])[0]
        order = self._fitting_order(story, returning, at)
        if order is not None:
            buyer = next(each for each in self._strangers if each.id == order.customer_id)
            return _Scene(story, returning or self._person(buyer, at), order, at)
        person = returning or self._person(self._random.choice(self._strangers), at)
        return _Scene(SHOPPING if story.statuses else story, person, None, at)

    def play(self, scene: _Scene) -> None:
        """Plays it to its end and keeps what it leaves."""
        cast = self._cast(scene)
        scene.story.play(cast)
        self.past.dialogues.append(cast.stage.finish())

    def play_damaged_sweater(self, at: datetime) -> None:
        """Guðrún's sweater came damaged, and nobody has told her yet that it is settled."""
        order = next(each for each in self._shop.orders if each.number == "10518")
        customer = next(each for each in KNOWN if each.id == order.customer_id)
        person = newcomer(customer, self._shop.inbox.id, at, self._random, signed_in=True)
        self.past.people.append(person)
        cast = self._cast(_Scene(SHOPPING, person, order, at))
        cast.stage.visitor(
            "Hello, the Esja wool sweater from order 10518 has a hole in the left sleeve.",
            "damaged_item",
            {
                "order_number": "10518",
                "product_interest": "Esja wool sweater",
                "open_problem": "damaged",
            },
        )
        cast.bot("sorry")
        cast.bot("hand_over")
        cast.hand_off(HandoffReason.NEEDS_HUMAN, "damaged")
        cast.agent("damaged")
        cast.stage.visitor("A new one would be best, in L and grey again please.", "inform")
        cast.stage.agent("I am asking the knitters in Hvolsvöllur for one and will write to you.")
        cast.stage.note("Knitters answer on Monday. Tell her then.")
        cast.stage.resolve()
        self.past.dialogues.append(cast.stage.finish())

    def _fitting_order(self, story: Story, returning: Person | None, at: datetime) -> Order | None:
        if not story.statuses:
            return None
        ids = {returning.customer.id} if returning else self._stranger_ids
        sold = {each.sku for each in self._shop.products if each.category in story.categories}
        then = (as_of(each, at) for each in self._shop.orders if each.customer_id in ids)
        fitting = [
            order
            for order in then
            if order is not None
            and order.status in story.statuses
            and (not sold or any(line["sku"] in sold for line in order.items))
            # Nobody asks about what is long past.
            and (order.delivered_at is None or at - order.delivered_at < timedelta(days=25))
        ]
        return self._random.choice(fitting) if fitting else None

    def _person(self, customer: Customer, at: datetime) -> Person:
        person = signed_in_as(self.past.people, customer)
        if person is None or at - person.contact.last_seen_at < timedelta(hours=1):
            person = newcomer(
                customer, self._shop.inbox.id, at, self._random, signed_in=False if person else None
            )
            self.past.people.append(person)
        return person

    def _cast(self, scene: _Scene) -> Cast:
        random = self._random
        order = scene.order or random.choice(self._shop.orders)
        product = self._product(scene)
        agent = random.choice([each for each in self._shop.accounts if each.role is Role.AGENT])
        origin = self._origin(scene, product)
        stage = Stage(scene.person, self._shop.inbox, agent, origin, scene.locale, scene.at, random)
        size, colour = random.choice(product.sizes), random.choice(product.colours)
        return Cast(stage, order, scene.person.customer, product, size, colour, random)

    def _product(self, scene: _Scene) -> Product:
        bought = {line["sku"] for line in scene.order.items} if scene.order else set()
        fitting = [
            product
            for product in self._shop.products
            if (not bought or product.sku in bought)
            and (not scene.story.categories or product.category in scene.story.categories)
        ]
        return self._random.choice(fitting)

    def _origin(self, scene: _Scene, product: Product) -> Origin:
        random, visitor = self._random, scene.person.visitor
        if random.random() >= _ELEMENT_SHARE:
            path = random.choice(("/", product.url, product.url, "/shipping", "/returns", "/sizes"))
            origin = Origin(page_url=_SITE + path, page_title="Hraun")
        else:
            element = random.choice(self._shop.elements)
            before = timedelta(seconds=random.randrange(6, 240))
            self.past.openings.append(opening(element, scene.at - before))
            visitor.element_code = element.code
            origin = Origin(
                element=element.code,
                element_kind=element.kind,
                campaign=element.campaign_id,
                variant=element.variant,
                page_url=f"{_SITE}{element.target_url}?samtal={element.code}",
                page_title="Hraun",
            )
        visitor.page = {"url": origin.page_url or _SITE, "title": "Hraun"}
        return origin
