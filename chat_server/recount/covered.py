"""Which answers of the API `verify-events` counts again, and which hold nothing that is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# By path of a GET: the page of `Verified.pages` that its figures are compared under.
COUNTED: Final[Mapping[str, str]] = {
    "/response-events": "response events",
    "/response-events/{id}": "response events",
    "/reports/overview": "overview",
    "/reports/bot": "bot",
    "/reports/agents": "agents",
    "/reports/retention": "retention",
    "/reports/help": "help",
    "/reports/memory": "memory",
    "/reports/offers": "offers",
    "/reports/incentives": "incentives",
    "/reports/campaigns": "campaigns' reports",
    "/reports/experiments": "experiments' reports",
    "/reports/elements": "orders of all elements",
    "/reports/listening": "listening",
    "/reports/customers": "customers",
    "/campaigns": "campaigns",
    "/campaigns/{id}": "newsletters",
    "/elements": "elements",
    "/elements/{code}": "steps",
    "/elements/{code}/orders": "orders by element",
    "/experiments": "experiments",
    "/experiments/{id}": "experiments",
    "/segments": "segments",
}
_LOG = "the log itself, or rows as they lie there"
_LIST = "a list of what was made by hand, without counts of what happened"
_DESK = "judgements of coders about a sample they drew; its statistics are tested against published figures"
_LEARNING = (
    "lines that wait to be assigned and models that were trained: work to do, not what happened"
)
_AHEAD = "what would happen now, asked of the present state"
# Why each of these is not.
BARE: Final[Mapping[str, str]] = {
    "/events": _LOG,
    "/exports/{what}.{kind}": _LOG,
    "/do-not-contact": _LIST,
    "/campaigns/refused": "addresses by why they refuse: kept as digests that no line of the log names",
    "/campaigns/{id}/dry-run": _AHEAD,
    "/segments/fields": _LIST,
    "/elements/{code}/greeting": _LIST,
    "/desk/coders": _LIST,
    "/desk/samples": _DESK,
    "/desk/samples/{id}": _DESK,
    "/desk/samples/{id}/agreement": _DESK,
    "/desk/samples/{id}/dialogues/{conversation}": _LOG,
    "/audit": _LOG,
    "/reviewers": _LIST,
    "/learning/lines": _LEARNING,
    "/learning/intents": _LIST,
    "/learning/lessons": _LEARNING,
    "/learning/changes": _LEARNING,
    "/learning/jobs": _LEARNING,
    "/retention": "rows that are gone, counted as they went",
    "/rises": "counts of the moment at which a rise was found; what they are by now is on the page of listening",
    "/conversations/{id}/next-offer": _AHEAD,
    "/offers": _AHEAD,
    "/incentives": _LIST,
    "/contacts/{id}/coupons": _LOG,
    "/contacts/{id}/points": "a ledger whose balance is the sum of the lines it shows",
    "/orders": _LOG,
    "/products": _LIST,
    "/coupons": _LIST,
}
