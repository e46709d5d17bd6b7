"""How a visitor is addressed before the first word, by what we know and may use."""

from __future__ import annotations

from dataclasses import dataclass

from .facts.fact import Fact
from .facts.values import PROBLEMS
from .inbox import Inbox


@dataclass(frozen=True)
class Greeting:
    """`choices` are pairs of label and payload; `used_facts` are the facts that shaped it."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()
    used_facts: tuple[str, ...] = ()


def greet(inbox: Inbox, facts: list[Fact]) -> Greeting:
    """By name when it is known, about the problem that is still open before anything else."""
    known = {fact.key: fact for fact in facts}
    name, problem, order = known.get("name"), known.get("open_problem"), known.get("order_number")
    if name is None and problem is None:
        return Greeting(inbox.greeting)
    used = [fact.id for fact in (name, problem) if fact]
    hello = f"Welcome back, {name.value}!" if name else "Welcome back!"
    if problem is None:
        return Greeting(f"{hello} How can I help you today?", used_facts=tuple(used))
    about = f"You told us about {PROBLEMS.get(problem.value, 'a problem')}"
    if order is not None:
        about += f" with order {order.value}"
        used.append(order.id)
    return Greeting(
        f"{hello} {about}. Has that been sorted out?",
        choices=(
            ("Yes, all sorted", "Yes, it is solved now"),
            ("Not yet", "No, it is not solved yet"),
        ),
        used_facts=tuple(used),
    )
