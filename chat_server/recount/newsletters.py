"""What newsletters ought to show: mails out of the lines of the log, which no row of a mail is asked about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chat_server.services.campaigns import Progress

    from .lines import Line

SENT, BOUNCED = "mail_sent", "mail_bounced"
_SUMS = {"mail_opened": "opened", "mail_clicked": "clicked", "unsubscribed": "unsubscribed"}
KINDS = frozenset({SENT, BOUNCED, *_SUMS})


@dataclass
class Mails:
    """Of one campaign: to whom, and how often what came back."""

    sent: Counter[str] = field(default_factory=Counter)
    bounced: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)


def mails(lines: Iterable[Line]) -> dict[str, Mails]:
    """By campaign."""
    found: dict[str, Mails] = defaultdict(Mails)
    for line in lines:
        one = found[str(line.data.get("campaign"))]
        if line.type == SENT:
            one.sent[line.contact_id or ""] += 1
        elif line.type == BOUNCED:
            one.bounced[line.contact_id or ""] += 1
        else:
            one.sums[_SUMS[line.type]] += 1
    return found


def counted(one: Mails) -> dict[str, object]:
    """A mail that was taken and came back later is a bounced one."""
    return {
        "sent": (one.sent - one.bounced).total(),
        "bounced": one.bounced.total(),
        **{name: one.sums[name] for name in _SUMS.values()},
    }


def shown(found: Progress) -> dict[str, object]:
    """`/campaigns/{id}`."""
    campaign = found.campaign
    return {
        "sent": found.mails.get("sent", 0),
        "bounced": found.mails.get("bounced", 0),
        "opened": campaign.mail_opened,
        "clicked": campaign.mail_clicked,
        "unsubscribed": campaign.unsubscribed,
    }
