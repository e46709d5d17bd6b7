"""Texts that Hraun's agents insert by `/`."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from chat_server.domain.agent import CannedReply

_TEXTS = {
    "hello": "Hello, you are talking to a person now. Give me a moment to read what you wrote.",
    "moment": "Thank you, I am looking into it. This takes two or three minutes; please keep the window open.",
    "order": "Could you tell me the order number and the e-mail address you ordered with?",
    "return": "You can return it within 30 days of delivery. I have sent you a label; drop the parcel at any post "
    "office and the refund follows within five working days of its arrival.",
    "exchange": "I have set the other size aside for you. Send the first one back with the label in the parcel, and "
    "the exchange is free of charge.",
    "late": "I am sorry that this is taking so long. I have asked the carrier to trace the parcel and will write to "
    "you as soon as they answer, tomorrow at noon at the latest.",
    "damaged": "I am sorry about that. A picture of the damage is enough for us; you need not send the item back. "
    "Would you rather have a new one or your money back?",
    "refund": "The refund is on its way to the card you paid with. Banks take three to five working days to show it.",
    "wool": "Air it rather than wash it. When it must be washed: by hand, lukewarm, with wool soap, and dry it flat.",
    "bye": "Is there anything else I can do for you? If not, have a good day, and thank you for writing.",
}


def canned_replies() -> list[CannedReply]:
    """Ten of them, in the order in which a dialogue needs them."""
    return [
        CannedReply(str(uuid5(NAMESPACE_URL, f"samtal:demo:canned:{shortcut}")), shortcut, text)
        for shortcut, text in _TEXTS.items()
    ]
