"""What hubs share through Redis, in one hand; a hub that is alone shares nothing and needs none of it."""

from __future__ import annotations

from collections.abc import Sequence

from .buckets import RedisBuckets
from .consoles import RedisConsoles
from .fan_out import FanOut
from .streams import StreamBus
from .streams_manager import StreamsManager


class Together:
    """`bus`, `consoles` and `buckets` are None without Redis."""

    def __init__(self, redis_url: str | None, secret: str) -> None:
        self.bus = StreamBus(redis_url, secret) if redis_url else None
        self.consoles = RedisConsoles(redis_url) if redis_url else None
        self.buckets = RedisBuckets(redis_url, secret) if redis_url else None

    def manager(self, namespaces: Sequence[str]) -> FanOut:
        """Of one socket server."""
        return StreamsManager(self.bus, namespaces) if self.bus else FanOut()

    def start(self) -> None:
        """Begins to hear the others."""
        if self.bus:
            self.bus.start()

    async def stop(self) -> None:
        """What was said last is still told."""
        for part in (self.bus, self.consoles, self.buckets):
            if part:
                await part.stop()
