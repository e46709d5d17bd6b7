"""Message contents, as a union told apart by `type`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from .base import Inbound, ShortText, Text, cleaned

# Numbers that every JSON reader and both databases can hold.
_MOST = 2**53 - 1


def _web_address(value: str) -> str:
    # `//host` is a foreign address in disguise and `\` is read as `/` by browsers.
    local = value.startswith("/") and not value.startswith("//") and "\\" not in value
    if not local and not value.lower().startswith(("https://", "http://")):
        raise ValueError("must be an http(s) address or a path")
    return value


Link = Annotated[
    str, Field(max_length=2000), BeforeValidator(cleaned), AfterValidator(_web_address)
]


class TextContent(Inbound):
    """Words; `code` and what follows come with activities so that clients can say them in their language."""

    type: Literal["text"]
    text: Text
    code: ShortText | None = None
    name: ShortText | None = None
    score: Annotated[int, Field(ge=1, le=5)] | None = None
    reason: ShortText | None = None
    opens_at: ShortText | None = None
    asks_email: bool | None = None
    minutes: Annotated[int, Field(ge=0, le=_MOST)] | None = None
    note: Text | None = None


class Choice(Inbound):
    """A quick reply: `label` is shown, `payload` is what picking it says."""

    label: Annotated[ShortText, Field(min_length=1)]
    payload: Annotated[ShortText, Field(min_length=1)]


class ChoicesContent(Inbound):
    """A question with answers to pick from."""

    type: Literal["choices"]
    text: Text
    choices: Annotated[list[Choice], Field(min_length=1, max_length=12)]


class CardAction(Inbound):
    """A button: it says `payload` or opens `url`."""

    label: Annotated[ShortText, Field(min_length=1)]
    payload: ShortText | None = None
    url: Link | None = None


class Card(Inbound):
    """A product or page with picture and buttons."""

    title: Annotated[ShortText, Field(min_length=1)]
    subtitle: ShortText | None = None
    image_url: Link | None = None
    url: Link | None = None
    actions: Annotated[list[CardAction], Field(max_length=4)] = []


class CardContent(Inbound):
    """One card or a row of them."""

    type: Literal["card"]
    text: ShortText | None = None
    cards: Annotated[list[Card], Field(min_length=1, max_length=10)]


class FormField(Inbound):
    """One field; `input` is its HTML type."""

    name: Annotated[ShortText, Field(min_length=1)]
    label: Annotated[ShortText, Field(min_length=1)]
    input: Literal["text", "email", "tel", "number"] = "text"
    required: bool = True


class FormContent(Inbound):
    """A few fields to fill in; the answer comes back as text."""

    type: Literal["form"]
    text: Text
    fields: Annotated[list[FormField], Field(min_length=1, max_length=8)]


class FileContent(Inbound):
    """A picture or file that lies at `url`; what was uploaded is fetched as `docs/files.md` says."""

    type: Literal["image", "file"]
    url: Link
    name: Annotated[ShortText, Field(min_length=1)]
    size: Annotated[int, Field(ge=0, le=_MOST)] = 0
    media_type: ShortText | None = None
    width: Annotated[int, Field(ge=1, le=_MOST)] | None = None
    height: Annotated[int, Field(ge=1, le=_MOST)] | None = None
    text: ShortText | None = None


Content = Annotated[
    TextContent | ChoicesContent | CardContent | FormContent | FileContent,
    Field(discriminator="type"),
]


class VisitorText(Inbound):
    """What a visitor may send in this version: words. `label` is what they saw when they picked a choice."""

    type: Literal["text"]
    text: Text
    label: ShortText | None = None

    def stored(self) -> dict[str, object]:
        """A picked choice shows its label; the bot gets the payload."""
        if self.label:
            return {"type": "text", "text": self.label, "payload": self.text}
        return {"type": "text", "text": self.text}
