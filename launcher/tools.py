"""uv and Node: the ones on the machine when they will do, else pinned ones from the registry."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from launcher.failures import LaunchError
from launcher.stamps import Stamp, digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from launcher.workshop import Workshop

_LOCKS = Path(__file__).parent / "locks"
_OLDEST_UV = (0, 6, 0)
# What Vite needs: 20.19, or 22.12 and above; 21 never had what it wants.
_OLDEST_NODE = (20, 19, 0)
_UNFIT_NODE = range(21, 22)
_BOT_PYTHON = (3, 11)


async def version_of(program: str | os.PathLike[str]) -> tuple[int, ...] | None:
    """What ``program --version`` says, or None when it does not run."""
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            "--version",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return None
    try:
        output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await asyncio.shield(process.wait())
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", output.decode(errors="replace"))
    if process.returncode != 0 or found is None:
        return None
    return tuple(int(part) for part in found.groups())


async def uv(shop: Workshop) -> Path:
    """A uv that reads our locks."""
    async with shop.turn("uv"):
        on_path = shutil.which("uv", path=shop.environ.get("PATH"))
        if on_path is not None:
            version = await version_of(on_path)
            if version is not None and version >= _OLDEST_UV:
                return Path(on_path)
        return await _fetched(shop, "uv") / "uv"


async def node_bin(shop: Workshop) -> Path:
    """The folder that holds ``node`` and ``npm``, to be put in front of PATH."""
    async with shop.turn("node"):
        on_path = shutil.which("node", path=shop.environ.get("PATH"))
        npm = shutil.which("npm", path=shop.environ.get("PATH"))
        if on_path is not None and npm is not None:
            version = await version_of(on_path)
            if version is not None and version >= _OLDEST_NODE and version[0] not in _UNFIT_NODE:
                return Path(on_path).parent
        return await _fetched(shop, "node")


def with_node(shop: Workshop, node: Path) -> dict[str, str]:
    """An environment in which scripts of npm find the same Node."""
    return {
        "PATH": f"{node}{os.pathsep}{shop.environ.get('PATH', os.defpath)}",
        "npm_config_update_notifier": "false",
        "npm_config_fund": "false",
        "npm_config_audit": "false",
    }


def bot_python() -> str:
    """Rasa runs on 3.10 and 3.11; uv looks further when neither this Python nor PATH has it."""
    if sys.version_info[:2] == _BOT_PYTHON:
        return sys.executable
    return shutil.which("python3.11") or "3.11"


async def _fetched(shop: Workshop, name: str) -> Path:
    """Install a tool by its hash-pinned lock into an environment of its own."""
    env = shop.places.tools / name
    lock = _LOCKS / f"{name}.lock"
    stamp = Stamp(env / ".stamp")
    digest = digest_of(_LOCKS, [lock])
    scripts = env / "bin"
    if stamp.matches(digest) and (scripts / name).exists():
        return scripts
    title = f"Fetching {'Node' if name == 'node' else name}"
    shop.progress.say(f"{title} (none on this machine will do)")
    log = shop.fresh_log(f"fetch-{name}")
    stamp.clear()
    try:
        await shop.run([sys.executable, "-m", "venv", "--clear", env], log=log, title=title)
    except LaunchError:
        message = (
            f"{title} failed: this Python cannot make an environment; "
            "install its venv module (Debian: apt install python3-venv)."
        )
        raise LaunchError(message, log) from None
    await shop.run(
        [
            scripts / "python", "-m", "pip", "install", "--quiet",
            "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:",
            "-r", lock,
        ],
        log=log,
        title=title,
    )  # fmt: skip
    stamp.write(digest)
    return scripts


async def found(
    argv: Sequence[str | os.PathLike[str]], shop: Workshop
) -> tuple[list[str | os.PathLike[str]], dict[str, str]]:
    """A command that begins with ``npm`` or ``uv``, with the real program and its environment."""
    env = dict(shop.environ)
    program, *arguments = argv
    match program:
        case "npm":
            node = await node_bin(shop)
            return [node / "npm", *arguments], env | with_node(shop, node)
        case "uv":
            return [await uv(shop), *arguments], env
        case _:
            return [program, *arguments], env
