"""A few words right after an answer from memory: "and in jackets?", "the e-mail too"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memory_requests import MemoryRequest, goes_on_to, memory_request, named_in, of_kind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# Kept with what was understood, so that the action knows what was asked before.
_CONTINUES = "continues"
# What a question is nearest to that no pattern knows: `components.memory_requests_by_nearness`.
_NEAREST = "nearest_kind"
_ASKED = "ask_remembered"
_SURE = {"name": _ASKED, "confidence": 1.0}
_FROM_MEMORY = frozenset({_ASKED, "what_is_remembered"})


def as_going_on(
    parsed: dict[str, Any], text: str, before: Mapping[str, Any], heard: Collection[str]
) -> dict[str, Any]:
    """What was understood, as a question for memory where it goes on from one.

    ``before`` is what was understood of the message before; who states a fact of the kind they name asks nothing.
    """
    if (before.get("intent") or {}).get("name") not in _FROM_MEMORY:
        return parsed
    whole = memory_request(text)
    if whole is not None:
        # Whatever the classifier thinks of it.
        is_meant = whole.wish == "ask" and _states_none_of(whole, heard)
        return {**parsed, "intent": _SURE} if is_meant else parsed
    said = [*before.get(_CONTINUES, ()), str(before.get("text") or "")]
    request = goes_on_to(text, _asked_in(said))
    if request is None or not _states_none_of(request, heard):
        return parsed
    return {**parsed, "intent": _SURE, _CONTINUES: said}


def _states_none_of(request: MemoryRequest, heard: Collection[str]) -> bool:
    return not any(key in heard for one in request.asked for key in one.keys)


def asked_now(message: Mapping[str, Any]) -> MemoryRequest:
    """What a message asks of memory that was understood to do so."""
    nearest = message.get(_NEAREST)
    if nearest is not None and not message.get(_CONTINUES):
        return _of_nearest(str(message.get("text") or ""), nearest)
    return _asked_in([*message.get(_CONTINUES, ()), str(message.get("text") or "")])


def _of_nearest(text: str, kind: str) -> MemoryRequest:
    if kind == "others":
        return MemoryRequest("others")
    return of_kind(text, () if kind == "nothing_kept" else tuple(kind.split("|")))


def _asked_in(said: list[str]) -> MemoryRequest:
    """The last words go on from those before."""
    *earlier, last = said
    request = memory_request(last)
    if request is None and earlier:
        request = goes_on_to(last, _asked_in(earlier))
    return request or named_in(last)
