"""The kinds of past dialogue, each a function that plays one on a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from chat_server.domain.facts.values import PROBLEMS
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.shop import OrderStatus

from .lines import AGENT, BOT, FOREIGN, SUMMARY, VISITOR

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from chat_server.domain.shop import Customer, Order, Product

    from .stage import Stage

_GOOD, _MIXED, _BAD = (5, 5, 5, 4, 4), (5, 4, 4, 3, 2), (3, 2, 2, 1)


@dataclass
class Cast:
    """Whom and what a dialogue is about; placeholders in the lines are filled from here."""

    stage: Stage
    order: Order
    customer: Customer
    product: Product
    size: str
    colour: str
    random: Random

    def line(self, book: dict[str, tuple[str, ...]], key: str) -> str:
        """One of the wordings of `key`, filled in."""
        return self.random.choice(book[key]).format(**self._words())

    def visitor(self, key: str, intent: str, *complaints: str, **facts: str) -> None:
        """The visitor says a wording of `key`; only facts and complaints that the wording really holds are kept."""
        text = self.line(VISITOR, key)
        heard = {
            kind: value for kind, value in facts.items() if kind == "open_problem" or value in text
        }
        for complaint_made in complaints:
            if complaint_made in text:
                heard["complaint"] = complaint_made
        self.stage.visitor(text, intent, heard)

    def bot(self, key: str, *used: str) -> None:
        """The bot says a wording of `key`."""
        self.stage.bot(self.line(BOT, key), used)

    def agent(self, key: str) -> None:
        """The agent says a wording of `key`."""
        self.stage.agent(self.line(AGENT, key))

    def hand_off(self, reason: HandoffReason, key: str) -> None:
        """From the bot to a person, with the bot's summary, and the person says hello."""
        self.stage.hand_off(reason, SUMMARY[key].format(**self._words()))
        self.agent("hello")

    def _words(self) -> dict[str, object]:
        order, product = self.order, self.product
        name = self.stage.person.contact.name or self.customer.name
        return {
            "number": order.number,
            "email": self.customer.email,
            "name": name.split()[0],
            "product": product.name,
            "size": self.size,
            "colour": self.colour,
            "price": f"{product.price_cents // 100} euros",
            "description": product.description,
            "stock": product.in_stock.get(self.size, 0),
            "link": product.url,
            "placed": _day(order.placed_at),
            "delivered": _day(order.delivered_at),
            "eta": _day(order.eta),
            "carrier": order.carrier or "DHL",
            "url": order.tracking_url or "",
            "agent": self.stage.agent_account.name.split()[0],
            "problem": PROBLEMS.get(_current(self.stage, "open_problem"), "a problem"),
        }


def order_status(cast: Cast) -> None:
    """Number, address, answer, thanks; a known number or address is not asked for again."""
    cast.visitor("ask_order", "track_order", order_number=cast.order.number)
    known = "email" in cast.stage.person.current or cast.stage.person.contact.identified
    if not known:
        cast.bot("ask_email", "order_number")
        cast.visitor("give_email", "inform", email=cast.customer.email)
    cast.bot(cast.order.status.value, "order_number", "email")
    _thank(cast)
    _end(cast, _GOOD)


def late_parcel(cast: Cast) -> None:
    """The tracking link does not help, so a person does."""
    cast.visitor("late", "late_delivery", order_number=cast.order.number, open_problem="late")
    cast.bot("late", "order_number")
    cast.visitor("annoyed", "complain")
    cast.bot("hand_over")
    cast.hand_off(HandoffReason.COMPLAINT, "late")
    cast.agent("late")
    _note(cast)
    _solve(cast, often=0.6)
    _leave(cast, _MIXED)


def return_request(cast: Cast) -> None:
    """The bot registers a return."""
    cast.visitor("return", "return_item", order_number=cast.order.number)
    cast.bot("ask_reason", "order_number")
    cast.visitor("reason", "inform")
    cast.bot("returned_ok", "order_number")
    _thank(cast)
    _end(cast, _GOOD)


def exchange(cast: Cast) -> None:
    """Another size: a person sets it aside."""
    cast.visitor("exchange", "return_item", order_number=cast.order.number, size=cast.size)
    cast.bot("hand_over", "order_number")
    cast.hand_off(HandoffReason.NEEDS_HUMAN, "exchange")
    cast.agent("exchange")
    _leave(cast, _GOOD)


