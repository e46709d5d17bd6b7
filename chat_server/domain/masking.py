"""Pseudonyms: what stands in a text instead of whom it is about.

A mask stands in single angle quotation marks, as "name K7Q2": its kind, and a code made of the contact, the value and the installation's secret. The same
value of the same contact has the same code in every dialogue; another contact's has another, so that nobody is followed
from one person to the next, and without the secret no list of names or numbers can be tried.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .contact import Contact
from .facts.fact import Fact

OPEN, CLOSE = "\u2039", "\u203a"
_CODE, _PSEUDONYM = 4, 6


class Kind(StrEnum):
    """What is masked; the value stands in the mask."""

    NAME = "name"
    EMAIL = "e-mail"
    PHONE = "phone"
    ADDRESS = "address"
    NUMBER = "number"
    ACCOUNT = "account"
    LINK = "link"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a text that say something personal; `says` is the value when it is written otherwise there.

    `own`: the contact's own name, whichever of its forms.
    """

    start: int
    end: int
    kind: Kind
    says: str | None = None
    own: bool = False


# Kinds of facts that say who somebody is, where they are and how they are reached.
FACTS: Mapping[str, Kind] = {
    "name": Kind.NAME,
    "household": Kind.NAME,
    "email": Kind.EMAIL,
    "phone": Kind.PHONE,
    "home": Kind.ADDRESS,
    "delivery_place": Kind.ADDRESS,
    "order_number": Kind.NUMBER,
    "company": Kind.COMPANY,
}


@dataclass(frozen=True)
class Known:
    """What is known of a contact, now or before, by kind."""

    contact_id: str
    language: str | None = None
    values: frozenset[tuple[Kind, str]] = field(default_factory=frozenset)


def known_of(contact: Contact, facts: Iterable[Fact]) -> Known:
    """Of the contact itself, and of its facts in any state: what is over was said all the same."""
    own = {(Kind.NAME, contact.name), (Kind.EMAIL, contact.email), (Kind.PHONE, contact.phone)}
    values = {(kind, value) for kind, value in own if value}
    for fact in facts:
        kind = FACTS.get(fact.key)
        if kind is not None:
            values.add((kind, fact.value))
        if fact.subject and fact.subject.isdecimal():
            values.add((Kind.NUMBER, fact.subject))
    return Known(contact.id, contact.locale, frozenset(values))


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """In their order, none over another; where two meet the longer one says what it is."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
            continue
        held = found[-1]
        longer = held if held.end - held.start >= span.end - span.start else span
        own = longer.kind is Kind.NAME and (held.own or span.own)
        found[-1] = replace(longer, start=held.start, end=max(held.end, span.end), own=own)
    return [span for span in found if text[span.start : span.end].strip()]


class Pseudonyms:
    """Codes under a key that never leaves the hub."""

    def __init__(self, secret_key: str) -> None:
        self._key = hashlib.sha256(b"samtal pseudonyms\0" + secret_key.encode()).digest()

    def of(self, contact_id: str) -> str:
        """A contact's own, in every dialogue and on every page."""
        return self._code(_PSEUDONYM, "contact", contact_id)

    def masked(self, text: str, spans: Iterable[Span], contact_id: str) -> str:
        """The text with a mask in the place of each span; `spans` as `joined` gives them."""
        said, at = [], 0
        for span in spans:
            value = span.says or text[span.start : span.end]
            code = self.of(contact_id) if span.own else self._of(span.kind, value, contact_id)
            said.append(f"{text[at : span.start]}{OPEN}{span.kind} {code}{CLOSE}")
            at = span.end
        return "".join([*said, text[at:]])

    def _of(self, kind: Kind, value: str, contact_id: str) -> str:
        return self._code(_CODE, contact_id, kind, _as_one(value))

    def _code(self, length: int, *parts: str) -> str:
        digest = hmac.new(self._key, "\0".join(parts).encode(), hashlib.sha256).digest()
        return base64.b32encode(digest)[:length].decode()


def _as_one(value: str) -> str:
    """However it was written: capitals, accents, spaces and dashes make no other person."""
    apart = unicodedata.normalize("NFKD", value.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
