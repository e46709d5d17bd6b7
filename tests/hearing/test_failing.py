"""A rule that fails costs what it would have heard, and nobody's turn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from chat_server.hearing import engine
from chat_server.hearing.ears import RuleEars

_AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_nothing_is_heard_where_a_rule_fails_and_the_log_says_where_but_not_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_: object, **__: object) -> list[object]:
        raise ValueError("my secret is blue")

    monkeypatch.setattr(engine, "heard", failing)
    monkeypatch.setattr(engine, "promised", failing)
    with capture_logs() as logs:
        assert RuleEars().hear("My secret is blue.", language="en", at=_AT) == []
        assert RuleEars().hear_promise("It will be blue.", language="en", at=_AT) == []
    assert [(one["event"], one["error"]) for one in logs] == [("hearing_failed", "ValueError")] * 2
    assert all(one["where"].startswith("test_failing.py:") for one in logs)
    assert "blue" not in str(logs)
