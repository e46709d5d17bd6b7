"""What customers' orders say, and offers."""

from __future__ import annotations

from collections.abc import Mapping

from chat_server.domain.customers.outlook import WEEKS
from chat_server.domain.customers.repeat import FEWEST_REPEATERS
from chat_server.domain.customers.together import FEWEST_TOGETHER
from chat_server.services.customers import Book, Listed, OfferMade, OfferStep
from chat_server.wire import customers as w
from chat_server.wire.base import Identifier, Inbound
from chat_server.wire.rest import PageOf

from .call import Call
from .shop import product_view


class OffersQuery(Inbound):
    """For whom."""

    contact_id: Identifier


class NextOfferQuery(Inbound):
    """`asked`: the visitor wants to be recommended something; without it the bot offers it unasked."""

    asked: bool = False


async def report(call: Call) -> w.CustomerReport:
    """Recency, frequency and value; what is expected; whom to win back; what is bought together."""
    made = await call.services.customers.report(call.agent)
    book = made.book
    return w.CustomerReport(
        at=made.at,
        currency=book.currency if book else None,
        lines=w.RfvLines.model_validate(book.lines) if book else None,
        grid=[w.RfvSquare.model_validate(one) for one in book.grid] if book else [],
        forecast=_forecast(book) if book else None,
        win_back=[_row(one) for one in made.win_back],
        most_valuable=[_row(one) for one in made.most_valuable],
        together=_together(book, made.names) if book else [],
        pairs_looked_at=book.pairs_looked_at if book else 0,
        fewest_together=FEWEST_TOGETHER,
    )


async def offers(call: Call) -> PageOf[w.OfferView]:
    """What to offer a contact next, best first, each with its reason."""
    found = await call.services.customers.offers(call.agent, call.query.contact_id)
    return PageOf[w.OfferView](items=[_offer(one) for one in found], next=None)


async def next_offer(call: Call) -> w.OfferView:
    """What the bot may offer in a dialogue now; `fields.offer` of a conflict says in one word why nothing."""
    services, asked = call.services, call.query.asked
    return _offer(await services.bot_offers.next(call.agent, call.path("id"), asked=asked))


def _offer(one: OfferMade) -> w.OfferView:
    because = one.because
    return w.OfferView(
        product=product_view(one.product),
        because=because.name if because else None,
        because_sku=because.sku if because else None,
        lift=one.lift,
    )


def _forecast(book: Book) -> w.CustomerForecast:
    made = book.forecast
    return w.CustomerForecast(
        weeks=WEEKS,
        customers=made.customers,
        repeaters=made.repeaters,
        fewest_repeaters=FEWEST_REPEATERS,
        repeat=w.RepeatFit.model_validate(made.repeat) if made.repeat else None,
        spend=w.SpendFit.model_validate(made.spend) if made.spend else None,
        likeness=made.likeness,
        purchases=made.purchases,
        value_cents=made.value_cents,
    )


def _row(one: Listed) -> w.CustomerRow:
    summary, outlook = one.outlook.summary, one.outlook
    return w.CustomerRow(
        contact_id=one.contact_id,
        scores=one.scores,
        orders=summary.orders,
        spent_cents=summary.spent_cents,
        last_order_at=summary.last_at,
        alive=outlook.alive,
        purchases=outlook.purchases,
        value_cents=outlook.value_cents,
        at_stake_cents=outlook.at_stake_cents,
    )


def _together(book: Book, names: dict[str, str]) -> list[w.BoughtTogether]:
    return [
        w.BoughtTogether(
            first=pair.first,
            second=pair.second,
            first_name=names.get(pair.first, pair.first),
            second_name=names.get(pair.second, pair.second),
            customers=pair.both,
            lift=pair.lift,
            chance=pair.chance,
        )
        for pair in book.pairs
    ]


async def offered(call: Call) -> None:
    """A product was offered in a dialogue, or the offer was accepted or declined."""
    body = call.body
    await call.services.customers.offered(call.agent, call.path("id"), body.sku, _STEPS[body.step])


_STEPS: Mapping[str, OfferStep] = {
    "made": "offer_made",
    "accepted": "offer_accepted",
    "declined": "offer_declined",
}
