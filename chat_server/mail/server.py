"""Which server carries e-mails, as the environment names it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class SmtpServer:
    """Where mails go; `starttls` None means: if the server can."""

    host: str
    port: int
    user: str | None
    password: str | None
    tls: bool
    starttls: bool | None
    verify: bool


def parse_smtp_url(url: str) -> SmtpServer:
    """`smtp://user:password@host:587?starttls=always` or `smtps://host`; raises ValueError.

    `starttls` is `auto` (the default), `always` or `never`; `verify=no` accepts any certificate.
    """
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("must be smtp://user:password@host:port or smtps://…")
    query = parse_qs(parts.query)
    modes = {"auto": None, "always": True, "never": False}
    mode, verify = query.pop("starttls", ["auto"])[-1], query.pop("verify", ["yes"])[-1]
    if mode not in modes or verify not in {"yes", "no"} or query:
        raise ValueError("knows starttls=auto|always|never and verify=yes|no")
    tls = parts.scheme == "smtps"
    return SmtpServer(
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        tls=tls,
        starttls=False if tls else modes[mode],
        verify=verify == "yes",
    )
