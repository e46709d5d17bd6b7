"""No figure is shown that `verify-events` does not know of."""

from __future__ import annotations

from chat_server.recount.covered import BARE, COUNTED
from chat_server.rest.routes import ROUTES, listening, loyalty, measuring

_MARKETERS = {*measuring.ROUTES, *listening.ROUTES, *loyalty.ROUTES}


def test_every_answer_with_figures_is_counted_again_or_says_why_not() -> None:
    asked = {
        route.path
        for route in ROUTES
        if route.method == "GET" and (route in _MARKETERS or route.path.startswith("/reports/"))
    }
    assert COUNTED.keys() | BARE.keys() == asked
    assert not COUNTED.keys() & BARE.keys()
    assert all(BARE.values())
