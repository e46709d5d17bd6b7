"""From a fresh clone of the last commit to the bot's first reply to a visitor.

``--cold`` empties the download caches first (its own copies of them), as on a new machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import socketio

from launcher.ports import free_port
from tests.system.samtal import ROOT

_LIMIT = 900.0


def main() -> None:
    """Clone, start with make, ask, and print when what was there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cold", action="store_true", help="download everything anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="samtal-fresh-") as folder:
        asyncio.run(_measure(Path(folder), cold=options.cold))


async def _measure(folder: Path, *, cold: bool) -> None:
    port, clone = free_port(), folder / "samtal"
    caches = {"UV_CACHE_DIR": folder / "uv", "npm_config_cache": folder / "npm"} if cold else {}
    began = time.monotonic()
    await _run("git", "clone", "--quiet", str(ROOT), str(clone))
    with (folder / "out").open("wb") as out:
        launcher = await asyncio.create_subprocess_exec(
            "make", "run",
            cwd=clone,
            env={**os.environ, "PORT": str(port), **{k: str(v) for k, v in caches.items()}},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    try:
        async with asyncio.timeout(_LIMIT):
            await _until_said(folder / "out", "The hub serves", launcher)
            print(f"fresh clone to serving     {time.monotonic() - began:6.1f} s", flush=True)
            await _until_said(folder / "out", "The bot is ready", launcher)
            print(f"fresh clone to bot ready   {time.monotonic() - began:6.1f} s", flush=True)
            demo = json.loads((clone / "var" / "demo.json").read_text())
            reply = await _first_reply(f"http://127.0.0.1:{port}", demo["inbox"])
            print(f"fresh clone to bot's reply {time.monotonic() - began:6.1f} s  {reply!r}")
    finally:
        if launcher.returncode is None:
            os.killpg(launcher.pid, signal.SIGINT)
        await launcher.wait()


async def _first_reply(url: str, inbox: str) -> str:
    """What the bot answers to a visitor who says hello over the widget's own socket."""
    replied: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    client = socketio.AsyncClient()

    def on_message(event: dict[str, Any]) -> None:
        message = event["message"]
        if message["author"]["kind"] == "bot" and not replied.done():
            replied.set_result(str(message["content"].get("text", message["content"]["type"])))

    client.on("message_created", on_message, namespace="/visitor")
    await client.connect(
        url,
        namespaces=["/visitor"],
        auth={"inbox": inbox},
        headers={"Origin": url},
        transports=["websocket"],
    )
    message = {"client_id": "fresh-clone-1", "content": {"type": "text", "text": "Hello!"}}
    answer = await client.call("send_message", message, namespace="/visitor")
    assert answer["ok"], answer
    reply = await replied
    await client.disconnect()
    return reply


async def _until_said(out: Path, words: str, launcher: asyncio.subprocess.Process) -> None:
    while words not in out.read_text():  # another process's output
        if launcher.returncode is not None:
            raise SystemExit(out.read_text())
        await asyncio.sleep(0.1)


async def _run(*argv: str) -> None:
    process = await asyncio.create_subprocess_exec(*argv)
    assert await process.wait() == 0


if __name__ == "__main__":
    main()
