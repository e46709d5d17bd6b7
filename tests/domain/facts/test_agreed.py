"""What both ears hear alike is in no doubt, and nothing more."""

from __future__ import annotations

from chat_server.domain.facts.marked import Claim, Marked, agreed
from chat_server.domain.facts.statement import Statement

_DOUBT = Marked("order_state", 0, 12, 0.5, claim=Claim.DOUBTED)
_TOLD = Statement("order_state", "delivered", 0.85, 0, 12, "10395")


def test_what_the_other_hears_as_well_is_neither_doubted_nor_added() -> None:
    more = Statement("order_state", "delivered", 0.8, 3, 20)
    assert agreed([_DOUBT], [_TOLD], [more]) == ([], [])


def test_another_value_leaves_the_doubt() -> None:
    more = Statement("order_state", "returned", 0.8, 3, 20)
    assert agreed([_DOUBT], [_TOLD], [more]) == ([_DOUBT], [more])


def test_nor_is_it_agreed_that_it_is_over() -> None:
    more = Statement("order_state", "delivered", 0.8, 3, 20, ended=True)
    assert agreed([_DOUBT], [_TOLD], [more]) == ([_DOUBT], [more])
