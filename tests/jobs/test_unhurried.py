"""Work that can wait: in parts, to the end, and only while this hub is the one to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from chat_server.jobs.unhurried import in_parts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from chat_server.jobs.claimed import Claim


class Held:
    """A claim that is lost after so many looks."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    async def is_held(self) -> bool:
        self._looks -= 1
        return self._looks >= 0

    async def look_again(self) -> float:
        return 7.0


def parts(many: int) -> tuple[list[int], Callable[[], Awaitable[bool]]]:
    done: list[int] = []

    async def part() -> bool:
        done.append(len(done) + 1)
        return len(done) < many

    return done, part


async def test_all_parts_are_done_and_no_more() -> None:
    done, part = parts(3)
    assert await in_parts(cast("Claim", Held(9)), part) is None
    assert done == [1, 2, 3]


async def test_who_lost_the_claim_stops_and_says_when_to_look_again() -> None:
    done, part = parts(3)
    assert await in_parts(cast("Claim", Held(2)), part) == 7.0
    assert done == [1, 2]
