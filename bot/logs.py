"""Quiet logs: levels and types of errors, never the text of a message."""

from __future__ import annotations

import logging
import sys

import structlog


def quiet() -> None:
    """Set up once per process, before Rasa does work: Rasa's structured debug lines hold whole messages."""
    # A filter alone does not last: TensorFlow and others set their own while they are imported.
    logging.captureWarnings(True)  # noqa: FBT003
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.basicConfig(
        level=logging.WARNING,
        stream=sys.stderr,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    logging.getLogger("bot").setLevel(logging.INFO)
    # Rasa logs the visitor's slots and text at these places even on warnings.
    logging.getLogger("rasa.core.processor").setLevel(logging.CRITICAL)
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
