"""What came of offers."""

from __future__ import annotations

from chat_server.domain.customers.offer_report import OFFER_DAYS, Taken
from chat_server.domain.funnel import ENOUGH, LEVEL
from chat_server.domain.lift.intervals import wilson
from chat_server.wire import customers as w
from chat_server.wire.marketing import IntervalView

from .call import Call
from .marketing import period


async def report(call: Call) -> w.OfferReport:
    """Offers by who made them, why, and of which product: all figures are dialogues."""
    found = await call.services.offer_reports.report(call.agent, *period(call))
    return w.OfferReport(
        from_=found.since,
        to=found.until,
        within_days=OFFER_DAYS,
        every=_taken("", found.every),
        by=[_taken(name, one) for name, one in found.by.items()],
        why=[_taken(name, one) for name, one in found.why.items()],
        products=[
            _taken(sku, one, found.names.get(sku, sku)) for sku, one in found.products.items()
        ],
    )


def _taken(key: str, one: Taken, name: str | None = None) -> w.OffersTaken:
    known, ordered = len(one.known), len(one.ordered)
    sure = wilson(ordered / known, known, LEVEL) if known >= ENOUGH else None
    return w.OffersTaken(
        key=key,
        name=name or key,
        made=len(one.made),
        accepted=len(one.accepted),
        declined=len(one.declined),
        known=known,
        ordered=ordered,
        share=IntervalView.model_validate(sure) if sure else None,
    )
