"""Settings, frozen, from the environment; a wrong one is one clear sentence at the start."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from chat_server.domain.files.kinds import ALLOWED, ENDINGS
from chat_server.domain.files.rules import MEGABYTE, FileRules
from chat_server.domain.inbox import origin_of
from chat_server.domain.retention import LEAST_DAYS, Retention
from chat_server.mail.server import parse_smtp_url

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")


# As "1####", of order numbers.
_SHAPE = re.compile(r"[\d#]{4,12}")
_MOST_MEGABYTES = 1_000
_MOST_SECONDS = 3_600


class SettingsError(Exception):
    """The environment asks for something impossible or unsafe."""


@dataclass(frozen=True)
class Settings:
    """See `docs/deploy.md` for each."""

    env: str
    host: str
    port: int
    public_url: str
    database_url: str
    redis_url: str | None
    rasa_urls: tuple[str, ...]
    secret_key: str
    bot_token: str
    rate_limits: bool
    trusted_proxies: frozenset[str]
    var: Path
    frontend: Path
    help: Path
    nlu_data: Path
    smtp_url: str | None = None
    mail_from: str = ""
    order_numbers: str = "1####"
    figures_max_age: float = 0.0
    retention: Retention = field(default_factory=Retention)
    files_dir: Path | None = None
    file_rules: FileRules = field(default_factory=FileRules)

    @property
    def demo(self) -> bool:
        """Demo shop, accounts and data."""
        return self.env == "demo"

    @property
    def files(self) -> Path:
        """Where pictures and files of dialogues lie."""
        return self.files_dir or self.var / "files"

    @property
    def own_origins(self) -> frozenset[str]:
        """Where the hub's own pages are."""
        own = {origin_of(self.public_url) or ""}
        if self.demo:
            own |= {f"http://{name}:{self.port}" for name in ("localhost", "127.0.0.1")}
        return frozenset(own)

    @property
    def secure(self) -> bool:
        """Whether cookies may insist on TLS."""
        return self.public_url.startswith("https://")


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises SettingsError."""
    env = environ.get("SAMTAL_ENV", "demo")
    if env not in {"demo", "production"}:
        raise SettingsError("SAMTAL_ENV must be demo or production.")
    production = env == "production"
    var = Path(environ.get("VAR_DIR", "var")).resolve()
    host, port = environ.get("HOST", "127.0.0.1"), _port(environ.get("PORT", "8080"))
    rate_limits = environ.get("RATE_LIMITS", "on") != "off"
    if production and not rate_limits:
        raise SettingsError("RATE_LIMITS=off is for measuring; production refuses it.")
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
    public_url = environ.get("PUBLIC_URL") or f"http://{shown}:{port}"
    if origin_of(public_url) is None:
        raise SettingsError("PUBLIC_URL must be an http(s) address.")
    return Settings(
        env=env,
        host=host,
        port=port,
        public_url=public_url.rstrip("/"),
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{var / 'samtal.db'}",
        redis_url=environ.get("REDIS_URL") or None,
        rasa_urls=_urls(environ.get("RASA_URL") or "http://127.0.0.1:5005"),
        secret_key=_secret(environ, "SECRET_KEY", var, production=production),
        bot_token=_secret(environ, "BOT_TOKEN", var, production=production),
        rate_limits=rate_limits,
        trusted_proxies=frozenset(_words(environ.get("TRUSTED_PROXIES", ""))),
        var=var,
        frontend=Path(environ.get("FRONTEND_DIR", "frontend/dist")).resolve(),
        help=Path(environ.get("HELP_DIR") or "help").resolve(),
        nlu_data=Path(environ.get("NLU_DATA_DIR") or "nlu_data").resolve(),
        smtp_url=_smtp_url(environ),
        mail_from=environ.get("MAIL_FROM", ""),
        retention=_retention(environ.get("RETENTION", "")),
        files_dir=Path(environ["FILES_DIR"]).resolve() if environ.get("FILES_DIR") else None,
        file_rules=FileRules(
            _megabytes(environ.get("FILE_MAX_MB") or "10"), _types(environ.get("FILE_TYPES", ""))
        ),
        figures_max_age=_seconds(environ.get("FIGURES_MAX_AGE") or "300"),
        order_numbers=_order_numbers(environ.get("ORDER_NUMBERS", "" if production else "1####")),
    )


def _retention(text: str) -> Retention:
    try:
        return Retention.of(text)
    except ValueError:
        raise SettingsError(
            f"RETENTION must be days by purpose, {LEAST_DAYS} or more, such as service=730, memory=365, marketing=365."
        ) from None


def _megabytes(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > _MOST_MEGABYTES:
        raise SettingsError(
            f"FILE_MAX_MB must be megabytes from 0, which takes no files, to {_MOST_MEGABYTES}."
        )
    return int(text) * MEGABYTE


def _seconds(text: str) -> float:
    if not (text.isascii() and text.isdigit()) or int(text) > _MOST_SECONDS:
        raise SettingsError(
            f"FIGURES_MAX_AGE must be seconds from 0, which keeps no figures, to {_MOST_SECONDS}."
        )
    return float(text)


def _types(text: str) -> frozenset[str]:
    found = frozenset(_words(text)) or ALLOWED
    if not found <= frozenset(ENDINGS):
        raise SettingsError(
            f"FILE_TYPES must be some of these, comma separated: {', '.join(sorted(ENDINGS))}."
        )
    return found


def _order_numbers(text: str) -> str:
    if not all(_SHAPE.fullmatch(shape) for shape in _words(text)):
        raise SettingsError(
            "ORDER_NUMBERS must be shapes of 4 to 12 digits and #, comma separated."
        )
    return text


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:  # noqa: PLR2004 - TCP's ports
        raise SettingsError("PORT must be a number from 1 to 65535.")
    return int(text)


def _urls(text: str) -> tuple[str, ...]:
    urls = tuple(_words(text))
    if not urls or any(urlsplit(url).scheme not in {"http", "https"} for url in urls):
        raise SettingsError("RASA_URL must be one or more http(s) addresses, comma separated.")
    return urls


def _smtp_url(environ: Mapping[str, str]) -> str | None:
    url, sender = environ.get("SMTP_URL") or None, environ.get("MAIL_FROM", "")
    if url is None:
        return None
    try:
        parse_smtp_url(url)
    except ValueError as error:
        raise SettingsError(f"SMTP_URL {error}.") from error
    if not _ADDRESS.fullmatch(sender):
        raise SettingsError("MAIL_FROM must be the address that e-mails come from.")
    return url


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _secret(environ: Mapping[str, str], name: str, var: Path, *, production: bool) -> str:
    """From the environment; in demo mode from a file under `var`, made on first use."""
    value = environ.get(name)
    if value:
        return value
    if production:
        raise SettingsError(f"{name} must be set in production.")
    path = var / name.lower()
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()
