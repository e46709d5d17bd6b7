"""The desk's bodies as JSON: what has no value yet is left out, within lists too."""

from __future__ import annotations

from chat_server.wire.base import dump
from chat_server.wire.desk import CoderView, CoefficientView


def test_a_coder_who_is_not_done_has_no_time() -> None:
    assert dump(CoderView(id="a", name="Anna", coded=1)) == {"id": "a", "name": "Anna", "coded": 1}


def test_an_estimate_of_nothing_is_empty() -> None:
    assert dump(CoefficientView()) == {}
