"""Runs custom actions in Rasa's own process, where Rasa expects to call an action server over HTTP."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.speaking import leave_form
from replies import Speaker
from shop import ShopUnavailable

if TYPE_CHECKING:
    from rasa_sdk import Action

logger = logging.getLogger(__name__)


def trust_own_actions() -> None:
    """Let Rasa take our actions' answers without checking them against its JSON schema.

    That check is meant for a foreign action server; here it took two thirds of a turn, and validates its own schema anew
    at every call. The events are still read by Rasa, which refuses what is none.
    """
    RemoteAction._validate_action_result = lambda *_: True  # noqa: SLF001


class InProcessActions(EndpointConfig):  # type: ignore[misc]
    """An action endpoint without a network in between; errors of an action leave it as they are."""

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__(url="in-process")
        self._executor = ActionExecutor()
        for action in actions:
            self._executor.register_action(action)

    @property
    def names(self) -> frozenset[str]:
        """The actions that can be run."""
        return frozenset(self._executor.actions)

    async def request(self, *_: Any, json: dict[str, Any], **__: Any) -> dict[str, Any]:
        """Run the action named in ``json`` as an action server would."""
        try:
            result: dict[str, Any] = await self._executor.run(json)
        except ShopUnavailable as error:
            logger.warning("action %s: the hub gave no data (%s)", json["next_action"], error)
            return _apology(json)
        return result


def _apology(call: dict[str, Any]) -> dict[str, Any]:
    """Without the shop's data the bot can only guess, so a human takes over."""
    dispatcher, tracker = CollectingDispatcher(), Tracker.from_dict(call["tracker"])
    speaker = Speaker(dispatcher, tracker)
    speaker.say(speaker.words.text("no_shop_data"))
    speaker.hand_over("needs_human", "The bot could not reach the shop's data.")
    return {"events": leave_form(tracker), "responses": dispatcher.messages}
