"""REST bodies about those who answer: agents, teams, and how inboxes route to them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, EmailStr, Field

from chat_server.domain.routing_rules import Subject

from .base import Identifier, Inbound, Outbound, ShortText, Timestamp


def _in_lower_case(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


Skill = Annotated[str, BeforeValidator(_in_lower_case), Field(pattern=r"^[\w .:+-]{1,40}$")]
"""A word administrators choose, such as `returns`."""

Language = Annotated[str, Field(pattern=r"^([a-z]{2,3}|zh-[A-Z][A-Za-z]{1,3})$")]
"""As conversations carry it: two letters, Chinese with its region or script."""

Skills = Annotated[list[Skill], Field(max_length=50)]
Languages = Annotated[list[Language], Field(max_length=50)]
Name = Annotated[ShortText, Field(min_length=1, max_length=80)]
Password = Annotated[str, Field(min_length=12, max_length=200)]
Ids = Annotated[list[Identifier], Field(max_length=500)]
Seconds = Annotated[int, Field(ge=0, le=86_400)]


class ColleagueView(Outbound):
    """An agent as colleagues see them; `teams` are ids, `open` counts conversations they answer now."""

    id: str
    name: str
    role: str
    availability: Literal["online", "away", "offline"]
    skills: list[str]
    languages: list[str]
    capacity: int
    teams: list[str]
    open: int


class ApiKeyView(Outbound):
    """A programme's key, without its secret."""

    id: str
    name: str
    role: Literal["agent", "marketer", "admin", "bot"]
    created_at: Timestamp


class NewApiKey(ApiKeyView):
    """`secret` goes into `Authorization: Bearer`; it is told only here."""

    secret: str


class ApiKeyBody(Inbound):
    """What the programme is called, and whose rights it has."""

    name: Name
    role: Literal["agent", "marketer", "admin"]


class AccountBody(Inbound):
    """A new account; an administrator tells its holder the password."""

    email: EmailStr
    name: Name
    role: Literal["agent", "marketer", "admin"]
    password: Password


class PasswordBody(Inbound):
    """What the account is signed in to with from now on."""

    password: Password


class AgentPatch(Inbound):
    """What is left out stays as it is; without languages an agent is asked in all of them."""

    name: Name | None = None
    skills: Skills | None = None
    languages: Languages | None = None
    capacity: Annotated[int, Field(ge=1, le=100)] | None = None
    teams: Ids | None = None


class TeamView(Outbound):
    """A team; members have its skills and languages beside their own."""

    id: str
    name: str
    languages: list[str]
    skills: list[str]
    members: list[str]


class TeamBody(Inbound):
    """A new team."""

    name: Name
    languages: Languages = []
    skills: Skills = []
    members: Ids = []


class TeamPatch(Inbound):
    """What is left out stays as it is."""

    name: Name | None = None
    languages: Languages | None = None
    skills: Skills | None = None
    members: Ids | None = None


class RuleBody(Inbound):
    """Conversations whose `on` is `value` go to `team`, need `skills`, or are served that much sooner."""

    on: Subject
    value: Annotated[ShortText, Field(min_length=1, max_length=64)]
    team: Identifier | None = None
    skills: Skills = []
    head_start_seconds: Annotated[int, Field(ge=0, le=1800)] = 0


class RuleView(Outbound):
    """A rule as it is kept."""

    on: Literal["tag", "reason", "language", "element", "campaign"]
    value: str
    team: str | None = None
    skills: list[str] = []
    head_start_seconds: int = 0
