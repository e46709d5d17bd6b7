"""What hubs share through Redis, in one hand; a hub that is alone shares nothing and imports none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fan_out import FanOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .buckets import RedisBuckets
    from .consoles import RedisConsoles
    from .streams import StreamBus


class Together:
    """`bus`, `consoles` and `buckets` are None without Redis."""

    def __init__(self, redis_url: str | None, secret: str) -> None:
        self.bus: StreamBus | None = None
        self.consoles: RedisConsoles | None = None
        self.buckets: RedisBuckets | None = None
        if redis_url:
            self._join(redis_url, secret)

    def _join(self, redis_url: str, secret: str) -> None:
        from .buckets import RedisBuckets  # noqa: PLC0415 - six megabytes
        from .consoles import RedisConsoles  # noqa: PLC0415 - as above
        from .streams import StreamBus  # noqa: PLC0415 - as above

        self.bus = StreamBus(redis_url, secret)
        self.consoles = RedisConsoles(redis_url)
        self.buckets = RedisBuckets(redis_url, secret)

    def manager(self, namespaces: Sequence[str]) -> FanOut:
        """Of one socket server."""
        if self.bus is None:
            return FanOut()
        from .streams_manager import StreamsManager  # noqa: PLC0415 - as above

        return StreamsManager(self.bus, namespaces)

    def start(self) -> None:
        """Begins to hear the others."""
        if self.bus:
            self.bus.start()

    async def stop(self) -> None:
        """What was said last is still told."""
        for part in (self.bus, self.consoles, self.buckets):
            if part:
                await part.stop()
