"""The real hub on a clock that can be moved, and the real bot behind it; all state in a folder of its own."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt

from chat_server import settings as hub_settings
from chat_server.app.hub import make_app
from chat_server.demo.seed import DemoNotes, seed
from chat_server.domain.ids import new_id
from chat_server.recall.meaning import ModelProcess
from chat_server.services.accounts import Accounts
from chat_server.services.secret_box import SecretBox
from chat_server.serving import serve
from chat_server.settings import Settings
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore
from launcher import processes
from launcher.places import Places
from launcher.ports import free_port
from launcher.settings import LaunchSettings, process_environment

_ROOT = Path(__file__).resolve().parents[2]
_BOT_WITHIN = 180.0
_HUB_WITHIN = 60.0
_LOOK_EVERY = 0.05
_LISTENS_AGAIN_WITHIN = 120.0
_LINES_AT_ONCE = 1_000
_IDENTITY_LIFETIME = timedelta(minutes=5)


class CannotPlay(Exception):
    """Something that has to be there is not; one sentence."""


class MovedClock:
    """Runs as fast as any clock; `move_to` makes it another day, and never an earlier one."""

    def __init__(self, start: datetime) -> None:
        self._ahead = start - datetime.now(UTC)

    def __call__(self) -> datetime:
        """What the hub takes for now."""
        return datetime.now(UTC) + self._ahead

    def move_to(self, at: datetime) -> None:
        """Where it is past that already, it stays."""
        self._ahead = max(self._ahead, at - datetime.now(UTC))


@dataclass
class Stage:
    """What players need to know of hub and bot; `notes` are the demo's: accounts, keys, secrets."""

    url: str
    clock: MovedClock
    notes: dict[str, Any]
    http: aiohttp.ClientSession
    store: SqlStore
    # Whether the hub has a model that looks at what the rules heard.
    looks_again: bool

    @property
    def inbox(self) -> str:
        """The website's public key."""
        return str(self.notes["inbox"])

    @property
    def api_key(self) -> str:
        """Opens all that an account can."""
        return str(self.notes["api_key"])

    @property
    def account(self) -> tuple[str, str]:
        """E-mail and password of somebody who answers."""
        found = next(one for one in self.notes["accounts"] if one["role"] == "agent")
        return found["email"], found["password"]

    def identity(self, claims: dict[str, str]) -> str:
        """As the shop signs its customers in."""
        signed = {**claims, "exp": self.clock() + _IDENTITY_LIFETIME, "jti": new_id()}
        return jwt.encode(
            signed, str(self.notes["inbox_secret"]), "HS256", headers={"kid": self.inbox}
        )

    async def get(self, path: str) -> Any:
        """From the API as an account; None for what is not there."""
        async with self.http.get(
            f"{self.url}/api/v1/{path}", headers={"Authorization": f"Bearer {self.api_key}"}
        ) as answer:
            if answer.status == 404:  # noqa: PLR2004 - HTTP's own number
                return None
            answer.raise_for_status()
            return await answer.json()

    async def pages(self, path: str) -> list[dict[str, Any]]:
        """All items of a list, whatever the size of its pages; empty when it is not there."""
        items: list[dict[str, Any]] = []
        mark = "&" if "?" in path else "?"
        name = "after" if "/messages" in path else "cursor"
        cursor = None
        while True:
            page = await self.get(f"{path}{mark}{name}={cursor}" if cursor else path)
            if page is None:
                return []
            items += page["items"]
            cursor = page.get("next")
            if not cursor:
                return items

    async def listened(self, still: float = _LISTENS_AGAIN_WITHIN) -> None:
        """Returns once the hub has listened to all that was said, which it does a moment later, and looked at it again.

        That may take as long as it will; a hub that gets no further for `still` seconds does not listen.
        """
        loop, before = asyncio.get_running_loop(), (-1, -1)
        given_up = loop.time() + still
        while loop.time() < given_up:
            async with self.store.read() as tx:
                heard, looked = await tx.hearing.reached(), await tx.hearing.marked_until()
                reached = min(heard, looked) if self.looks_again else heard
                head = await tx.log.head(reached, _LINES_AT_ONCE)
                if head == reached or not await tx.hearing.spoken(reached, head):
                    return
            if (heard, looked) > before:
                before, given_up = (heard, looked), loop.time() + still
            await asyncio.sleep(_LOOK_EVERY)
        raise TimeoutError(f"The hub stopped listening at {before}.")

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """As an account."""
        headers = {"Authorization": f"Bearer {self.api_key}"}
        async with self.http.post(
            f"{self.url}/api/v1/{path}", json=body, headers=headers
        ) as answer:
            answer.raise_for_status()
            return await answer.json()


