"""Sockets of every hub, by room: done here at once, and told to the other hubs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from .fan_out import FanOut
from .packets import Outgoing, event_packet
from .streams import StreamBus
from .streams_entry import Close, Emit, Move, Operation


class StreamsManager(FanOut):
    """Whoever tells waits for no other hub and not for Redis.

    `namespaces` are those of its server, for which it listens.
    """

    def __init__(self, bus: StreamBus, namespaces: Sequence[str]) -> None:
        super().__init__()
        self._bus = bus
        for namespace in namespaces:
            bus.subscribe(namespace, self._receive)

    def tell(
        self,
        event: str,
        payload: object,
        namespace: str,
        rooms: Sequence[str | None],
        skip: Iterable[str] = (),
    ) -> None:
        """Encoded once for all hubs; what is for sockets of ours alone stays here."""
        packet, skipped = event_packet(namespace, event, payload), list(skip)
        self.tell_here(packet, namespace, rooms, skipped)
        named = [room for room in rooms if room is not None]
        if len(named) == len(rooms) and all(self.is_sid_room(namespace, room) for room in named):
            return
        self._bus.publish(
            Emit(
                namespace=namespace,
                rooms=named if len(named) == len(rooms) else None,
                words=packet.text,
                skip=skipped,
            )
        )

    async def let_go(self, namespace: str, room: str) -> None:
        """On every hub."""
        self._bus.publish(Close(namespace=namespace, room=room))
        await super().let_go(namespace, room)

    async def move(self, namespace: str, room: str, leave: str, enter: str) -> None:
        """On every hub."""
        self._bus.publish(Move(namespace=namespace, room=room, leave=leave, enter=enter))
        await super().move(namespace, room, leave, enter)

    async def _receive(self, operation: Operation) -> None:
        match operation:
            case Emit():
                packet = Outgoing(operation.words.encode())
                rooms = [None] if operation.rooms is None else operation.rooms
                self.tell_here(packet, operation.namespace, rooms, operation.skip)
            case Close():
                await super().let_go(operation.namespace, operation.room)
            case Move():
                await super().move(
                    operation.namespace, operation.room, operation.leave, operation.enter
                )
            case _:
                assert_never(operation)
