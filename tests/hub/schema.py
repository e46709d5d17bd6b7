"""The published schema of the sockets, held against everything that a test's clients receive."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from chat_server.wire.schema import events_schema

AGENT, VISITOR, RASA = "/agent", "/visitor", "/"
SEEN: Counter[tuple[str, str, str]] = Counter()
"""What was checked in this run: (namespace, `event` or `data`, name)."""

_DEFINITIONS = {VISITOR: "Visitor", AGENT: "Agent", RASA: "Rasa"}


@cache
def document() -> dict[str, Any]:
    """As the hub serves it."""
    return events_schema()


def events_of(namespace: str) -> set[str]:
    """Names of all events a client of `namespace` may receive."""
    return set(_properties(f"{_DEFINITIONS[namespace]}Events"))


def commands_of(namespace: str) -> dict[str, str]:
    """Each command with the name of its payload's definition."""
    commands = _properties(f"{_DEFINITIONS[namespace]}Commands")
    return {name: _target(command["properties"]["payload"]) for name, command in commands.items()}


def definition(name: str) -> dict[str, Any]:
    """One definition."""
    found: dict[str, Any] = document()["$defs"][name]
    return found


def check_event(namespace: str, name: str, payload: object) -> None:
    """Raises ValidationError."""
    events = _properties(f"{_DEFINITIONS[namespace]}Events")
    assert name in events, f"{name} is no event of {namespace}"
    _validator(_target(events[name])).validate(payload)
    SEEN[namespace, "event", name] += 1


def check_ack(namespace: str, name: str, ack: object) -> None:
    """The envelope, then its data or error."""
    assert isinstance(ack, dict), f"{name}: no ack but {ack!r}"
    if ack.get("ok") is not True:
        assert ack.keys() == {"ok", "error"}, ack
        assert ack["ok"] is False
        _validator("ErrorBody").validate(ack["error"])
        return
    assert ack.keys() == {"ok", "data"}, ack
    command = _properties(f"{_DEFINITIONS[namespace]}Commands")[name]
    _validator(_target(command["properties"]["data"])).validate(ack["data"])
    SEEN[namespace, "data", name] += 1


def _properties(name: str) -> dict[str, Any]:
    found: dict[str, Any] = definition(name)["properties"]
    return found


def _target(reference: dict[str, str]) -> str:
    return reference["$ref"].rpartition("/")[2]


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": f"#/$defs/{name}", "$defs": document()["$defs"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