def shopping(cast: Cast) -> None:
    """A product, its size and colour, and sometimes a coupon."""
    cast.visitor("interest", "find_product", product_interest=cast.product.name)
    cast.bot("product", "product_interest")
    cast.visitor("size_colour", "check_stock", size=cast.size, colour=cast.colour)
    cast.bot("in_stock" if cast.product.in_stock.get(cast.size) else "sold_out", "size", "colour")
    if cast.random.random() < 0.35:  # noqa: PLR2004
        cast.visitor("coupon", "ask_coupon")
        cast.bot("coupon")
    if cast.random.random() < 0.25 and cast.customer.name.isascii():  # noqa: PLR2004
        cast.visitor("name", "inform", name=cast.customer.name.split()[0])
    _thank(cast)
    _end(cast, _GOOD)


def size_advice(cast: Cast) -> None:
    """Which size to take; who told us theirs is not asked."""
    cast.visitor("size_advice", "size_advice", product_interest=cast.product.name)
    if "size" not in cast.stage.person.current:
        cast.bot("ask_size")
        cast.visitor("wear", "inform", size=cast.size)
    else:
        cast.size = cast.stage.person.current["size"].value
    cast.bot("advice", "size")
    _thank(cast)
    _end(cast, _GOOD)


def small_question(cast: Cast) -> None:
    """Delivery, payment, coupons or care, answered in one line."""
    topic, intent = cast.random.choice(
        (
            ("shipping", "shipping_cost"),
            ("shipping", "shipping_cost"),
            ("payment", "payment_methods"),
            ("coupon", "ask_coupon"),
            ("care", "product_care"),
        )
    )
    cast.visitor(topic, intent, product_interest=cast.product.name)
    cast.bot(topic)
    if cast.random.random() < 0.7:  # noqa: PLR2004
        _thank(cast)
    _end(cast, _GOOD)


def refund(cast: Cast) -> None:
    """Where the money is."""
    cast.visitor("refund", "refund_status", order_number=cast.order.number, open_problem="refund")
    cast.bot("refund", "order_number")
    _thank(cast)
    _end(cast, _MIXED)


def broken(cast: Cast) -> None:
    """Damaged or wrong: a person makes it good."""
    key = cast.random.choice(("damaged", "damaged", "wrong_item"))
    intent = "damaged_item" if key == "damaged" else "wrong_item"
    cast.visitor(key, intent, order_number=cast.order.number, open_problem=key)
    cast.bot("sorry", "order_number")
    cast.bot("hand_over")
    cast.hand_off(HandoffReason.NEEDS_HUMAN, key)
    cast.stage.visitor(cast.line(VISITOR, "details"), "inform")
    cast.agent(key)
    _note(cast)
    _solve(cast, often=0.75)
    _leave(cast, _GOOD)


def wants_human(cast: Cast) -> None:
    """Asks for a person at once and returns to the bot at times."""
    if cast.random.random() < 0.5:  # noqa: PLR2004
        cast.visitor("ask_order", "track_order", order_number=cast.order.number)
        cast.bot("ask_email", "order_number")
    cast.visitor("human", "talk_to_human")
    cast.hand_off(HandoffReason.VISITOR_ASKED, "human")
    cast.agent("general")
    if cast.random.random() < 0.3:  # noqa: PLR2004
        cast.stage.return_to_bot("The order is settled; only delivery questions are left.")
        cast.visitor("shipping", "shipping_cost")
        cast.bot("shipping")
        _thank(cast)
        _end(cast, _GOOD)
        return
    _leave(cast, _GOOD)


def not_understood(cast: Cast) -> None:
    """Missed twice, then explained to a person."""
    for _ in range(2):
        cast.visitor("unclear", "nlu_fallback")
        cast.bot("not_understood")
    cast.hand_off(HandoffReason.NOT_UNDERSTOOD, "special")
    cast.stage.visitor(cast.line(VISITOR, "explain"), "inform")
    cast.agent("special")
    _note(cast)
    _leave(cast, _MIXED)


def complaint(cast: Cast) -> None:
    """Straight to a person."""
    cast.visitor("complaint", "complain", *_COMPLAINTS, open_problem="other")
    cast.bot("sorry")
    cast.hand_off(HandoffReason.COMPLAINT, "complaint")
    cast.agent("complaint")
    _note(cast)
    _solve(cast, often=0.5)
    _leave(cast, _BAD)


