"""``make run``: prepare, start the hub and its bot, keep them alive, stop them together."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher import demo, plan
from launcher.exchange import ASKS, Exchange
from launcher.instance import only_instance
from launcher.logs import keep_small
from launcher.parent import until_interrupted
from launcher.ports import free_ports, require_free
from launcher.preparation import Preparation
from launcher.settings import LaunchSettings, process_environment
from launcher.supervisor import Program, Supervisor
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from launcher.places import Places
    from launcher.progress import Progress

_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Start:
    """One start of Samtal, from its settings to its supervised processes."""

    places: Places
    progress: Progress
    settings: LaunchSettings
    shop: Workshop
    preparation: Preparation
    environ: Mapping[str, str]
    bot_urls: tuple[str, ...]
    exchange: Exchange
    # A kept model may be loaded before the hub has made its database.
    bot_is_ready: bool = False

    @classmethod
    def of(cls, places: Places, progress: Progress, environ: Mapping[str, str]) -> Start:
        """Check what can be checked at once, before anything is downloaded or started."""
        settings = LaunchSettings.from_environment(environ)
        require_free(settings.host, settings.port)
        ports = () if settings.rasa_urls else free_ports(settings.bot_processes)
        bot_urls = tuple(f"http://127.0.0.1:{port}" for port in ports)
        rasa_urls = settings.rasa_urls or ",".join(bot_urls)
        hub_environ = process_environment(environ, places.var, settings, rasa_urls)
        shop = Workshop(places, progress, environ)
        steps = plan.steps_for(places, environ=hub_environ, demo=not settings.production)
        return cls(
            places=places,
            progress=progress,
            settings=settings,
            shop=shop,
            preparation=Preparation(steps, shop),
            environ=hub_environ,
            bot_urls=bot_urls,
            exchange=Exchange(places, progress),
        )

    async def go(self) -> None:
        """Serve until cancelled."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._hub(tasks))
                if self.bot_urls:
                    tasks.create_task(self._bots(tasks))
                tasks.create_task(keep_small(self.places.logs))
        finally:
            await self.preparation.abandon()

    async def _hub(self, tasks: asyncio.TaskGroup) -> None:
        await self.preparation.ready(*plan.HUB)
        hub = Supervisor(
            Program(
                title="Hub",
                argv=(self.places.hub_python, "-m", "chat_server", "serve"),
                cwd=self.places.root,
                env=self.environ,
                log=self.shop.fresh_log("hub"),
                ready_url=f"{self.settings.local_url}/healthz",
                essential=True,
            ),
            self.progress,
        )
        tasks.create_task(hub.keep_alive())
        await hub.ready.wait()
        self._greet()

    async def _bots(self, tasks: asyncio.TaskGroup) -> None:
        await self.preparation.ready(*plan.BOT)
        bots = [self._bot(number, url) for number, url in enumerate(self.bot_urls, 1)]
        for bot in bots:
            tasks.create_task(bot.keep_alive())
        ready = [asyncio.create_task(bot.ready.wait()) for bot in bots]
        await asyncio.wait(ready, return_when=asyncio.FIRST_COMPLETED)
        self.bot_is_ready = True
        self.progress.say("The bot is ready and answers visitors")
        await asyncio.wait(ready)
        if len(bots) > 1:
            self.progress.say(f"All {len(bots)} bot processes are ready")
        if (self.places.bot / "trainer.py").is_file():
            tasks.create_task(self._trainer().keep_alive())
        await self.exchange.whenever_asked(bots)

    def _bot(self, number: int, url: str) -> Supervisor:
        alone = len(self.bot_urls) == 1
        program = Program(
            title="Bot" if alone else f"Bot {number}",
            argv=(
                self.places.bot_python, self.places.bot / "serve.py",
                "--port", url.rpartition(":")[2], "--model", self.places.model,
            ),
            cwd=self.places.root,
            env=self.environ,
            log=self.shop.fresh_log("bot" if number == 1 else f"bot-{number}"),
            ready_url=f"{url}/webhooks/samtal/health",
            ready_headers=(("Authorization", f"Bearer {self.environ['BOT_TOKEN']}"),),
            beside=("--beside",),
        )  # fmt: skip
        return Supervisor(program, self.progress)

    def _trainer(self) -> Supervisor:
        """Asks this launcher for an exchange when somebody promotes what it trained."""
        program = Program(
            title="Trainer",
            argv=(self.places.bot_python, self.places.bot / "trainer.py"),
            cwd=self.places.root,
            env={**self.environ, "LAUNCHER_PID": str(os.getpid())},
            log=self.shop.fresh_log("trainer"),
        )
        return Supervisor(program, self.progress)

    def _greet(self) -> None:
        self.progress.say(f"The hub serves at {self.settings.public_url}")
        lines = demo.addresses(self.settings.public_url)
        if not self.settings.production:
            lines += demo.accounts(self.places.demo_file)
        for line in lines:
            self.progress.plain(line)
        awaited = self.bot_urls and not self.bot_is_ready
        waiting = " The bot is still starting." if awaited else ""
        self.progress.say(f"Ctrl-C stops everything.{waiting}")


async def run(places: Places, progress: Progress, environ: Mapping[str, str]) -> int:
    """Start and serve until a signal asks to stop; the exit code."""
    settings = LaunchSettings.from_environment(environ)
    with only_instance(places.var, settings.public_url):
        start = Start.of(places, progress, environ)
        asyncio.get_running_loop().add_signal_handler(ASKS, start.exchange.ask)
        stopped = await until_signal(start.go())
    if stopped is not None:
        progress.say("Everything has stopped")
    return 0


async def until_signal(work: Awaitable[None]) -> signal.Signals | None:
    """Do the work until it ends or we are asked to stop, and then undo it in order.

    Returns the signal. A second signal while stopping changes nothing: stopping takes seconds
    at most and leaves no orphan.
    """
    task = asyncio.ensure_future(work)
    received: list[signal.Signals] = []

    def ask_to_stop(number: signal.Signals) -> None:
        if not received:
            received.append(number)
            task.cancel()

    loop = asyncio.get_running_loop()
    for number in _STOP_SIGNALS:
        loop.add_signal_handler(number, ask_to_stop, number)
    parent = asyncio.create_task(until_interrupted())
    parent.add_done_callback(lambda done: None if done.cancelled() else ask_to_stop(signal.SIGINT))
    try:
        await task
    except asyncio.CancelledError:
        if not received:
            raise
    except ExceptionGroup as group:
        raise _first(group) from None
    finally:
        parent.cancel()
    return received[0] if received else None


def _first(group: ExceptionGroup[Exception]) -> Exception:
    """One cause is enough to act on; the others are mostly its consequences."""
    error: Exception = group
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error
