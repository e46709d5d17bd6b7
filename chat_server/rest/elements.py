"""One response element: what it brought, and changes of it."""

from __future__ import annotations

from chat_server.services.element_report import ElementReport
from chat_server.services.elements import ElementChange
from chat_server.services.reports import ORDER_WITHIN
from chat_server.wire import marketing as w

from .call import Call
from .marketing import cost_of, element_view, period


async def report(call: Call) -> w.ElementReport:
    """What it brought, step by step, each person once."""
    found = await call.services.element_reports.one(call.agent, call.path("code"), *period(call))
    return report_view(found)


async def credit(call: Call) -> w.ElementCredit:
    """Orders it is credited with, as the first and as the last touch, each once a person."""
    window = call.query.window
    since, until = period(call)
    found = await call.services.element_reports.credit(
        call.agent, call.path("code"), since, until, window
    )
    return w.ElementCredit(
        from_=since,
        to=until,
        window=window,
        touches=[
            w.CreditView(which=which, orders=one.orders, people=one.people, dialogues=one.dialogues)
            for which, one in found.items()
        ],
    )


async def orders(call: Call) -> w.ElementOrders:
    """What every element is credited with, as the first and as the last touch."""
    window = call.query.window
    since, until = period(call)
    found = await call.services.element_reports.orders(call.agent, since, until, window)
    return w.ElementOrders(
        from_=since,
        to=until,
        window=window,
        items=[
            w.ElementOrdersView(
                code=code,
                touches=[
                    w.OrdersView(which=which, orders=count, people=people)
                    for which, (count, people) in touches.items()
                ],
            )
            for code, touches in found.items()
        ],
    )


async def change(call: Call) -> w.ElementView:
    """Its name, target, cost or how addresses name it."""
    body = call.body
    patch = ElementChange(body.name, body.target_url, cost_of(body.cost), body.utm)
    return element_view(await call.services.elements.change(call.agent, call.path("code"), patch))


def report_view(found: ElementReport) -> w.ElementReport:
    """Every figure with its base."""
    steps = [
        w.FunnelStepView(
            name=step.name,
            people=step.people,
            dialogues=step.dialogues,
            out_of=step.out_of,
            share=w.IntervalView.model_validate(step.interval) if step.interval else None,
        )
        for step in found.steps
    ]
    return w.ElementReport(
        element=element_view(found.element),
        from_=found.since,
        to=found.until,
        steps=steps,
        robots=found.robots,
        cost_each=w.IntervalView.model_validate(found.cost_each) if found.cost_each else None,
        order_days=ORDER_WITHIN.days,
    )
