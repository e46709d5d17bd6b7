"""Texts are taken up to the length that the published schema names, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from chat_server.wire.commands import Assign, RateConversation
from chat_server.wire.incentives import RedeemBody
from chat_server.wire.rest import CannedReplyBody, InboxPatch
from chat_server.wire.shop import ReturnBody

if TYPE_CHECKING:
    from pydantic import BaseModel

LONG = [
    (RateConversation, "comment", {"conversation_id": "c", "score": 3}),
    (Assign, "note", {"conversation_id": "c"}),
    (CannedReplyBody, "text", {"shortcut": "hi"}),
    (InboxPatch, "offline_message", {}),
    (RedeemBody, "reason", {"order_number": "1", "total_cents": 1, "currency": "EUR"}),
    (ReturnBody, "reason", {"email": "una@mail.test"}),
]


@pytest.mark.parametrize(("model", "name", "others"), LONG)
def test_a_text_may_be_as_long_as_the_schema_says(
    model: type[BaseModel], name: str, others: dict[str, object]
) -> None:
    field = model.model_json_schema()["properties"][name]
    most = max(part.get("maxLength", 0) for part in [field, *field.get("anyOf", [])])
    assert most > 200
    assert len(getattr(model.model_validate({**others, name: "x" * most}), name)) == most
    with pytest.raises(ValidationError):
        model.model_validate({**others, name: "x" * (most + 1)})
