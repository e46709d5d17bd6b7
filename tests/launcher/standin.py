"""A checkout in which every real part is a small program that behaves like it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from launcher import plan
from launcher.places import Places
from launcher.ports import free_port

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60.0

# Serves 200 on every path, says its pid and what it was told there, and ends in order on SIGTERM.
_SERVER = """
import http.server, json, os, signal, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"pid": os.getpid(), **self.server.told}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
def serve(port, **told):
    http.server.ThreadingHTTPServer.allow_reuse_address = True
    http.server.ThreadingHTTPServer.allow_reuse_port = bool(told)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.told = told
    def end(*_):
        print("ended in order", flush=True)
        os._exit(0)
    signal.signal(signal.SIGTERM, end)
    print("serving", flush=True)
    server.serve_forever()
"""

_HUB = """
import json, os, pathlib, sys
from chat_server.server import serve
var = pathlib.Path(os.environ["VAR_DIR"])
match sys.argv[1]:
    case "migrate":
        (var / "samtal.db").touch()
    case "seed-demo":
        account = {"email": "una@hraun.example", "password": "pw", "role": "agent", "name": "Una"}
        (var / "demo.json").write_text(json.dumps({"accounts": [account]}))
    case "serve":
        serve(int(os.environ["PORT"]))
print(sys.argv[1], "done")
"""

_BOT = """
import pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from chat_server.server import serve
model = pathlib.Path(sys.argv[sys.argv.index("--model") + 1]).read_text()
if model == "broken":
    sys.exit("no model can be read")
serve(int(sys.argv[sys.argv.index("--port") + 1]), model=model)
"""

_TRAIN = """
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
out.mkdir(parents=True, exist_ok=True)
(out / "model.tar.gz").write_bytes(b"model")
with (out / "trainings").open("a") as log:
    log.write("trained\\n")
"""


@dataclass
class StandIn:
    """The checkout and the launchers started in it."""

    root: Path
    port: int = field(default_factory=free_port)
    _started: list[Launched] = field(default_factory=list)

    @classmethod
    def build(cls, root: Path) -> StandIn:
        """Lay out the files; environments and frontend count as made."""
        shutil.copytree(_ROOT / "launcher", root / "launcher")
        shutil.copy(_ROOT / "Makefile", root / "Makefile")
        files = {
            "chat_server/__init__.py": "",
            "chat_server/server.py": _SERVER,
            "chat_server/__main__.py": _HUB,
            "bot/serve.py": _BOT,
            "bot/train.py": _TRAIN,
            "nlu_data/en/order.yml": "nlu: []\n",
            "frontend/dist/index.html": "",
            "frontend/node_modules/marker": "",
        }
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        for env in (".venv", "bot/.venv"):
            (root / env / "bin").mkdir(parents=True)
            (root / env / "bin" / "python").symlink_to(sys.executable)
        places = Places.of(root, {})
        for step in plan.steps_for(places, environ={}):
            if step.name in {"hub-env", "bot-env", "frontend-packages", "frontend"}:
                step.record(step.digest(root))
        return cls(root)

    @property
    def places(self) -> Places:
        """Its folders."""
        return Places.of(self.root, {})

    @property
    def url(self) -> str:
        """Where its hub serves."""
        return f"http://127.0.0.1:{self.port}"

    def launch(
        self,
        command: str = "run",
        *,
        by_make: bool = False,
        arguments: tuple[str, ...] = (),
        **environ: str,
    ) -> Launched:
        """Start the launcher, itself or through make."""
        argv = [sys.executable, "-u", "-m", "launcher", command, *arguments]
        if by_make:
            argv = ["make", f"PYTHON={sys.executable}", command]
        clean = {
            name: value
            for name, value in os.environ.items()
            if name
            not in {
                "DATABASE_URL",
                "REDIS_URL",
                "RASA_URL",
                "BOT_PROCESSES",
                "VAR_DIR",
                "SAMTAL_ENV",
            }
        }
        # Whoever is begun in the background by a shell ignores Ctrl-C, and so does what they start.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen(
            argv,
            cwd=self.root,
            env={**clean, "PORT": str(self.port), **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        launched = Launched(process)
        self._started.append(launched)
        return launched

    def end(self) -> None:
        """Leave nothing behind, whatever the test did."""
        for launched in self._started:
            launched.destroy()

    def demo(self) -> dict[str, object]:
        """The demo file."""
        found: dict[str, object] = json.loads(self.places.demo_file.read_text())
        return found


@dataclass
class Launched:
    """A running launcher and what it said."""

    process: subprocess.Popen[str]
    said: str = ""

    def until_said(self, words: str) -> str:
        """Read its output up to a line with these words."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if words in line:
                return line
        message = f"never said {words!r}:\n{self.said}"
        raise AssertionError(message)

    def until_ready(self) -> None:
        """Read until hub and bot, which come up side by side, are both there."""
        for words in ("The hub serves", "Ctrl-C stops everything", "The bot is ready"):
            if words not in self.said:
                self.until_said(words)

    def ctrl_c(self) -> None:
        """What the terminal sends."""
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Wait for its end; the exit code."""
        rest, _ = self.process.communicate(timeout=LIMIT)
        self.said += rest
        return self.process.returncode

    def destroy(self) -> None:
        """Kill it, and through it what it started."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something another process does."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline, f"never happened: {what}"
        time.sleep(0.02)


def processes_under(root: Path) -> list[str]:
    """The command lines of all processes that were started with a path in this folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            state = re.search(r"^State:\s+(\w)", (entry / "status").read_text(), re.MULTILINE)
        except OSError:
            continue
        if str(root) in line and state is not None and state[1] != "Z":
            found.append(line)
    return found
