"""Sockets of this hub by room, and events to all sockets of a room at once.

python-socketio's manager makes a task for every recipient and waits for all of them, and to forget one socket it looks
through the rooms of all. Here an event is encoded once and written to each socket at once; a socket that does not take
what it is told is the socket's own matter. `chat_server.sockets` has the sockets, which are `Receiver`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from socketio.async_manager import AsyncManager

from .packets import Outgoing, event_packet

_NOBODY: dict[str, str] = {}


class Receiver(Protocol):
    """A connection."""

    def push(self, packet: Outgoing) -> None:
        """Never waits and never fails."""


class FanOut(AsyncManager):  # type: ignore[misc]  # python-socketio has no types
    """Who is in which room of which namespace; `None` is the room of all.

    A member's own id is a room with nobody else in it. Subclasses that tell other hubs too override `tell`, `let_go`
    and `move`, call these, and hand what other hubs tell to `tell_here`.
    """

    def __init__(self) -> None:
        super().__init__()
        # By namespace: rooms, each with its members' connections; and the member that a connection is.
        self.rooms: dict[str, dict[str | None, dict[str, str]]] = {}
        self._sids: dict[str, dict[str, str]] = {}
        self._rooms_of: dict[str, set[str]] = {}
        self._arriving: set[str] = set()
        self._leaving: set[str] = set()

    # ---------------------------------------------------------------- events

    def tell(
        self,
        event: str,
        payload: object,
        namespace: str,
        rooms: Sequence[str | None],
        skip: Iterable[str] = (),
    ) -> None:
        """To every member of any of the rooms, once each; never waits. `payload` may be an `orjson.Fragment`."""
        self.tell_here(event_packet(namespace, event, payload), namespace, rooms, skip)

    def tell_here(
        self,
        packet: Outgoing,
        namespace: str,
        rooms: Sequence[str | None],
        skip: Iterable[str] = (),
    ) -> None:
        """To sockets of this hub only."""
        members = self._members(namespace, rooms)
        connections: Mapping[str, Receiver] = self.server.eio.sockets
        for sid, eio_sid in members.items():
            receiver = connections.get(eio_sid)
            if receiver is not None and sid not in skip:
                receiver.push(packet)

    async def emit(
        self,
        event: str,
        data: Any,
        namespace: str,
        room: str | list[str] | None = None,
        skip_sid: str | list[str] | None = None,
        callback: Any = None,
        to: str | list[str] | None = None,
        **options: Any,
    ) -> None:
        """As the library has it; with `callback` by the library's own way."""
        room = to or room
        if callback is not None:
            await super().emit(event, data, namespace, room, skip_sid, callback, **options)
            return
        rooms = room if isinstance(room, list) else [room]
        self.tell(event, data, namespace, rooms, _listed(skip_sid))

    async def let_go(self, namespace: str, room: str) -> None:
        """Every socket in the room is disconnected."""
        for sid, _ in self.get_participants(namespace, room):
            await self.server.disconnect(sid, namespace=namespace)

    async def move(self, namespace: str, room: str, leave: str, enter: str) -> None:
        """Every socket in `room` leaves one room for another."""
        for sid, _ in self.get_participants(namespace, room):
            self.basic_leave_room(sid, namespace, leave)
            self.basic_enter_room(sid, namespace, enter)

    # ------------------------------------------------------------ membership

    def get_participants(
        self, namespace: str, room: str | Sequence[str] | None
    ) -> Iterator[tuple[str, str]]:
        """Members of any of the rooms as they are now, each with its connection."""
        rooms = [room] if room is None or isinstance(room, str) else room
        return iter(list(self._members(namespace, rooms).items()))

    def get_rooms(self, sid: str, namespace: str) -> list[str]:
        """Which a member is in, its own included."""
        return [sid, *self._rooms_of.get(sid, ())] if self.is_sid_room(namespace, sid) else []

    def sid_from_eio_sid(self, eio_sid: str, namespace: str) -> str | None:
        """Which member a connection is."""
        return self._sids.get(namespace, _NOBODY).get(eio_sid)

    def eio_sid_from_sid(self, sid: str, namespace: str) -> str | None:
        """Which connection a member has."""
        return self._everyone(namespace).get(sid)

    def speaker(self, eio_sid: str, namespace: str) -> str | None:
        """Which member a connection is, when it may speak."""
        sid = self.sid_from_eio_sid(eio_sid, namespace)
        return None if sid in self._arriving or sid in self._leaving else sid

    def is_sid_room(self, namespace: str, room: str | None) -> bool:
        """Whether it is a member's own."""
        return room in self._everyone(namespace)

    def is_pre_connected(self, sid: str, namespace: str) -> bool:
        """Between the handshake and its answer."""
        return sid in self._arriving and self.is_sid_room(namespace, sid)

    def is_connected(self, sid: str, namespace: str) -> bool:
        """After the answer, and before the disconnect handler runs."""
        return (
            sid not in self._arriving
            and sid not in self._leaving
            and self.is_sid_room(namespace, sid)
        )

    async def pre_connect(self, eio_sid: str, namespace: str) -> str | None:
        """A new member that may not speak yet; None when the connection is one already."""
        sids = self._sids.setdefault(namespace, {})
        if eio_sid in sids:
            return None
        sid: str = self.server.eio.generate_id()
        sids[eio_sid] = sid
        self.rooms.setdefault(namespace, {}).setdefault(None, {})[sid] = eio_sid
        self._arriving.add(sid)
        return sid

    async def connect(self, sid: str, _: str) -> str:
        """It may speak."""
        self._arriving.discard(sid)
        return sid

    def pre_disconnect(self, sid: str, namespace: str) -> str | None:
        """It may no longer speak; its disconnect handler is next."""
        self._leaving.add(sid)
        return self.eio_sid_from_sid(sid, namespace)

    def basic_disconnect(self, sid: str, namespace: str, **_: Any) -> None:
        """Forgets a member."""
        eio_sid = self._everyone(namespace).pop(sid, None)
        if eio_sid is not None:
            self._sids[namespace].pop(eio_sid, None)
        for room in list(self._rooms_of.get(sid, ())):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        self._arriving.discard(sid)
        self._leaving.discard(sid)

    def basic_enter_room(
        self, sid: str, namespace: str, room: str, eio_sid: str | None = None
    ) -> None:
        """Raises ValueError for who is no member, and for another member's own room."""
        eio_sid = self.eio_sid_from_sid(sid, namespace)
        if eio_sid is None:
            raise ValueError("sid is not connected to requested namespace")
        if sid == room:
            return
        if self.is_sid_room(namespace, room):
            raise ValueError("cannot enter a sid room")
        self.rooms[namespace].setdefault(room, {})[sid] = eio_sid
        self._rooms_of.setdefault(sid, set()).add(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str) -> None:
        """Nothing happens when it is not there."""
        rooms = self.rooms.get(namespace, {})
        members = rooms.get(room, _NOBODY)
        members.pop(sid, None)
        if not members:
            rooms.pop(room, None)
        own = self._rooms_of.get(sid, set())
        own.discard(room)
        if not own:
            self._rooms_of.pop(sid, None)

    def _members(self, namespace: str, rooms: Sequence[str | None]) -> Mapping[str, str]:
        known = self.rooms.get(namespace)
        if known is None:
            return _NOBODY
        everyone = known.get(None, _NOBODY)
        found: list[dict[str, str]] = []
        for room in rooms:
            members = known.get(room)
            if members:
                found.append(members)
            elif room in everyone:
                found.append({room: everyone[room]})
        if len(found) == 1:
            return found[0]
        return {sid: eio_sid for members in found for sid, eio_sid in members.items()}

    def _everyone(self, namespace: str) -> dict[str, str]:
        return self.rooms.get(namespace, {}).get(None, _NOBODY)


def _listed(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
