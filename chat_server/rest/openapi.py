"""OpenAPI 3.1 of the URL table."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from chat_server import __version__
from chat_server.wire.base import Inbound
from chat_server.wire.rest import Problem
from chat_server.wire.webhooks import WebhookEventBody

from .call import Caller, Route
from .figures import COUNTED_AT

_REF = "#/components/schemas/{model}"
_PARAMETER = re.compile(r"{(\w+)}")


def openapi(routes: Iterable[Route], prefix: str, server: str) -> dict[str, object]:
    """The document behind `/api/docs`."""
    routes = list(routes)
    models = {model for route in routes for model in (route.body, route.returns) if model}
    schemas, names = _schemas(models | {Problem, WebhookEventBody})
    paths: dict[str, dict[str, object]] = {}
    for route in routes:
        path = prefix + route.path
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, names)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Samtal",
            "version": __version__,
            "description": "Conversations, contacts, response events and the shop.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "webhooks": {"event": {"post": _event(names)}},
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "account": {"type": "http", "scheme": "bearer"},
                "visitor": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _event(names: dict[type[BaseModel], str]) -> dict[str, object]:
    """What webhooks are sent, by us to others."""
    schema = {"$ref": _REF.format(model=names[WebhookEventBody])}
    signed = {"name": "X-Samtal-Signature", "in": "header", "schema": {"type": "string"}}
    return {
        "summary": "Something happened",
        "tags": ["webhooks"],
        "parameters": [{**signed, "description": "t=UNIX,v1=HEX, HMAC-SHA256 over t.body"}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"2XX": {"description": "Taken; anything else is tried again"}},
    }


def _operation(route: Route, names: dict[type[BaseModel], str]) -> dict[str, object]:
    summary = (inspect.getdoc(route.handler) or "").splitlines()[0]
    tag = route.path.split("/")[1].partition(".")[0]
    name = re.sub(r"\W+", "_", f"{route.method.lower()}{route.path}").strip("_")
    operation: dict[str, object] = {
        "operationId": name,
        "summary": summary,
        "tags": [tag],
        "parameters": [*_path_parameters(route), *_query_parameters(route)],
        "responses": {str(route.status): _success(route, names), "default": _failure(names)},
    }
    if route.caller is not Caller.ANYONE:
        operation["security"] = [{route.caller.value: []}]
    if route.takes_bytes:
        raw = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {"application/octet-stream": raw}}
    if route.body is not None:
        schema = {"$ref": _REF.format(model=names[route.body])}
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    return operation


def _success(route: Route, names: dict[type[BaseModel], str]) -> dict[str, object]:
    if route.returns is None:
        described: dict[str, object] = {"description": "Done"}
        if route.media != "application/json":
            described["content"] = {route.media: {"schema": {"type": "string"}}}
        return described
    schema = {"$ref": _REF.format(model=names[route.returns])}
    done: dict[str, object] = {
        "description": "Done",
        "content": {route.media: {"schema": schema}},
    }
    if route.figures:
        moment = {"type": "string", "format": "date-time"}
        said = "When the figures were counted; what takes long may be some minutes old"
        done["headers"] = {COUNTED_AT: {"description": said, "schema": moment}}
    return done


def _failure(names: dict[type[BaseModel], str]) -> dict[str, object]:
    schema = {"$ref": _REF.format(model=names[Problem])}
    return {"description": "Refused", "content": {"application/problem+json": {"schema": schema}}}


def _path_parameters(route: Route) -> list[dict[str, object]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(route.path)
    ]


def _query_parameters(route: Route) -> list[dict[str, object]]:
    if route.query is None:
        return []
    schema = route.query.model_json_schema(by_alias=True)
    return [
        {"name": name, "in": "query", "required": False, "schema": field}
        for name, field in schema["properties"].items()
    ]


def _schemas(
    models: set[type[BaseModel]],
) -> tuple[dict[str, object], dict[type[BaseModel], str]]:
    ordered = sorted(models, key=lambda model: model.__name__)
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (m, "validation" if issubclass(m, Inbound) else "serialization") for m in ordered
    ]
    references, document = models_json_schema(wanted, ref_template=_REF)
    names = {pair[0]: str(references[pair]["$ref"]).rsplit("/", 1)[-1] for pair in wanted}
    definitions: dict[str, object] = document["$defs"]
    return dict(sorted(definitions.items())), names
