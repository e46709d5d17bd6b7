"""REST bodies of greetings that come up by themselves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Identifier, Inbound, Outbound, ShortText, Text, Timestamp
from .campaigns import Language

Visits = Literal["any", "first", "again"]
Reply = Annotated[ShortText, Field(min_length=1, max_length=80)]


class FactAsked(Inbound):
    """A fact that must be known of the contact; with a value, this one."""

    key: Identifier
    value: Annotated[ShortText, Field(min_length=1)] | None = None


class SaidBody(Inbound):
    """A greeting in one language."""

    text: Annotated[Text, Field(min_length=1, max_length=300)]
    replies: Annotated[list[Reply], Field(max_length=4)] = Field(default_factory=list)


class GreetingBody(Inbound):
    """When a greeting element comes up, and for whom; all that is given must hold.

    `page` is a part of the page's address. `leaving` waits until the pointer leaves for the window's upper edge.
    `visits`: only for who is here for the first time, or again. With `fact` or `segment_id` only for known contacts
    who allow marketing. Without an inbox's key it comes up on the pages of all. `translations` are by language; who
    reads none of them is told `text`.
    """

    text: Annotated[Text, Field(min_length=1, max_length=300)]
    replies: Annotated[list[Reply], Field(max_length=4)] = Field(default_factory=list)
    page: Annotated[ShortText, Field(min_length=1)] | None = None
    after_seconds: Annotated[int, Field(ge=0, le=3600)] = 0
    scroll_percent: Annotated[int, Field(ge=0, le=100)] = 0
    leaving: bool = False
    visits: Visits = "any"
    fact: FactAsked | None = None
    segment_id: Identifier | None = None
    inbox: Identifier | None = None
    active: bool = True
    translations: dict[Language, SaidBody] = Field(default_factory=dict)


class FactAskedView(Outbound):
    """Of the contact."""

    key: str
    value: str | None = None


class SaidView(Outbound):
    """In one language."""

    text: str
    replies: list[str]


class GreetingRuleView(Outbound):
    """As it is."""

    code: str
    text: str
    replies: list[str]
    page: str | None = None
    after_seconds: int
    scroll_percent: int
    leaving: bool
    visits: Visits
    fact: FactAskedView | None = None
    segment_id: str | None = None
    inbox: str | None = None
    active: bool
    translations: dict[str, SaidView]
    changed_at: Timestamp


class OwnGreeting(Outbound):
    """What a page needs to show one at its time; whom it is for was decided by the hub.

    `texts` are by language; a page in none of them shows `text`.
    """

    code: str
    text: str
    texts: dict[str, str]
    page: str | None = None
    after_seconds: int
    scroll_percent: int
    leaving: bool
    visits: Visits


class OwnGreetings(Outbound):
    """The first whose time comes is shown."""

    items: list[OwnGreeting]
