"""Holds the facts known of each person at the end against the labels."""

from __future__ import annotations

from collections.abc import Sequence

from .alike import same_subject, same_value, says
from .dialogues import Label, Labels
from .seen import KnownFact, Memory, Played
from .verdict import Verdict, shown

# The shop says these itself: nobody has to hear them.
_TOLD = frozenset({"identity", "shop"})


def one_by_one(played: Played) -> list[tuple[str, ...]]:
    """Who has the same signed identity is one person, whatever the device.

    Somebody without labels who became somebody else by signing in is judged as that other one.
    """
    found: dict[str, list[str]] = {}
    dialogue = played.dialogue
    for name, person in dialogue.people.items():
        others = (played.memory(one).contact_id for one in dialogue.people if one != name)
        contact_id = played.memory(name).contact_id
        if name not in dialogue.facts and contact_id and contact_id in others:
            continue
        signed = person.claims["sub"] if person.claims else None
        found.setdefault(f"sub {signed}" if signed else f"name {name}", []).append(name)
    return [tuple(names) for names in found.values()]


def joined(memories: Sequence[Memory]) -> Memory:
    """The last sight of a person counts."""
    if len(memories) == 1:
        return memories[0]
    whole = Memory()
    for memory in memories:
        whole.keep(memory.ever.values())
        whole.current = memory.current or whole.current
        whole.unconfirmed = memory.unconfirmed or whole.unconfirmed
    return whole


def _of(labels: Labels, names: Sequence[str]) -> list[Label]:
    """Each once, under whichever name."""
    return list(dict.fromkeys(label for name in names for label in labels.get(name, ())))


def judge_facts(verdict: Verdict, played: Played, names: tuple[str, ...], memory: Memory) -> None:
    """Each label is one fact, each fact one label; what is left over on either side is wrong."""
    dialogue, person = played.dialogue, names[0]
    labels = _of(dialogue.facts, names)
    for fact in [one for one in memory.current if one.key in dialogue.labelled]:
        label = _take(labels, fact)
        if fact.source in _TOLD and label is not None:
            continue
        if label is None:
            verdict.count(fact.key).false += 1
            verdict.fail(f"false fact: {fact.key}", person, shown(fact), fact.quote)
            continue
        verdict.count(fact.key).right += 1
        if label.quote is not None and fact.quote:
            verdict.sources.take(good=says(fact.quote, label.quote))
    for label in labels:
        verdict.count(label.key).missed += 1
        cause = f"missed fact: {label.key}"
        if any(_matches(label, fact) for fact in memory.unconfirmed):
            cause = f"only unconfirmed: {label.key}"
        verdict.fail(cause, person, shown(label), label.quote or _said_near(played, person))


def _take(labels: list[Label], fact: KnownFact) -> Label | None:
    found = next((label for label in labels if _matches(label, fact)), None)
    if found is not None:
        labels.remove(found)
    return found


def _matches(label: Label, fact: KnownFact) -> bool:
    return (
        label.key == fact.key
        and any(same_value(fact.key, value, fact.value) for value in label.values)
        and same_subject(label.subject, fact.subject)
    )


def judge_updates(verdict: Verdict, names: tuple[str, ...], memory: Memory) -> None:
    """What was replaced must have been known, must be over, and what replaced it must be known."""
    dialogue, person = verdict.dialogue, names[0]
    for old in _of(dialogue.superseded, names):
        news = [one for one in _of(dialogue.facts, names) if one.key == old.key]
        still = any(_matches(old, fact) for fact in memory.current)
        known = any(
            _matches(old, fact) and fact.state in {"superseded", "ended"}
            for fact in memory.ever.values()
        )
        fresh = all(any(_matches(new, fact) for fact in memory.current) for new in news)
        good = known and fresh and not still
        verdict.updates.take(good=good)
        if not good:
            why = (
                "still counts"
                if still
                else "never heard, so nothing to replace"
                if not known
                else "the new value is not known"
            )
            verdict.fail(f"update: {old.key}", person, f"{shown(old)}: {why}")


def judge_unconfirmed(verdict: Verdict, names: tuple[str, ...], memory: Memory) -> None:
    """What was said too vaguely to count must wait to be confirmed."""
    for label in _of(verdict.dialogue.unconfirmed, names):
        good = any(_matches(label, fact) for fact in memory.unconfirmed)
        verdict.unconfirmed.take(good=good)
        if not good:
            verdict.fail(f"not kept as unconfirmed: {label.key}", names[0], shown(label))


def _said_near(played: Played, person: str) -> str:
    """All the person's words: short dialogues are read faster than searched."""
    return " / ".join(played.said.get(person, []))[:300]
