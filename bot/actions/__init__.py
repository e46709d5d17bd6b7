"""The bot's custom actions, one a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.greet import Greet
from actions.hand_over import HandOver
from actions.not_understood import NotUnderstood

if TYPE_CHECKING:
    from rasa_sdk import Action

    from shop import Shop


def all_actions(shop: Shop) -> list[Action]:
    """Every action, with the shop those that need its data ask."""
    del shop
    return [Greet(), HandOver(), NotUnderstood()]
