"""What the environment says about this start, read once."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launcher.failures import LaunchError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EVERY_ADDRESS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104  # recognised, not bound to

# Each takes 600 MB and a core at its busiest.
_MOST_BOTS = 32


@dataclass(frozen=True, slots=True)
class LaunchSettings:
    """The settings of the contract that the launcher itself needs."""

    host: str
    port: int
    public_url: str
    rasa_urls: str | None
    production: bool
    bot_processes: int = 1

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> LaunchSettings:
        """Read HOST, PORT, PUBLIC_URL, RASA_URL, BOT_PROCESSES and SAMTAL_ENV."""
        host = environ.get("HOST") or "127.0.0.1"
        text = environ.get("PORT") or "8080"
        try:
            port = int(text)
        except ValueError:
            message = f"PORT={text} is no number."
            raise LaunchError(message) from None
        return cls(
            host=host,
            port=port,
            public_url=environ.get("PUBLIC_URL") or _url(host, port),
            rasa_urls=environ.get("RASA_URL") or None,
            production=environ.get("SAMTAL_ENV") == "production",
            bot_processes=_bot_processes(environ.get("BOT_PROCESSES") or "1"),
        )

    @property
    def local_url(self) -> str:
        """How a process on this machine reaches the hub, whatever its public name is."""
        return _url(self.host, self.port)


def _bot_processes(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= _MOST_BOTS:
        message = f"BOT_PROCESSES={text} must be a number from 1 to {_MOST_BOTS}."
        raise LaunchError(message)
    return int(text)


def _url(host: str, port: int) -> str:
    if host in _EVERY_ADDRESS:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def kept_secret(path: Path) -> str:
    """A random secret that is made once, readable by its owner only, and stays the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        secret = path.read_text().strip()
        if secret:
            return secret
        path.unlink()  # an earlier start was cut off before it could write
        return kept_secret(path)
    secret = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        file.write(secret + "\n")
    return secret


def process_environment(
    environ: Mapping[str, str], places_var: Path, settings: LaunchSettings, rasa_url: str
) -> dict[str, str]:
    """What the hub and the bot are started with."""
    made = {
        "HOST": settings.host,
        "PORT": str(settings.port),
        "PUBLIC_URL": settings.public_url,
        "HUB_URL": settings.local_url,
        "RASA_URL": rasa_url,
        "VAR_DIR": str(places_var),
        "BOT_TOKEN": environ.get("BOT_TOKEN") or kept_secret(places_var / "bot_token"),
        "RASA_TELEMETRY_ENABLED": "false",
        # An empty value lets Python keep compiled modules: the next start is faster by a second.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONUNBUFFERED": "1",
    }
    if environ.get("SECRET_KEY"):
        made["SECRET_KEY"] = environ["SECRET_KEY"]
    elif settings.production:
        message = "SECRET_KEY must be set when SAMTAL_ENV=production."
        raise LaunchError(message)
    else:
        made["SECRET_KEY"] = kept_secret(places_var / "secret_key")
    return {**environ, **made}
