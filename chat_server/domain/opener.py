"""Who followed the link of a response element: a person, counted once without being known, or a robot."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

# Names that robots give themselves; `cubot` is a telephone.
_ROBOTS = re.compile(
    r"(?<!cu)bot\b|bots\b|bot[/_-]|crawl|spider|slurp|preview|fetcher|monitor|headless|lighthouse"
    r"|facebookexternalhit|facebot|whatsapp/|skypeuripreview|embedly|vkshare|mediapartners"
    r"|python-|python/|aiohttp|curl/|wget/|libwww|okhttp|go-http|java/|axios|node-fetch|httpx|ruby|perl|phantomjs"
    r"|barracuda|mimecast|proofpoint|safelinks|bitlybot|pingdom|uptime",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"prefetch|prerender|preview", re.IGNORECASE)


@dataclass(frozen=True)
class Opener:
    """What a request tells of who sent it; `purpose` is what browsers say that fetch before anybody asked."""

    address: str = ""
    agent: str = ""
    language: str = ""
    purpose: str = ""
    looks_only: bool = False

    @property
    def comes_ahead(self) -> bool:
        """Nobody has asked for it yet; the browser will come again if somebody does."""
        return _AHEAD.search(self.purpose) is not None

    @property
    def is_robot(self) -> bool:
        """By its own words; who says nothing at all is none of our customers' browsers."""
        return self.looks_only or not self.agent.strip() or _ROBOTS.search(self.agent) is not None

    def digest(self, secret: str) -> str:
        """The same for the same browser at the same address; nobody without the secret comes back from it."""
        told = f"{self.address}\x1f{self.agent}\x1f{self.language}".encode(errors="replace")
        return hmac.new(secret.encode(), told, hashlib.sha256).hexdigest()
