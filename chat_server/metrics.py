"""What `GET /metrics` shows; labels never carry ids or text."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

COMMANDS = Counter(
    "samtal_commands_total", "Socket commands by outcome", ["namespace", "command", "outcome"]
)
CONNECTED = Gauge("samtal_sockets", "Connected sockets", ["namespace"])
DROPPED = Counter(
    "samtal_dropped_sockets_total", "Connections ended for what they did, by reason", ["why"]
)
REQUESTS = Counter(
    "samtal_requests_total", "REST requests by outcome", ["method", "route", "status"]
)
BOT_TURNS = Counter("samtal_bot_turns_total", "Bot turns by outcome", ["outcome"])
ASKED_AGAIN = Counter(
    "samtal_asked_again_total", "Questions for facts that were known, by who asked", ["by"]
)
DELIVERIES = Counter(
    "samtal_deliveries_total", "Tries to deliver what was promised", ["kind", "outcome"]
)
BOT_SECONDS = Histogram(
    "samtal_bot_turn_seconds",
    "Time from question to outcome",
    buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8, 16),
)
BUS_PUBLISHED = Counter("samtal_bus_published_total", "Entries written to the bus between hubs")
BUS_RECEIVED = Counter("samtal_bus_received_total", "Entries of other hubs that were handled")
BUS_DROPPED = Counter(
    "samtal_bus_dropped_total", "Operations or entries not passed on, by reason", ["why"]
)
BUS_GAPS = Counter("samtal_bus_gaps_total", "Holes in another hub's numbers")
BUS_RETRIES = Counter("samtal_bus_retries_total", "Attempts after Redis did not answer", ["side"])
BUS_LAG = Gauge("samtal_bus_lag_seconds", "Age of the newest entry when it was handled")
BUS_WAITING = Gauge("samtal_bus_waiting", "Operations that wait for Redis")
BREAKER_STATE = Gauge(
    "samtal_bot_breaker", "Circuit of each Rasa: 0 closed, 1 half open, 2 open", ["rasa"]
)
BREAKER_OPENED = Counter("samtal_bot_breaker_opened_total", "Circuits opened by cause", ["cause"])
JOURNAL_BATCH = Histogram(
    "samtal_journal_batch", "Entries in one commit", buckets=(1, 2, 4, 8, 16, 32, 64, 128)
)
JOURNAL_SECONDS = Histogram(
    "samtal_journal_seconds",
    "Time of one commit of the journal, reading and deciding included",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5),
)
JOURNAL_WAITING = Gauge("samtal_journal_waiting", "Entries that wait for the next commit")
JOB_LOOKS = Counter("samtal_job_looks_total", "Looks that background jobs took", ["job"])
LIMITED = Counter("samtal_rate_limited_total", "Refusals by limit", ["limit"])
LIMITS_ALONE = Gauge("samtal_rate_limits_alone", "1 while each hub limits by itself, without Redis")
