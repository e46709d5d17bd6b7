"""What has to exist before Samtal can run or be tested: the steps, and how each is done."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher import tools
from launcher.failures import LaunchError
from launcher.preparation import Step
from launcher.stamps import Stamp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from launcher.places import Places
    from launcher.workshop import Workshop

HUB = ("frontend", "seed")
BOT = ("model",)
TESTS = ("hub-env", "frontend", "bot-env", "model", "browser")

_GIB = 1024**3
# The bot's environment is 1.7 GB, and as much again lies in the download cache while it grows.
_BOT_ROOM = 3 * _GIB


@dataclass(frozen=True, slots=True)
class _Environment:
    name: str
    title: str
    folder: Path
    room: int = 0
    hint: str = ""


def steps_for(
    places: Places,
    *,
    environ: Mapping[str, str],
    demo: bool = True,
    tools_too: bool = False,
) -> tuple[Step, ...]:
    """All steps of this checkout; only those somebody waits for are run.

    ``environ`` is what the hub will be started with: its commands must see the same database.
    ``tools_too`` adds to the environments what tests and checks need.
    """
    return (
        _environment(
            places,
            places.hub_env,
            _Environment("hub-env", "Hub environment", places.root),
            tools_too=tools_too,
        ),
        _environment(
            places,
            places.bot_env,
            _Environment(
                "bot-env", "Bot environment", places.bot, _BOT_ROOM, "1.7 GB, the longest download"
            ),
            tools_too=tools_too,
        ),
        *_frontend(places),
        _model(places),
        *_database(places, environ, demo=demo),
        _browser(places, environ.get("CHROME_PATH", "")),
    )


def _environment(places: Places, env: Path, what: _Environment, *, tools_too: bool) -> Step:
    """The environment of the hub or the bot; with test tools it serves ``make run`` as well."""
    runtime, dev = what.folder / "requirements.lock", what.folder / "requirements-dev.lock"
    serving = Step(
        name=what.name,
        title=what.title,
        work=_install(env, runtime, room=what.room),
        stamp=env / ".stamp-run",
        inputs=(runtime,),
        outputs=(env / "bin" / "python",),
        hint=what.hint,
    )
    if not tools_too:
        return serving
    install = _install(env, dev, exact=True, room=what.room)

    async def work(shop: Workshop, log: Path) -> None:
        await install(shop, log)
        serving.record(serving.digest(places.root))

    return Step(
        name=what.name,
        title=f"{what.title} with test tools",
        work=work,
        stamp=env / ".stamp-dev",
        inputs=(runtime, dev),
        outputs=(env / "bin" / "python", env / "bin" / "pytest"),
        hint=what.hint,
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
            env={
                "RASA_TELEMETRY_ENABLED": "false",
                # Modules compiled while training are the ones serving loads: 26 s saved there.
                "PYTHONDONTWRITEBYTECODE": "",
            },
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
            bot / "vocabulary",
            bot / "train.py",
            bot / "requirements.lock",
            *_taught(places.root / "nlu_data"),
        ),
        outputs=(places.model,),
        needs=("bot-env",),
        hint="two minutes or three, only when what the bot is taught has changed",
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
            if own_file is not None and not own_file.exists():
                # Made anew it holds no demo, and may even get the number of the file that was.
                Stamp(places.stamps / "seed").clear()
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
            outputs=outputs,
            salt=(database_url,),
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
