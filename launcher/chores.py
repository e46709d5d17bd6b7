"""The commands of a developer's day that run tools in turn: check, format, lock and so on."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher import plan, processes, tools
from launcher.preparation import Preparation
from launcher.running import until_signal
from launcher.settings import LaunchSettings, process_environment
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from launcher.places import Places
    from launcher.progress import Progress

NAMES = {
    "check": "lint, formatting, types, import rules, generated types",
    "format": "put all code into its standard form",
    "faults": "kill, freeze and cut off every part under load; FAULTS=short for the short tier",
    "bench": "benchmarks, side by side",
    "bench-bot": "the bot beside stock Rasa on the same data",
    "eval": "evaluations of bot, memory and statistics",
    "eval-bot": "what the bot understands, in its languages and on published sets",
    "train-hearing": "learn from the lines in hearing_data/ what the second ear knows",
    "eval-memory": "what is remembered and said over months of scripted dialogues",
    "verify-events": "count every figure of the marketing pages again from the log",
    "seed-big": "a million dialogues in var/big.db, to see how everything does at that size",
    "lock": "resolve all dependencies anew and write the hash-pinned locks",
}

_CODE = (
    "chat_server",
    "samtal_client",
    "launcher",
    "tests",
    "bot",
    "training",
    "benchmarks",
    "evaluation",
)

_MODULES = {
    "faults": ("pytest", "tests/faults"),
    "seed-big": ("chat_server", "seed-big"),
    "verify-events": ("chat_server", "verify-events"),
}


_TEACHING = ("torch", "numpy")


@dataclass(frozen=True, slots=True)
class Task:
    """One tool to run; a leading ``npm`` or ``uv`` is found or fetched first."""

    title: str
    argv: tuple[str | Path, ...]
    cwd: Path


def needs_of(chore: str) -> tuple[str, ...]:
    """The preparation steps a chore stands on."""
    match chore:
        case "check":
            return ("hub-env", "bot-env", "frontend-packages")
        case "format":
            return ("hub-env", "frontend-packages")
        case "faults":
            return ("hub-env", "frontend", "browser")
        case "bench":
            return ("hub-env", "frontend", "seed", "model")
        case "bench-bot" | "eval" | "eval-bot" | "eval-memory":
            return ("hub-env", "bot-env", "model")
        case _:
            alone = {"train-hearing", "seed-big", "verify-events"}
            return ("hub-env",) if chore in alone else ()


def tasks_of(chore: str, places: Places) -> tuple[Task, ...]:
    """The tools of a chore, in order."""
    root, bins = places.root, places.hub_env / "bin"
    code = tuple(folder for folder in _CODE if (root / folder).is_dir())
    match chore:
        case "check":
            return (
                Task("ruff", (bins / "ruff", "check", *code), root),
                Task("formatting", (bins / "ruff", "format", "--check", *code), root),
                Task("mypy", (places.hub_python, "-m", "mypy"), root),
                # The bot's own environment says what Rasa is; the tool comes from the hub's.
                Task(
                    "bot types",
                    (
                        places.hub_python,
                        "-m",
                        "mypy",
                        "--config-file",
                        "pyproject.toml",
                        "--python-executable",
                        places.bot_python,
                        ".",
                    ),
                    places.bot,
                ),
                Task("import rules", (bins / "lint-imports",), root),
                Task("frontend", ("npm", "run", "--silent", "check"), places.frontend),
                Task("generated types", ("npm", "run", "--silent", "types:check"), places.frontend),
            )
        case "format":
            return (
                Task("ruff", (bins / "ruff", "check", "--fix", *code), root),
                Task("formatting", (bins / "ruff", "format", *code), root),
                Task("frontend", ("npm", "run", "--silent", "format"), places.frontend),
            )
        case "train-hearing":
            return _lessons(places)
        case "faults" | "seed-big" | "verify-events":
            return (Task(chore, (places.hub_python, "-m", *_MODULES[chore]), root),)
        case "lock":
            return _locks(places)
        case _:
            others = _benchmarks if chore in {"bench", "bench-bot"} else _evaluations
            return others(chore, places)


def _lessons(places: Places) -> tuple[Task, ...]:
    """PyTorch is larger than all else together: it lies apart, and only where hearing is taught."""
    root, env = places.root, places.tools / "torch"
    python = env / "bin" / "python"
    # Versions and digests, but only of what is wanted: builds for the processor alone want a third of it.
    known = root / "launcher" / "locks" / "torch.lock"
    install = ("uv", "pip", "install", "--quiet", "--python", python, "-c", known, *_TEACHING)
    return (
        Task("environment", ("uv", "venv", "--quiet", "--allow-existing", env), root),
        Task("PyTorch", install, root),
        Task("hearing", (places.hub_python, "-m", "training", "--teacher", python), root),
    )


def _benchmarks(chore: str, places: Places) -> tuple[Task, ...]:
    root, python = places.root, places.hub_python
    if chore == "bench-bot":
        return (Task("bot beside stock", (python, "-m", "benchmarks.bot", "--write"), root),)
    scripts = sorted((root / "benchmarks").glob("[!_]*.py"))
    return (
        *(Task(one.stem, (python, "-m", f"benchmarks.{one.stem}"), root) for one in scripts),
        Task("bundle sizes", ("npm", "run", "--silent", "size"), places.frontend),
    )


def _evaluations(chore: str, places: Places) -> tuple[Task, ...]:
    root, bot = places.root, places.bot
    understood = Task("bot", (places.bot_python, bot / "evaluate.py"), root)
    memory = (
        Task("memory", (places.hub_python, "-m", "evaluation.memory"), root),
        Task("locomo", (places.hub_python, "-m", "evaluation.locomo"), root),
    )
    match chore:
        case "eval-memory":
            return memory
        case "eval-bot":
            page = ("--write", root / "docs" / "bot-evaluation.md")
            pictures = ("--pictures", root / "docs" / "images")
            own = (places.bot_python, bot / "evaluate_own.py", *page, *pictures)
            pages = (places.bot_python, bot / "evaluate_pages.py", *page)
            public = (places.bot_python, bot / "evaluate_public.py", *page)
            return (
                Task("own lines", own, root),
                Task("help pages", pages, root),
                Task("published sets", public, root),
            )
        case _:
            return (
                Task("waits", (places.hub_python, "-m", "evaluation.waits"), root),
                Task("lift", (places.hub_python, "-m", "evaluation.lift"), root),
                Task("experiments", (places.hub_python, "-m", "evaluation.experiments"), root),
                understood,
                *memory,
            )


def _locks(places: Places) -> tuple[Task, ...]:
    compiled = ("uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--upgrade")
    own = places.root / "launcher" / "locks"

    def lock(folder: Path, name: str, source: str, *options: str) -> Task:
        return Task(f"{folder.name}/{name}", (*compiled, *options, source, "-o", name), folder)

    return (
        lock(places.root, "requirements.lock", "pyproject.toml", "--extra", "recall"),
        lock(places.root, "requirements-dev.lock", "pyproject.toml", "--all-extras"),
        lock(places.bot, "requirements.lock", "pyproject.toml"),
        lock(places.bot, "requirements-dev.lock", "pyproject.toml", "--all-extras"),
        lock(own, "uv.lock", "uv.in"),
        lock(own, "node.lock", "node.in"),
        lock(own, "torch.lock", "torch.in", "--python-version", "3.11"),
    )


async def run(places: Places, progress: Progress, environ: Mapping[str, str], chore: str) -> int:
    """Run all tools of a chore, also after one has failed; the exit code."""
    settings = LaunchSettings.from_environment(environ)
    hub_environ = process_environment(environ, places.var, settings, settings.rasa_urls or "")
    shop = Workshop(places, progress, environ)
    preparation = Preparation(plan.steps_for(places, environ=hub_environ, tools_too=True), shop)
    failed: list[str] = []

    async def work() -> None:
        try:
            await preparation.ready(*needs_of(chore))
        finally:
            await preparation.abandon()
        for task in tasks_of(chore, places):
            began = time.monotonic()
            code = await _in_the_open(task, shop)
            verdict = "good" if code == 0 else f"failed ({processes.how_it_ended(code)})"
            progress.say(f"{chore}: {task.title} {verdict}, {time.monotonic() - began:.1f} s")
            if code != 0:
                failed.append(task.title)

    if await until_signal(work()) is not None:
        return 130
    if failed:
        progress.say(f"{chore} found something in: {', '.join(failed)}")
    return 1 if failed else 0


async def _in_the_open(task: Task, shop: Workshop) -> int:
    argv, env = await tools.found(task.argv, shop)
    process = await asyncio.create_subprocess_exec(
        *argv, cwd=task.cwd, env=env, stdin=asyncio.subprocess.DEVNULL, start_new_session=True
    )
    try:
        return await process.wait()
    finally:
        await processes.stop(process)
