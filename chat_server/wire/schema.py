"""JSON Schema of everything that crosses an edge; the frontend's types are generated from it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from . import (
    acks,
    answering,
    campaigns,
    card,
    commands,
    content,
    customers,
    desk,
    experiments,
    history,
    incentives,
    lessons,
    listening,
    marketing,
    proactive,
    recall,
    rest,
    retention,
    segments,
    shop,
    staff,
    webhooks,
)
from .base import Inbound, Outbound
from .protocol import (
    AGENT_COMMANDS,
    AGENT_EVENTS,
    RASA_COMMANDS,
    RASA_EVENTS,
    VISITOR_COMMANDS,
    VISITOR_EVENTS,
    Command,
)

if TYPE_CHECKING:
    from types import ModuleType

Schema = dict[str, object]
_REFERENCE = "#/$defs/{model}"


def events_schema() -> Schema:
    """Every command and live event of the three namespaces, as one schema document."""
    tables = [VISITOR_EVENTS, AGENT_EVENTS, RASA_COMMANDS, RASA_EVENTS]
    models = {model for table in tables for model in table.values()}
    for command in (*VISITOR_COMMANDS.values(), *AGENT_COMMANDS.values()):
        models |= {command.payload, command.data}
    models |= {commands.VisitorHandshake, commands.AgentHandshake, acks.ErrorBody}
    models |= set(_models_of(content))
    definitions = _definitions(models)
    definitions["VisitorCommands"] = _commands(VISITOR_COMMANDS)
    definitions["AgentCommands"] = _commands(AGENT_COMMANDS)
    definitions["VisitorEvents"] = _events(VISITOR_EVENTS)
    definitions["AgentEvents"] = _events(AGENT_EVENTS)
    # Without acks, as Rasa's widgets speak.
    definitions["RasaCommands"] = _events(RASA_COMMANDS)
    definitions["RasaEvents"] = _events(RASA_EVENTS)
    return _document("Samtal socket protocol", definitions)


def rest_schema() -> Schema:
    """Every REST body."""
    modules = (
        rest,
        card,
        shop,
        staff,
        marketing,
        recall,
        segments,
        customers,
        history,
        answering,
        listening,
        retention,
        desk,
        lessons,
        experiments,
        incentives,
        campaigns,
        proactive,
        webhooks,
    )
    models = {model for module in modules for model in _models_of(module)}
    return _document("Samtal REST bodies", _definitions(models))


def _models_of(module: ModuleType) -> list[type[BaseModel]]:
    found = [
        item
        for item in vars(module).values()
        if inspect.isclass(item) and issubclass(item, BaseModel)
    ]
    return [item for item in found if item not in {Inbound, Outbound} and not _is_generic(item)]


def _is_generic(model: type[BaseModel]) -> bool:
    return bool(model.__pydantic_generic_metadata__["parameters"])


def _definitions(models: set[type[BaseModel]]) -> Schema:
    ordered = sorted(models, key=lambda model: model.__name__)
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (model, "validation" if issubclass(model, Inbound) else "serialization")
        for model in ordered
    ]
    _, schema = models_json_schema(wanted, ref_template=_REFERENCE)
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)  # noqa: S101 - pydantic's own shape
    return dict(sorted(definitions.items()))


def _commands(table: dict[str, Command]) -> Schema:
    return _object({name: _object(_of(command)) for name, command in table.items()})


def _of(command: Command) -> Schema:
    return {"payload": _reference(command.payload), "data": _reference(command.data)}


def _events(table: dict[str, type[BaseModel]]) -> Schema:
    return _object({name: _reference(model) for name, model in table.items()})


def _reference(model: type[BaseModel]) -> Schema:
    return {"$ref": _REFERENCE.format(model=model.__name__)}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _document(title: str, definitions: Schema) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": definitions,
    }
