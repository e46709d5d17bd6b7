"""Rasa's own SocketIO channel, as its web widgets speak it; nothing in it is acknowledged."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from .base import Outbound


class SessionConfirm(RootModel[str]):
    """The `session_id` that the widget keeps, and nothing around it."""


class RasaQuickReply(Outbound):
    """`payload` is what is sent back."""

    content_type: Literal["text"] = "text"
    title: str
    payload: str


class RasaLink(Outbound):
    """Opens an address."""

    type: Literal["web_url"] = "web_url"
    title: str
    url: str


class RasaPostback(Outbound):
    """Says something."""

    type: Literal["postback"] = "postback"
    title: str
    payload: str


class RasaElement(Outbound):
    """A card."""

    title: str
    subtitle: str | None = None
    image_url: str | None = None
    buttons: list[Annotated[RasaLink | RasaPostback, Field(discriminator="type")]]


class RasaSource(Outbound):
    """Where a picture is."""

    src: str


class RasaImage(Outbound):
    """One picture."""

    type: Literal["image"] = "image"
    payload: RasaSource


class RasaElements(Outbound):
    """Cards in a row."""

    template_type: Literal["generic"] = "generic"
    elements: list[RasaElement]


class RasaTemplate(Outbound):
    """Around them."""

    type: Literal["template"] = "template"
    payload: RasaElements


class BotUttered(Outbound):
    """What anybody but the visitor says; addresses are whole, for the widget stands on another site."""

    text: str
    quick_replies: list[RasaQuickReply] | None = None
    attachment: Annotated[RasaImage | RasaTemplate, Field(discriminator="type")] | None = None
