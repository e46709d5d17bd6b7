"""From a model's complaints to the refusal a client is told."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from chat_server.domain.errors import Invalid, SamtalError, TooLarge

_MOST_FIELDS = 20
M = TypeVar("M", bound=BaseModel)


def checked(model: type[M], given: object) -> M:
    """What came in, as `model`; raises Invalid or TooLarge."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise _refusal_of(error) from error


def _refusal_of(error: ValidationError) -> SamtalError:
    """Only too long is TooLarge; everything else is Invalid. What was sent is not repeated."""
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    fields = {
        ".".join(map(str, problem["loc"])) or "payload": problem["msg"]
        for problem in problems[:_MOST_FIELDS]
    }
    if all(problem["type"] in {"string_too_long", "too_long"} for problem in problems):
        return TooLarge("That is longer than allowed.", fields)
    return Invalid("This is not as the contract says.", fields)


def error_body(error: SamtalError) -> dict[str, object]:
    """As acks and refused connections carry it."""
    body: dict[str, object] = {"code": error.code, "message": error.message}
    if error.fields:
        body["fields"] = error.fields
    return body
