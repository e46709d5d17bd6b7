"""Who belongs to rules made up by chance, in towns made up by chance, told person by person beside the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.contact import Contact
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.segments.reading import read
from chat_server.domain.segments.rule import Belonging
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.store.members import belongs
from chat_server.store.tables import contacts

if TYPE_CHECKING:
    from tests.core.core import Core

_PEOPLE, _RULES = 60, 80
_CAMPAIGNS = (None, "spring", "autumn")
Town = dict[str, tuple[list[ResponseEvent], list[Order]]]


async def test_all_at_once_one_by_one_and_told_by_hand_are_the_same(any_core: Core) -> None:
    random, now = Random(11), any_core.clock()
    town = await _settled(any_core, random, now)
    sizes = set()
    for _ in range(_RULES):
        rule = _rule(random, 2)
        belonging = Belonging(read(rule), now)
        by_hand = {name for name, held in town.items() if _fits(rule, *held, now)}
        assert await _found(any_core, belonging, each=False) == by_hand, rule
        assert await _found(any_core, belonging, each=True) == by_hand, rule
        async with any_core.store.read() as tx:
            assert await tx.segments.count(belonging) == len(by_hand), rule
        sizes.add(len(by_hand))
    assert len(sizes) > _PEOPLE // 4


async def _found(core: Core, belonging: Belonging, *, each: bool) -> set[str]:
    async with core.engines.reader.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        among = belongs(belonging, sqlite=sqlite, each=each)
        return set(await connection.scalars(sa.select(contacts.c.id).where(among)))


async def _settled(core: Core, random: Random, now: datetime) -> Town:
    """Some are not known to the shop, and some dialogues are nobody's any more."""
    town: Town = {}
    for n in range(_PEOPLE):
        name = f"person-{n}"
        talked = [
            _talked(f"{name}-{i}", name, random, now)
            for i in range(random.choice((0, 0, 1, 1, 2, 5)))
        ]
        bought = [
            _bought(f"{name}-{i}", name, random, now) for i in range(random.choice((0, 0, 1, 3)))
        ]
        contact = Contact(name, "inbox-hraun", now, now)
        async with core.store.begin() as tx:
            if random.random() < 0.6:
                contact.external_id = name
                tx.add(Customer(name, name, f"{name}@shop.test", "en"))
                await tx.flush()
                tx.add(*bought)
            else:
                bought = []
            tx.add(contact, *talked, _talked(f"gone-{n}", f"nobody-{n}", random, now))
        town[name] = (talked, bought)
    return town


def _talked(dialogue: str, who: str, random: Random, now: datetime) -> ResponseEvent:
    at = now - timedelta(days=random.randrange(1, 100))
    made = ResponseEvent(dialogue, "inbox-hraun", who, at, "website", "en", intents=[])
    made.campaign, made.handoffs = random.choice(_CAMPAIGNS), random.choice((0, 1))
    return made


def _bought(number: str, who: str, random: Random, now: datetime) -> Order:
    at = now - timedelta(days=random.randrange(1, 100))
    status = random.choice((OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED))
    return Order(number, who, status, at, "EUR", random.randrange(1, 10) * 1_000, [])


def _rule(random: Random, deep: int) -> dict[str, Any]:
    if deep and random.random() < 0.7:
        how = random.choice(("all", "any", "none"))
        return {how: [_rule(random, deep - 1) for _ in range(random.choice((1, 2, 2, 3)))]}
    field = random.choice((*_COUNTED, "dialogues.last", "orders.last", "dialogues.campaign"))
    window = {"within_days": random.choice((10, 50))} if random.random() < 0.4 else {}
    if field.endswith(".last"):
        how = random.choice(("within", "longer_ago", "never"))
        return {"field": field, "is": how} | (
            {"value": random.choice((5, 40))} if how != "never" else {}
        )
    if field == "dialogues.campaign":
        return {"field": field, "is": random.choice(("is", "is_not")), "value": "spring"} | window
    how = random.choice(("at_least", "at_most", "exactly"))
    value = random.choice((0, 40, 90)) if field == "orders.spent" else random.randrange(3)
    return {"field": field, "is": how, "value": value} | window


_COUNTED: dict[str, Callable[[Sequence[Any]], int]] = {
    "dialogues.count": len,
    "dialogues.handed_off": lambda talked: sum(one.handoffs > 0 for one in talked),
    "orders.count": len,
    "orders.spent": lambda bought: sum(one.total_cents for one in bought) // 100,
    "orders.returned": lambda bought: sum(one.status is OrderStatus.RETURNED for one in bought),
}


def _fits(
    rule: dict[str, Any], talked: list[ResponseEvent], bought: list[Order], now: datetime
) -> bool:
    if "field" not in rule:
        ((how, parts),) = rule.items()
        fits = [_fits(part, talked, bought, now) for part in parts]
        return {"all": all(fits), "any": any(fits), "none": not any(fits)}[how]
    (subject, _, name), how, value = rule["field"].partition("."), rule["is"], rule.get("value", 0)
    since = now - timedelta(days=rule.get("within_days", 1_000))
    told = [one for one in talked if one.opened_at >= since]
    sold = [
        one for one in bought if one.placed_at >= since and one.status is not OrderStatus.CANCELLED
    ]
    if name == "last":
        times = (
            [one.opened_at for one in told]
            if subject == "dialogues"
            else [one.placed_at for one in sold]
        )
        if how == "never" or not times:
            return how == "never" and not times
        return (max(times) >= now - timedelta(days=value)) is (how == "within")
    if name == "campaign":
        return any(one.campaign == value for one in told) is (how == "is")
    count = _COUNTED[rule["field"]](told if subject == "dialogues" else sold)
    return {"at_least": count >= value, "at_most": count <= value, "exactly": count == value}[
        how
    ] is True
