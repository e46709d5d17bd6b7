"""An inbox: one website or channel with its origins, language, greeting and secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Inbox:
    """`key` is public and stands in the page; `secrets` maps a JWT's `kid` to its HS256 key, closed."""

    id: str
    key: str
    name: str
    locale: str
    timezone: str
    greeting: str
    accent: str
    bot_name: str
    allowed_origins: list[str] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)

    def allows(self, origin: str | None, *, wildcard: bool = True) -> bool:
        """Whether a browser on `origin` may speak; no Origin means no browser, which is allowed."""
        anywhere = wildcard and "*" in self.allowed_origins
        return origin is None or anywhere or origin in self.allowed_origins


def origin_of(url: str) -> str | None:
    """Scheme, host and port of an absolute http(s) address, as browsers write an Origin."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"