class Theatre:
    """An async context around a stage: hub and bot start with it and end with it."""

    def __init__(self, folder: Path, start: datetime, *, by_rules_alone: bool = False) -> None:
        self._folder = folder
        self._by_rules_alone = by_rules_alone
        self._clock = MovedClock(start)
        self._places = Places.of(_ROOT, {})
        self._hub: _HubThread | None = None
        self._bot: asyncio.subprocess.Process | None = None
        self._http: aiohttp.ClientSession | None = None
        self._engines: Engines | None = None

    async def __aenter__(self) -> Stage:
        """Returns when the bot answers; raises CannotPlay."""
        try:
            return await self._begin()
        except BaseException:
            await self.__aexit__()
            raise

    async def __aexit__(self, *_: object) -> None:
        """Bot first: it asks the hub about orders."""
        if self._bot is not None:
            await processes.stop(self._bot)
        if self._hub is not None:
            await asyncio.to_thread(self._hub.stop)
        if self._http is not None:
            await self._http.close()
        if self._engines is not None:
            await self._engines.dispose()

    async def _begin(self) -> Stage:
        if not self._places.model.exists():
            raise CannotPlay("There is no trained bot: `make eval-memory` trains it.")
        port, rasa_port = free_port(), free_port()
        environ = process_environment(
            {"RATE_LIMITS": "off", "SECRET_KEY": secrets.token_urlsafe(32)},
            self._folder,
            LaunchSettings("127.0.0.1", port, f"http://127.0.0.1:{port}", None, production=False),
            f"http://127.0.0.1:{rasa_port}",
        )
        settings = hub_settings.load(environ)
        notes = await _filled(settings, self._clock())
        self._hub = _HubThread(settings, self._clock, by_rules_alone=self._by_rules_alone)
        await asyncio.to_thread(self._hub.start)
        self._bot = await self._start_bot(environ, rasa_port)
        self._http = aiohttp.ClientSession()
        self._engines = Engines(settings.database_url)
        store = SqlStore(self._engines, lambda _: None)
        stage = Stage(
            settings.public_url,
            self._clock,
            notes,
            self._http,
            store,
            ModelProcess.is_installed() and not self._by_rules_alone,
        )
        await self._bot_is_ready(stage)
        return stage

    async def _start_bot(self, environ: dict[str, str], port: int) -> asyncio.subprocess.Process:
        model = self._folder / "model.tar.gz"
        await asyncio.to_thread(shutil.copyfile, self._places.model, model)
        return await processes.start(
            [
                self._places.bot_python,
                self._places.bot / "serve.py",
                "--port",
                str(port),
                "--model",
                model,
            ],
            cwd=_ROOT,
            env={"PATH": "/usr/bin:/bin", **environ},
            log=self._folder / "bot.log",
        )

    async def _bot_is_ready(self, stage: Stage) -> None:
        """By the hub's own word."""
        try:
            async with asyncio.timeout(_BOT_WITHIN):
                while not await self._hub_has_bot(stage):
                    if self._bot is None or self._bot.returncode is not None:
                        raise CannotPlay(f"The bot ended:\n{self._said()}")
                    await asyncio.sleep(_LOOK_EVERY)
        except TimeoutError:
            raise CannotPlay(
                f"The bot was not there in {_BOT_WITHIN:.0f} s:\n{self._said()}"
            ) from None

    async def _hub_has_bot(self, stage: Stage) -> bool:
        async with stage.http.get(f"{stage.url}/readyz") as answer:
            return bool((await answer.json())["dependencies"]["bot"] == "ok")

    def _said(self) -> str:
        log = self._folder / "bot.log"
        return log.read_text(errors="replace")[-2000:] if log.exists() else ""


class _HubThread:
    """Serves in a loop of its own: what its clients do does not make it wait."""

    def __init__(
        self, settings: Settings, clock: Callable[[], datetime], *, by_rules_alone: bool
    ) -> None:
        self._by_rules_alone = by_rules_alone
        self._settings = settings
        self._clock = clock
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)
        self._began = threading.Event()
        self._failure: BaseException | None = None
        self._ending: Callable[[], object] | None = None

    def start(self) -> None:
        """Returns once it serves."""
        self._thread.start()
        if not self._began.wait(_HUB_WITHIN):
            raise CannotPlay("The hub did not start.")
        if self._failure is not None:
            raise CannotPlay(f"The hub did not start: {self._failure}") from self._failure

    def stop(self) -> None:
        """In order."""
        if self._ending is not None and self._thread.is_alive():
            self._ending()
        self._thread.join(_HUB_WITHIN)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for the start
            self._failure = error
        finally:
            self._began.set()

    async def _serve(self) -> None:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        self._ending = lambda: loop.call_soon_threadsafe(stop.set)
        app = await make_app(self._settings, clock=self._clock, by_rules_alone=self._by_rules_alone)
        await serve(app, self._settings.host, self._settings.port, stop, self._began.set)


async def _filled(settings: Settings, now: datetime) -> dict[str, Any]:
    """The demo shop, as of the first day."""

    def clock() -> datetime:
        return now

    engines = Engines(settings.database_url)
    await migrate(engines)
    store = SqlStore(engines, lambda _: None)
    notes = DemoNotes(settings.var)
    accounts = Accounts(store, clock, settings.bot_token)
    box = SecretBox(settings.secret_key)
    await seed(store, accounts, box, notes, settings.public_url, now)
    await engines.dispose()
    return notes.read()
