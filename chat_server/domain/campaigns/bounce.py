"""Reports of mail servers that a mail did not arrive (RFC 3464), read with the standard library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from enum import StrEnum

from chat_server.domain.errors import Invalid

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ID = re.compile(r"<[^<>\s]{1,300}>")
# No fault of the address: full, too large, or refused for what we are or said.
_PASSING = {("2", "2"), ("2", "3"), ("3", "4")}
_OUR_FAULT = "7"
_MOST_RECIPIENTS = 50


class BounceKind(StrEnum):
    """Hard: there will never be anybody; soft: not this time; none: it was said to have arrived."""

    HARD = "hard"
    SOFT = "soft"
    NONE = "none"


@dataclass(frozen=True)
class Bounce:
    """What became of a mail to one recipient; `message_id` is ours, where the report has it."""

    kind: BounceKind
    recipient: str | None
    status: str | None
    message_id: str | None


def read_report(raw: bytes) -> list[Bounce]:
    """One for each recipient; Invalid for everything that is no delivery report."""
    report = message_from_bytes(raw, policy=policy.compat32)
    found: list[Bounce] = []
    ours = _returned_id(report)
    for part in report.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        blocks = part.get_payload()
        if not isinstance(blocks, list):
            continue
        about = [block for block in blocks if isinstance(block, Message)]
        # The first block is about the whole mail, and has no action.
        found += [_bounce(block, ours) for block in about if _field(block, "Action")]
    if not found:
        raise Invalid(
            "This is no report of a mail server that says what became of a mail (RFC 3464).",
            {"body": "not_a_delivery_report"},
        )
    return found[:_MOST_RECIPIENTS]


def kind_of(action: str, status: str | None) -> BounceKind:
    """By what was done and why: what may pass, or was refused for our own sake, says nothing of the address."""
    if action in {"delivered", "relayed", "expanded"}:
        return BounceKind.NONE
    found = _STATUS.search(status or "")
    if action != "failed" or found is None or found[1] != "5":
        return BounceKind.SOFT
    passing = (found[2], found[3]) in _PASSING or found[2] == _OUR_FAULT
    return BounceKind.SOFT if passing else BounceKind.HARD


def _bounce(block: Message, message_id: str | None) -> Bounce:
    action = _field(block, "Action").lower()
    found = _STATUS.search(_field(block, "Status"))
    status = found[0] if found else None
    recipient = _field(block, "Original-Recipient") or _field(block, "Final-Recipient")
    # `rfc822; somebody@example.com`
    _, _, address = recipient.rpartition(";")
    address = address.strip().strip("<>")
    return Bounce(kind_of(action, status), address or None, status, message_id)


def _field(block: Message, name: str) -> str:
    return " ".join(str(block.get(name, "")).split())


def _returned_id(report: Message) -> str | None:
    """Of the mail that came back, whole or its head alone."""
    for part in report.walk():
        kind = part.get_content_type()
        given: object = None
        if kind == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            given = first.get("Message-ID") if isinstance(first, Message) else None
        elif kind == "text/rfc822-headers":
            text = part.get_payload(decode=True)
            if isinstance(text, bytes):
                given = message_from_bytes(text, policy=policy.compat32).get("Message-ID")
        found = _ID.search(str(given)) if given else None
        if found:
            return found[0]
    return None
