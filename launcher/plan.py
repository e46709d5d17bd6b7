"""What has to exist before Samtal can run or be tested: the steps, and how each is done."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from launcher import tools
from launcher.failures import LaunchError
from launcher.preparation import Step

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from launcher.places import Places
    from launcher.workshop import Workshop

HUB = ("frontend", "seed")
BOT = ("model",)
TESTS = ("hub-env-dev", "frontend", "bot-env-dev", "model", "browser")

_GIB = 1024**3
# The bot's environment is 1.7 GB, and as much again lies in the download cache while it grows.
_BOT_ROOM = 3 * _GIB


def steps_for(
    places: Places,
    *,
    environ: Mapping[str, str],
    demo: bool,
) -> tuple[Step, ...]:
    """All steps of this checkout; only those somebody waits for are run.

    ``environ`` is what the hub will be started with: its commands must see the same database.
    """
    return (
        *_environments(places),
        *_frontend(places),
        _model(places),
        *_database(places, environ, demo=demo),
        _browser(places, environ.get("CHROME_PATH", "")),
    )


def _environments(places: Places) -> tuple[Step, ...]:
    root, bot = places.root, places.bot
    hub_runtime, hub_dev = root / "requirements.lock", root / "requirements-dev.lock"
    bot_runtime, bot_dev = bot / "requirements.lock", bot / "requirements-dev.lock"
    return (
        Step(
            name="hub-env",
            title="Hub environment",
            work=_install(places.hub_env, hub_runtime, compiled=True),
            stamp=places.hub_env / ".stamp-run",
            inputs=(hub_runtime,),
            outputs=(places.hub_python,),
        ),
        Step(
            name="hub-env-dev",
            title="Hub environment with test tools",
            work=_install(places.hub_env, hub_dev, exact=True),
            stamp=places.hub_env / ".stamp-dev",
            inputs=(hub_runtime, hub_dev),
            outputs=(places.hub_python, places.hub_env / "bin" / "pytest"),
            needs=("hub-env",),
        ),
        Step(
            name="bot-env",
            title="Bot environment",
            work=_install(places.bot_env, bot_runtime, room=_BOT_ROOM),
            stamp=places.bot_env / ".stamp-run",
            inputs=(bot_runtime,),
            outputs=(places.bot_python,),
            hint="1.7 GB, the longest download",
        ),
        Step(
            name="bot-env-dev",
            title="Bot environment with test tools",
            work=_install(places.bot_env, bot_dev, exact=True),
            stamp=places.bot_env / ".stamp-dev",
            inputs=(bot_runtime, bot_dev),
            outputs=(places.bot_python, places.bot_env / "bin" / "pytest"),
            needs=("bot-env",),
        ),
    )


def _frontend(places: Places) -> tuple[Step, ...]:
    frontend = places.frontend
    modules, dist = frontend / "node_modules", frontend / "dist"

    async def install(shop: Workshop, log: Path) -> None:
        await _npm(shop, log, frontend, "Frontend packages", "ci")

    async def build(shop: Workshop, log: Path) -> None:
        await _npm(shop, log, frontend, "Frontend build", "run", "build")

    return (
        Step(
            name="frontend-packages",
            title="Frontend packages",
            work=install,
            stamp=modules / ".stamp",
            inputs=(frontend / "package.json", frontend / "package-lock.json"),
            outputs=(modules,),
        ),
        Step(
            name="frontend",
            title="Frontend build",
            work=build,
            stamp=dist / ".stamp",
            inputs=(frontend,),
            outputs=(dist,),
            needs=("frontend-packages",),
        ),
    )


def _model(places: Places) -> Step:
    bot = places.bot

    async def train(shop: Workshop, log: Path) -> None:
        # Visitors may already be talking to the hub while this runs: they come first.
        polite = ("nice", "-n", "5") if shutil.which("nice") else ()
        await shop.run(
            [
                *polite,
                places.bot_python,
                bot / "train.py",
                "--if-needed",
                "--out",
                places.model.parent,
            ],
            log=log,
            title="Bot training",
            env={"RASA_TELEMETRY_ENABLED": "false"},
        )

    return Step(
        name="model",
        title="Bot training",
        work=train,
        stamp=places.stamps / "model",
        inputs=(
            bot / "config.yml",
            bot / "domain",
            bot / "components",
            bot / "train.py",
            bot / "requirements.lock",
            *_taught(places.root / "nlu_data"),
        ),
        outputs=(places.model,),
        needs=("bot-env",),
        hint="about a minute, only when what the bot is taught has changed",
    )


def _taught(nlu_data: Path) -> tuple[Path, ...]:
    """What is trained on: everything but the examples kept aside for evaluation."""
    if not nlu_data.is_dir():
        return ()
    return tuple(sorted(entry for entry in nlu_data.iterdir() if entry.name != "evaluation"))


def _database(places: Places, environ: Mapping[str, str], *, demo: bool) -> tuple[Step, ...]:
    database_url = environ.get("DATABASE_URL", "")
    own_file = None if database_url else places.var / "samtal.db"

    def mark() -> str:
        # Somebody else's database may have been emptied since: it is asked at every start.
        return _identity(own_file) if own_file is not None else f"external-{os.getpid()}"

    def command(name: str, title: str) -> Callable[[Workshop, Path], Awaitable[None]]:
        async def work(shop: Workshop, log: Path) -> None:
            await shop.run(
                [places.hub_python, "-m", "chat_server", name],
                log=log,
                title=title,
                env=environ,
            )

        return work

    async def nothing(shop: Workshop, log: Path) -> None:
        """Production has no demo data."""

    outputs = (own_file,) if own_file is not None else ()
    hub = places.root / "chat_server"
    return (
        Step(
            name="migrate",
            title="Database",
            work=command("migrate", "Database"),
            stamp=places.stamps / "migrate",
            inputs=(hub / "store" / "migrations",),
            outputs=outputs,
            salt=(database_url,),
            mark=mark,
            needs=("hub-env",),
        ),
        Step(
            name="seed",
            title="Demo data" if demo else "No demo data",
            work=command("seed-demo", "Demo data") if demo else nothing,
            stamp=places.stamps / "seed",
            inputs=(hub / "demo",),
            outputs=(*outputs, places.demo_file) if demo else outputs,
            salt=(database_url, environ.get("PUBLIC_URL", "")),
            mark=mark,
            needs=("migrate",),
        ),
    )


def _browser(places: Places, chrome_path: str) -> Step:
    browser = places.browser

    async def unpack(shop: Workshop, log: Path) -> None:
        if chrome_path:
            return
        await _npm(shop, log, browser, "Browser for tests", "ci")
        await _npm(shop, log, browser, "Browser for tests", "run", "unpack")

    return Step(
        name="browser",
        title="Browser for tests",
        work=unpack,
        stamp=places.tools / "stamps" / "browser",
        inputs=(browser / "package.json", browser / "package-lock.json", browser / "unpack.mjs"),
        outputs=() if chrome_path else (places.tools / "chromium" / "chromium",),
        salt=(chrome_path,),
    )


def _install(
    env: Path,
    lock: Path,
    *,
    compiled: bool = False,
    exact: bool = False,
    room: int = 0,
) -> Callable[[Workshop, Path], Awaitable[None]]:
    """Bring an environment to what a lock says.

    Only ``exact`` removes what the lock does not name: ``make run`` must not take the test tools
    away from somebody who is at work in the same checkout.
    """

    async def work(shop: Workshop, log: Path) -> None:
        title = f"Installing {lock.relative_to(shop.places.root)}"
        _require_room(env.parent, room)
        uv = await tools.uv(shop)
        python = tools.bot_python() if env == shop.places.bot_env else sys.executable
        if not (env / "bin" / "python").exists():
            await shop.run(
                [uv, "venv", "--quiet", "--clear", "--python", python, env], log=log, title=title
            )
        await shop.run(
            [
                # A lock is complete: there is nothing to resolve, and a resolver would refuse the
                # versions that override what Rasa asks for.
                uv, "pip", *(("sync",) if exact else ("install", "--no-deps", "-r")), lock,
                "--require-hashes", "--python", env / "bin" / "python",
                *(("--compile-bytecode",) if compiled else ()),
            ],
            log=log,
            title=title,
        )  # fmt: skip

    return work


def _require_room(folder: Path, room: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < room:
        message = (
            f"The disk has {free / _GIB:.1f} GB free and this needs about {room / _GIB:.0f} GB: "
            f"free some space on the disk that holds {folder}."
        )
        raise LaunchError(message)


async def _npm(shop: Workshop, log: Path, folder: Path, title: str, *arguments: str) -> None:
    node = await tools.node_bin(shop)
    await shop.run(
        [node / "npm", *arguments],
        cwd=folder,
        log=log,
        title=title,
        env=tools.with_node(shop, node),
    )


def _identity(file: Path) -> str:
    """Tells a file from one made anew under the same name."""
    try:
        found = file.stat()
    except OSError:
        return "none"
    return f"{found.st_dev}-{found.st_ino}"
