"""What `GET /metrics` shows; labels never carry ids or text."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

COMMANDS = Counter(
    "samtal_commands_total", "Socket commands by outcome", ["namespace", "command", "outcome"]
)
CONNECTED = Gauge("samtal_sockets", "Connected sockets", ["namespace"])
REQUESTS = Counter(
    "samtal_requests_total", "REST requests by outcome", ["method", "route", "status"]
)
BOT_TURNS = Counter("samtal_bot_turns_total", "Bot turns by outcome", ["outcome"])
DELIVERIES = Counter(
    "samtal_deliveries_total", "Tries to deliver what was promised", ["kind", "outcome"]
)
BOT_SECONDS = Histogram(
    "samtal_bot_turn_seconds",
    "Time from question to outcome",
    buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8, 16),
)