def change_order(cast: Cast) -> None:
    """Cancelling or another address."""
    cast.visitor("cancel", "cancel_order", order_number=cast.order.number)
    cast.bot("hand_over", "order_number")
    cast.hand_off(HandoffReason.NEEDS_HUMAN, "change")
    cast.agent("change")
    _leave(cast, _GOOD)


def abandoned(cast: Cast) -> None:
    """Asks, is answered, and goes."""
    cast.visitor("interest", "find_product", product_interest=cast.product.name)
    cast.bot("product", "product_interest")
    cast.stage.resolve()


def comes_back(cast: Cast) -> None:
    """Greeted by name and asked about the problem that was left open."""
    cast.stage.visitor(cast.random.choice(("Hi", "hello again", "Good evening", "hey")), "greet")
    if cast.stage.person.contact.name or "name" in cast.stage.person.current:
        cast.bot("welcome_back", "name")
    cast.bot("ask_problem", "open_problem")
    if cast.random.random() < 0.65:  # noqa: PLR2004
        cast.visitor("yes_solved", "affirm")
        cast.stage.settle("open_problem")
        cast.bot("glad")
        _thank(cast)
        _end(cast, _GOOD)
        return
    cast.visitor("not_solved", "deny")
    cast.hand_off(HandoffReason.NEEDS_HUMAN, "still_open")
    cast.agent("general")
    cast.stage.settle("open_problem")
    _leave(cast, _MIXED)


def foreign(cast: Cast) -> None:
    """A language that only the agents speak."""
    question, answer, thanks = cast.random.choice(FOREIGN[cast.customer.locale])
    cast.stage.visitor(question, "nlu_fallback")
    cast.hand_off(HandoffReason.NOT_UNDERSTOOD, "language")
    cast.stage.agent(answer)
    cast.stage.visitor(thanks, "thanks")
    cast.stage.resolve()
    cast.stage.rate(_GOOD)


def _thank(cast: Cast) -> None:
    cast.visitor("thanks", "thanks")
    cast.bot("welcome")


def _end(cast: Cast, scores: tuple[int, ...]) -> None:
    cast.stage.rate(scores)
    cast.stage.resolve()


def _leave(cast: Cast, scores: tuple[int, ...]) -> None:
    cast.stage.visitor(cast.line(VISITOR, "agent_thanks"), "thanks")
    cast.agent("bye")
    cast.stage.resolve()
    cast.stage.rate(scores)


def _note(cast: Cast) -> None:
    if cast.random.random() < 0.4:  # noqa: PLR2004
        cast.stage.note(cast.line(AGENT, "note"))


def _solve(cast: Cast, often: float) -> None:
    if cast.random.random() < often:
        cast.stage.settle("open_problem")


def _day(moment: datetime | None) -> str:
    return f"{moment:%-d %B}" if moment else "the end of the week"


def _current(stage: Stage, key: str) -> str:
    fact = stage.person.current.get(key)
    return fact.value if fact else ""


class Story(NamedTuple):
    """How often it happens, and which orders and products it can be about."""

    play: Callable[[Cast], None]
    weight: int
    statuses: tuple[OrderStatus, ...] = ()
    categories: tuple[str, ...] = ()


_COMPLAINTS = ("I am very disappointed.", "This is unacceptable.")
_HERE = (OrderStatus.DELIVERED,)
_BEFORE = (OrderStatus.PLACED, OrderStatus.PACKED)
_SIZED = ("jackets", "sweaters", "shirts", "trousers", "boots")
_WOOL = ("sweaters", "blankets", "hats")
FOREIGN_QUESTION = Story(foreign, 0)
RETURN_VISIT = Story(comes_back, 0)
SHOPPING = Story(shopping, 34)
STORIES = (
    SHOPPING,
    Story(order_status, 34, tuple(OrderStatus)),
    Story(late_parcel, 15, (OrderStatus.SHIPPED,)),
    Story(return_request, 22, _HERE),
    Story(exchange, 13, _HERE, _SIZED),
    Story(size_advice, 18, (), _SIZED),
    Story(small_question, 30, (), _WOOL),
    Story(refund, 10, (OrderStatus.RETURNED,)),
    Story(broken, 18, _HERE),
    Story(wants_human, 14, tuple(OrderStatus)),
    Story(not_understood, 12),
    Story(complaint, 6),
    Story(change_order, 8, _BEFORE),
    Story(abandoned, 9),
)
