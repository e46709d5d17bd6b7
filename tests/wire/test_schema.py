"""What the frontend is checked against is what the hub speaks."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from chat_server.domain import errors
from chat_server.wire import acks
from chat_server.wire.base import Inbound, Outbound
from chat_server.wire.export import export_schemas
from chat_server.wire.protocol import (
    AGENT_COMMANDS,
    AGENT_EVENTS,
    RASA_COMMANDS,
    RASA_EVENTS,
    VISITOR_COMMANDS,
    VISITOR_EVENTS,
)
from chat_server.wire.schema import events_schema

COMMITTED = Path(__file__).parents[2] / "frontend" / "wire"
# As the public contract names them.
CONTRACT_VISITOR = {
    "send_message",
    "resume",
    "typing",
    "mark_read",
    "request_agent",
    "rate_conversation",
    "identify",
    "set_consent",
    "list_facts",
    "correct_fact",
    "forget_fact",
    "forget_me",
}
CONTRACT_AGENT = {
    "set_availability",
    "subscribe",
    "accept",
    "assign",
    "return_to_bot",
    "send_message",
    "add_note",
    "resolve",
    "snooze",
    "reopen",
    "tag",
    "typing",
    "mark_read",
    "resume",
}
CONTRACT_TO_VISITOR = {
    "welcome",
    "message_created",
    "conversation_updated",
    "typing",
    "messages_read",
    "facts_changed",
}
CONTRACT_TO_AGENT = (CONTRACT_TO_VISITOR - {"welcome"}) | {
    "queue_changed",
    "conversation_assigned",
    "presence",
    "visitor_typing_preview",
}


@pytest.mark.parametrize("name", ["events.schema.json", "rest.schema.json"])
def test_the_committed_schema_is_the_hubs_own(name: str, tmp_path: Path) -> None:
    """`python -m chat_server export-schema frontend/wire` and `npm run types` bring it up to date."""
    export_schemas(tmp_path)
    assert json.loads((COMMITTED / name).read_text()) == json.loads((tmp_path / name).read_text())


def test_every_command_and_event_of_the_contract_is_there() -> None:
    assert set(VISITOR_COMMANDS) >= CONTRACT_VISITOR
    assert set(AGENT_COMMANDS) >= CONTRACT_AGENT
    assert set(VISITOR_EVENTS) >= CONTRACT_TO_VISITOR
    assert set(AGENT_EVENTS) >= CONTRACT_TO_AGENT
    assert set(RASA_COMMANDS) == {"session_request", "user_uttered"}
    assert set(RASA_EVENTS) == {"session_confirm", "bot_uttered"}


def test_every_error_code_of_the_domain_can_be_told() -> None:
    codes = {
        kind.code
        for kind in vars(errors).values()
        if inspect.isclass(kind) and issubclass(kind, errors.SamtalError)
    }
    told = acks.ErrorBody.model_json_schema()["properties"]["code"]["enum"]
    # Files come over REST only.
    assert codes == {*told, "type_not_allowed"}


def test_what_leaves_is_exact_and_what_comes_in_is_lenient() -> None:
    for table in (VISITOR_COMMANDS, AGENT_COMMANDS):
        for command in table.values():
            assert issubclass(command.payload, Inbound)
            assert issubclass(command.data, Outbound)
    for events in (VISITOR_EVENTS, AGENT_EVENTS):
        assert all(issubclass(model, Outbound) for model in events.values())


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    schema = events_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    text = json.dumps(schema)
    wanted = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert wanted <= set(definitions)


def test_models_with_one_name_are_one_model() -> None:
    """Two of a name would overwrite each other in the schema."""
    seen: dict[str, type[BaseModel]] = {}
    for table in (VISITOR_EVENTS, AGENT_EVENTS):
        for model in table.values():
            assert seen.setdefault(model.__name__, model) is model
