"""Every table: the only second shape a noun has; `mapping.py` joins them to the domain classes.

One module a subject. Whoever imports this has the whole schema, as migrations and the mapping need it.
"""

from .arrivals import elements, inboxes, touches
from .campaigns import campaign_mails, campaigns, mail_addresses
from .columns import metadata
from .desk import audit, codings, reveal_grants, sampled_dialogues, samples
from .dialogues import conversations, files, messages
from .experiments import experiments, exposures
from .incentives import incentives, issued_coupons, points
from .lessons import bot_jobs, lessons, own_intents, trainers
from .log import (
    NOT_SPOKEN,
    events,
    hearing_progress,
    kind_of_line,
    marking_progress,
    response_events,
)
from .people import (
    call_notes,
    consents,
    contacts,
    facts,
    forgotten_facts,
    used_identities,
    visitors,
)
from .proactive import greetings
from .recall import recall_progress, recall_statements, recall_vectors
from .rises import rise_watchers, rises
from .rollups import (
    rollup_arms,
    rollup_book_spans,
    rollup_cells,
    rollup_cohorts,
    rollup_credits,
    rollup_followed,
    rollup_help,
    rollup_marks,
    rollup_noted,
    rollup_openings,
    rollup_pairs,
    rollup_people,
    rollup_progress,
    rollup_returns,
    rollup_spans,
    rollup_stale,
)
from .routing import queue_paces, team_members, teams
from .segments import segments
from .shop import coupons, customers, order_returns, orders, products
from .staff import agents, api_keys, canned_replies, sessions
from .sweeps import sweeps
from .undoing import erasures, merges
from .webhooks import webhook_deliveries, webhook_progress, webhooks
from .work import bot_turns, leases, outbox

__all__ = [
    "NOT_SPOKEN",
    "agents",
    "api_keys",
    "audit",
    "bot_jobs",
    "bot_turns",
    "call_notes",
    "campaign_mails",
    "campaigns",
    "canned_replies",
    "codings",
    "consents",
    "contacts",
    "conversations",
    "coupons",
    "customers",
    "elements",
    "erasures",
    "events",
    "experiments",
    "exposures",
    "facts",
    "files",
    "forgotten_facts",
    "greetings",
    "hearing_progress",
    "inboxes",
    "incentives",
    "issued_coupons",
    "kind_of_line",
    "leases",
    "lessons",
    "mail_addresses",
    "marking_progress",
    "merges",
    "messages",
    "metadata",
    "order_returns",
    "orders",
    "outbox",
    "own_intents",
    "points",
    "products",
    "queue_paces",
    "recall_progress",
    "recall_statements",
    "recall_vectors",
    "response_events",
    "reveal_grants",
    "rise_watchers",
    "rises",
    "rollup_arms",
    "rollup_book_spans",
    "rollup_cells",
    "rollup_cohorts",
    "rollup_credits",
    "rollup_followed",
    "rollup_help",
    "rollup_marks",
    "rollup_noted",
    "rollup_openings",
    "rollup_pairs",
    "rollup_people",
    "rollup_progress",
    "rollup_returns",
    "rollup_spans",
    "rollup_stale",
    "sampled_dialogues",
    "samples",
    "segments",
    "sessions",
    "sweeps",
    "team_members",
    "teams",
    "touches",
    "trainers",
    "used_identities",
    "visitors",
    "webhook_deliveries",
    "webhook_progress",
    "webhooks",
]
