"""The whole URL table of `/api/v1`, by who uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import administration, dialogues, listening, loyalty, measuring, people

if TYPE_CHECKING:
    from chat_server.rest.call import Route

ROUTES: tuple[Route, ...] = (
    *people.ROUTES,
    *dialogues.ROUTES,
    *measuring.ROUTES,
    *listening.ROUTES,
    *loyalty.ROUTES,
    *administration.ROUTES,
)
