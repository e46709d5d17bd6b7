"""Reports say when they were counted; who may not read the same is not told the same, and changes show at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from chat_server.rest.routes import ROUTES
from chat_server.services import ready_answers
from chat_server.settings import SettingsError, load
from tests.hub.clients import Clients, client_id
from tests.hub.fixtures import clients_of
from tests.hub.running import LocalHub


@pytest.fixture(scope="module")
def keeping_hub(make_hub: Callable[..., LocalHub]) -> Iterator[LocalHub]:
    """Where every history is long, every answer takes long, and stays young."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(ready_answers, "_LONG", 0)
        patching.setattr(ready_answers, "_DEAR", 0.0)
        patching.setattr(ready_answers, "_YOUNG_FOR", 1e9)
        patching.setattr(ready_answers, "_LONGEST_YOUNG", 1e9)
        yield make_hub(FIGURES_MAX_AGE="3600")


@pytest.fixture
async def keeping(keeping_hub: LocalHub) -> AsyncIterator[Clients]:
    """Its clients."""
    async with clients_of(keeping_hub) as made:
        yield made


async def counted(clients: Clients, who: str) -> tuple[str, int]:
    """When, and how many dialogues."""
    answer = await clients.call("GET", "reports/overview", await clients.token(who))
    assert answer.status == 200, answer
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    return answer.headers["Counted-At"], answer.body["dialogues"]


async def change(clients: Clients) -> None:
    """Something that figures are about."""
    body = {"name": f"Campaign {client_id()}"}
    made = await clients.call("POST", "campaigns", await clients.token("katrin"), json=body)
    assert made.status == 201, made


async def test_an_answer_that_is_kept_says_when_it_was_counted(keeping: Clients) -> None:
    before = await counted(keeping, "katrin")
    visitor = await keeping.visitor()
    await visitor.answered("one more dialogue")
    assert await counted(keeping, "katrin") == before
    at, dialogues = await counted(keeping, "einar")
    assert (at > before[0], dialogues) == (True, before[1] + 1), "an administrator has more rights"
    await change(keeping)
    assert (await counted(keeping, "katrin"))[1] == before[1] + 1, "a change shows at once"


async def test_nothing_is_kept_from_before_somebody_was_forgotten(keeping: Clients) -> None:
    visitor = await keeping.visitor()
    await visitor.answered("do not remember me")
    await change(keeping)
    contact = (await visitor.welcome())["contact"]["id"]
    before = await counted(keeping, "katrin")
    erased = await keeping.call("DELETE", f"contacts/{contact}", await keeping.token("api key"))
    assert erased.status == 200
    after = await counted(keeping, "katrin")
    assert after[0] > before[0]


async def test_nobody_without_the_right_is_told_what_is_kept(keeping: Clients) -> None:
    await counted(keeping, "katrin")
    refused = await keeping.call("GET", "reports/overview", await keeping.token("anna"))
    assert refused.status == 403


async def test_what_is_quick_is_counted_each_time(sqlite_clients: Clients) -> None:
    visitor = await sqlite_clients.visitor()
    _, before = await counted(sqlite_clients, "katrin")
    await visitor.answered("counted at once")
    assert (await counted(sqlite_clients, "katrin"))[1] == before + 1


def test_only_what_is_read_is_kept_and_the_reference_says_so() -> None:
    kept = {route.path for route in ROUTES if route.figures}
    assert "/reports/overview" in kept
    for route in ROUTES:
        assert route.method in {"GET", "POST"} or not route.figures
    # Words of visitors, and names of people.
    assert not kept & {
        "/reports/help",
        "/reports/agents",
        "/reports/listening",
        "/reports/customers",
    }


def test_how_old_figures_may_be_is_checked(tmp_path_factory: pytest.TempPathFactory) -> None:
    var = str(tmp_path_factory.mktemp("var"))
    assert load({"VAR_DIR": var}).figures_max_age == 300
    assert load({"VAR_DIR": var, "FIGURES_MAX_AGE": "0"}).figures_max_age == 0
    for wrong in ("soon", "-1", "3601", "1.5"):
        with pytest.raises(SettingsError, match="FIGURES_MAX_AGE"):
            load({"VAR_DIR": var, "FIGURES_MAX_AGE": wrong})
