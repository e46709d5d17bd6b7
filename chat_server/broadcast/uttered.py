"""A message as Rasa's SocketIO channel speaks: text, quick replies, attachment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from chat_server.domain.message import Message, is_upload
from chat_server.wire.rasa import (
    BotUttered,
    RasaElement,
    RasaElements,
    RasaImage,
    RasaLink,
    RasaPostback,
    RasaQuickReply,
    RasaSource,
    RasaTemplate,
)


def uttered(message: Message, site: str) -> BotUttered:
    """Paths are the hub's own, at `site`."""
    choices = message.content.get("choices")
    replies = [
        RasaQuickReply(title=item["label"], payload=item["payload"])
        for item in (choices if isinstance(choices, list) else [])
    ]
    return BotUttered(
        text=message.text,
        quick_replies=replies if isinstance(choices, list) else None,
        attachment=_attachment(message, site),
    )


def _attachment(message: Message, site: str) -> RasaImage | RasaTemplate | None:
    content = message.content
    cards = content.get("cards")
    if isinstance(cards, list):
        return RasaTemplate(payload=RasaElements(elements=[_element(card, site) for card in cards]))
    # What was sent here opens for its people only, and not by its address alone: its name is in the text.
    if content.get("type") == "image" and not is_upload(content):
        return RasaImage(payload=RasaSource(src=urljoin(site, str(content["url"]))))
    return None


def _element(card: dict[str, Any], site: str) -> RasaElement:
    """Its buttons say a payload or open an address."""
    image = card.get("image_url")
    return RasaElement(
        title=card["title"],
        subtitle=card.get("subtitle") or None,
        image_url=urljoin(site, image) if image else None,
        buttons=[
            RasaLink(title=action["label"], url=urljoin(site, action["url"]))
            if action.get("url")
            else RasaPostback(title=action["label"], payload=action["payload"])
            for action in card.get("actions", [])
            if action.get("url") or action.get("payload")
        ],
    )
