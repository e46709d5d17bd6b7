"""Structured logs, one JSON object a line, never with what anybody wrote."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# Keys under which text, tokens or personal data could slip in.
_PRIVATE = {"text", "message", "content", "token", "password", "email", "identity", "authorization"}


def _withhold(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key in _PRIVATE & event.keys():
        event[key] = "[withheld]"
    return event


def configure_logs() -> None:
    """Libraries' warnings come the same way."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _withhold,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    # Their lines carry addresses with tokens, or packets with text.
    for name in ("aiohttp.access", "socketio", "engineio", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
