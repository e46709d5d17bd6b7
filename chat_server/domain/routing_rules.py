"""What a waiting conversation needs and how far it is ahead of its time, by an inbox's rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from .handoff import HandoffReason
from .origin import language_of
from .routing import Needs, Waiting

if TYPE_CHECKING:
    from datetime import datetime

    from .conversation import Conversation
    from .inbox import Inbox

# Head starts, in time waited: small beside a long wait, so that they sort visitors of one rush
# and never keep anybody out. They add up, to `LONGEST_HEAD_START` at the most.
VIP_TAG = "vip"
VIP = timedelta(minutes=5)
COMPLAINT = timedelta(minutes=5)
OPEN_PROBLEM = timedelta(minutes=2)


class Subject(StrEnum):
    """What a rule looks at."""

    TAG = "tag"
    REASON = "reason"
    LANGUAGE = "language"
    ELEMENT = "element"
    CAMPAIGN = "campaign"


@dataclass(frozen=True)
class Rule:
    """Conversations whose `on` is `value` need these skills, go to this team, or come sooner."""

    on: Subject
    value: str
    team_id: str | None = None
    skills: frozenset[str] = frozenset()
    head_start: timedelta = timedelta()

    @classmethod
    def read(cls, kept: dict[str, object]) -> Rule:
        """From the form in which an inbox keeps it."""
        skills, team, seconds = kept.get("skills"), kept.get("team"), kept.get("head_start_seconds")
        return cls(
            on=Subject(str(kept["on"])),
            value=str(kept["value"]),
            team_id=team if isinstance(team, str) else None,
            skills=frozenset(str(skill) for skill in skills)
            if isinstance(skills, list)
            else frozenset(),
            head_start=timedelta(seconds=seconds if isinstance(seconds, int) else 0),
        )

    def holds(self, conversation: Conversation) -> bool:
        """Whether it is about this conversation."""
        match self.on:
            case Subject.TAG:
                return self.value in conversation.tags
            case Subject.REASON:
                return self.value == conversation.handoff_reason
            case Subject.LANGUAGE:
                return self.value == language_of(conversation.locale)
            case Subject.ELEMENT:
                return self.value == conversation.element
            case Subject.CAMPAIGN:
                return self.value == conversation.campaign


def waiting_of(
    conversation: Conversation, inbox: Inbox, *, open_problem: bool, now: datetime | None = None
) -> Waiting:
    """As routing sees it; a team always binds, skills and language until they have cost too much time.

    Neither its turn nor its team depends on `now`; without it, all it needs binds.
    """
    rules = [rule for rule in map(Rule.read, inbox.routing_rules) if rule.holds(conversation)]
    since = conversation.queued_at or conversation.updated_at
    relaxed = relaxed_at(conversation, inbox)
    strict = relaxed is None or now is None or now < relaxed
    named = [rule.team_id for rule in rules if rule.team_id]
    return Waiting(
        conversation_id=conversation.id,
        since=since,
        needs=Needs(
            team_id=conversation.team_id or (named[0] if named else inbox.team_id),
            skills=frozenset().union(*(rule.skills for rule in rules)) if strict else frozenset(),
            language=language_of(conversation.locale) if strict else None,
        ),
        head_start=sum(
            (rule.head_start for rule in rules), _head_start(conversation, open_problem)
        ),
        last_agent_id=conversation.last_agent_id,
        passed_over=frozenset(conversation.passed_over),
    )


def relaxed_at(conversation: Conversation, inbox: Inbox) -> datetime | None:
    """When skills and language bind no more; None for never.

    Of this stay in the queue: who comes back to it keeps their place, not their patience.
    """
    if not inbox.relax_seconds:
        return None
    since = conversation.owner_since or conversation.queued_at or conversation.updated_at
    return since + timedelta(seconds=inbox.relax_seconds)


def _head_start(conversation: Conversation, open_problem: bool) -> timedelta:  # noqa: FBT001
    return (
        (VIP if VIP_TAG in conversation.tags else timedelta())
        + (COMPLAINT if conversation.handoff_reason == HandoffReason.COMPLAINT else timedelta())
        + (OPEN_PROBLEM if open_problem else timedelta())
    )
