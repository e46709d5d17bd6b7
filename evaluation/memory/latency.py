"""What memory adds to a bot turn: the same turns side by side, of people of whom more or less is known."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median

from samtal_client import AgentClient, Message, VisitorClient

from .stage import Stage

ROUNDS = 60
_WITHIN = 8.0
_SHORT, _LONG = 10, 1_000
_LINES = (
    "Do you ship to Norway?",
    "How long do I have to return something?",
    "Which ways of paying do you take?",
    "Are your jackets waterproof?",
)
_FACTS = (
    ("name", "Nora"),
    ("email", "nora@example.com"),
    ("home", "Bergen"),
    ("size", "M"),
    ("colour", "green"),
    ("budget", "150 EUR"),
    ("preferred_channel", "email"),
    ("product_owned", "Hekla jacket"),
    ("product_liked", "Esja sweater"),
    ("household", "two children"),
)
_HISTORY = (
    "I like the colour of the tent in your window.",
    "We were at the coast yesterday and it rained all day.",
    "My size is usually M, in boots 39.",
    "Nothing new from me, thanks.",
)


@dataclass(frozen=True)
class Latency:
    """Medians in milliseconds from a line to the bot's first word; by who said it."""

    rounds: int
    p50: dict[str, float]

    @property
    def added(self) -> float:
        """By ten facts, against the same turns of somebody of whom nothing may be kept."""
        return self.p50[_KNOWN] - self.p50[_NOTHING_ALLOWED]

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {"rounds": self.rounds, "p50": self.p50, "added": self.added}

    def table(self) -> str:
        """Markdown."""
        base = self.p50[_NOTHING_ALLOWED]
        rows = [
            f"| {name} | {value:.1f} ms | {value - base:+.1f} ms |"
            for name, value in self.p50.items()
        ]
        heads = ["| who writes | turn, p50 | added |", "| --- | --: | --: |"]
        return "\n".join([*heads, *rows]) + f"\n\n{self.rounds} rounds, one turn of each in turn."


_NOTHING_ALLOWED = "memory withdrawn"
_NOTHING_KNOWN = "nothing known"
_KNOWN = f"{len(_FACTS)} facts"
_SHORT_HISTORY = f"{len(_FACTS)} facts, {_SHORT} messages before"
_LONG_HISTORY = f"{len(_FACTS)} facts, {_LONG} messages before"


async def measure(stage: Stage, rounds: int = ROUNDS) -> Latency:
    """One after the other in every round, so that whatever else the machine does meets all alike."""
    async with AsyncExitStack() as stack:
        people: dict[str, VisitorClient] = {}
        for who in (_NOTHING_ALLOWED, _NOTHING_KNOWN, _KNOWN, _SHORT_HISTORY, _LONG_HISTORY):
            people[who] = await _person(stage, stack)
        await people[_NOTHING_ALLOWED].command("set_consent", purpose="memory", granted=False)
        await _wrote(stage, people[_SHORT_HISTORY], _SHORT)
        await _wrote(stage, people[_LONG_HISTORY], _LONG)
        for who in (_KNOWN, _SHORT_HISTORY, _LONG_HISTORY):
            await _told(stage, people[who])
        times: dict[str, list[float]] = {who: [] for who in people}
        for number in range(rounds + 1):
            text = _LINES[number % len(_LINES)]
            order = list(people.items())
            shift = number % len(order)
            for who, client in order[shift:] + order[:shift]:
                seconds = await _turn(client, text)
                # The first round makes the bot's first words, which are longer than later ones.
                if number:
                    times[who].append(seconds * 1000)
    return Latency(rounds, {who: median(taken) for who, taken in times.items()})


async def _person(stage: Stage, stack: AsyncExitStack) -> VisitorClient:
    client = VisitorClient(stage.url, stage.inbox, locale="en")
    await stack.enter_async_context(client)
    await client.ready()
    return client


async def _told(stage: Stage, client: VisitorClient) -> None:
    """By an agent, so that it does not matter how well the hub hears."""
    await client.say("Good morning").acked
    detail = await stage.get(f"conversations/{client.conversation_id}")
    for key, value in _FACTS:
        await stage.post(f"contacts/{detail['contact']['id']}/facts", {"key": key, "value": value})


async def _wrote(stage: Stage, client: VisitorClient, messages: int) -> None:
    """To a person, in a dialogue that has ended since."""
    conversation = await client.ask_for_a_person()
    email, password = stage.account
    async with AgentClient(stage.url, email=email, password=password) as agent:
        await agent.ready()
        await agent.accept(conversation.id)
        for number in range(messages):
            client.say(_HISTORY[number % len(_HISTORY)])
        await client.flushed(120.0)
        await agent.command("resolve", conversation_id=conversation.id, solved=False)


async def _turn(client: VisitorClient, text: str) -> float:
    began = time.perf_counter()
    sending = client.say(text)
    sent = await sending.acked

    def is_answer(message: Message) -> bool:
        here = message.conversation_id == sent.conversation_id
        return here and message.seq > sent.seq and message.author == "bot"

    await client.heard(is_answer, _WITHIN)
    return time.perf_counter() - began


def told(latency: Latency) -> Sequence[str]:
    """For the terminal."""
    return [f"  {who:<32} {value:7.1f} ms" for who, value in latency.p50.items()]
