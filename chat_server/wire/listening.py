"""REST bodies of listening, and an agent's verdict on a dialogue."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Inbound, Outbound, ShortText, Timestamp


class ThemeView(Outbound):
    """`key` is a kind of fact (a problem with its name: `open_problem:damaged`), an intent or a reason.

    `about` is a product's sku, or what was said where it is none; `about_name` what it is called.
    """

    kind: Literal["told", "intent", "handoff"]
    key: str
    about: str | None = None
    about_name: str | None = None


class ThemeCountView(Outbound):
    """Dialogues begun in the period, in the one before it, and on each of its days."""

    theme: ThemeView
    dialogues: int
    previous: int
    days: list[int]


class AlertView(Outbound):
    """A day up to which, over `days` days, a theme had more dialogues than its past explains.

    `expected` is the mean of as many days before, `chance` how likely so many would be as usual.
    """

    theme: ThemeView
    day: str
    days: int
    count: int
    expected: float
    chance: float


class RiseView(Outbound):
    """A theme that rose up to a day, counted when it was found; `expected` is the mean of as many days before."""

    theme: ThemeView
    day: str
    days: int
    count: int
    expected: float


class RecentRises(Outbound):
    """Rises of `since` and later days, newest first; `mails`: this account wants one of each that comes, if `can_mail`."""

    since: str
    items: list[RiseView]
    mails: bool
    can_mail: bool


class RiseMailsBody(Inbound):
    """Whether this account wants to be written to when something rises."""

    wanted: bool


class WishView(Outbound):
    """What people wanted and the shop does not sell, or has none left of (`sold_out`)."""

    words: str
    dialogues: int
    sold_out: bool


class RatedView(Outbound):
    """Dialogues rated in the period, and the mean of 1 to 5."""

    dialogues: int
    mean: float | None = None


class ListeningReport(Outbound):
    """Of dialogues begun on the UTC days [from, to), of which `told` held anything told.

    `fewest_days` of history are needed to tell a rise; `unheard` newer lines of the log were not heard to the end yet,
    so that figures may still change.
    """

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    dialogues: int
    told: int
    themes: list[ThemeCountView]
    alerts: list[AlertView]
    wishes: list[WishView]
    by_visitors: RatedView
    by_agents: RatedView
    fewest_days: int
    unheard: int


class AgentRatingBody(Inbound):
    """How the dialogue went, as the one who answered sees it; the latest counts."""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: ShortText | None = None
