"""A client as the contract describes it: what it holds is an old look plus the pushes since, folded by its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chat_server.broadcast import rooms
from chat_server.broadcast.audience import deliveries
from chat_server.broadcast.rooms import Surface
from chat_server.domain.live import MessageUnderstood
from chat_server.wire.base import Outbound, dump
from chat_server.wire.views import Reader as Sees
from chat_server.wire.views import conversation_view, message_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chat_server.domain.live import LiveEvent, Snapshot
    from chat_server.domain.message import Message

View = dict[str, Any]


class Reader:
    """One open socket; `lossy` counts pushes that will not arrive. `careful` readers look at `prev_seq`."""

    def __init__(self, surface: Surface, joined: Iterable[str], *, careful: bool = True) -> None:
        self.surface = surface
        self.sees = Sees.VISITOR if surface is Surface.VISITOR else Sees.AGENT
        self.joined = set(joined)
        self.careful = careful
        self.lossy = 0
        self.rows: dict[str, View] = {}
        self.messages: dict[str, list[View]] = {}
        self.behind: set[str] = set()
        self.heard: list[tuple[str, View]] = []
        # Of these it was not told what the bot made of them: that is no message, and `resume` brings messages.
        self.untold: set[str] = set()

    # ----------------------------------------------------------------- looks

    def look(self, snapshot: Snapshot, messages: Iterable[Message]) -> None:
        """What `resume` answers after what is held."""
        row = conversation_json(snapshot, self.sees)
        self.rows[row["id"]] = row
        held = self.messages.setdefault(row["id"], [])
        last = held[-1]["seq"] if held else 0
        fresh = [view for view in map(self.view_of, messages) if view["seq"] > last]
        self.untold.difference_update(view["id"] for view in fresh)
        held += fresh
        self.behind.discard(row["id"])

    def view_of(self, message: Message) -> View:
        """As this reader sees it."""
        return json_of(message_view(message, self.sees))

    def told_of(self, message: Message) -> View:
        """As `view_of`, less what it could not hear of."""
        view = self.view_of(message)
        if message.id in self.untold:
            view.pop("understood", None)
        return view

    def forget(self, conversation_id: str) -> None:
        """It is no more."""
        self.rows.pop(conversation_id, None)
        self.messages.pop(conversation_id, None)
        self.behind.discard(conversation_id)

    # ---------------------------------------------------------------- pushes

    def hear(self, event: LiveEvent, *, without: str = "") -> None:
        """What of it reaches this socket, unless it is lost; pushes named `without` never do."""
        for delivery in deliveries(event):
            if delivery.surface is not self.surface or not self.joined & set(delivery.rooms):
                continue
            if delivery.event == without:
                continue
            if self.lossy:
                self.lossy -= 1
                if isinstance(event, MessageUnderstood):
                    self.untold.add(event.message.id)
                continue
            payload = delivery.payload
            self._fold(
                delivery.event, json_of(payload) if isinstance(payload, Outbound) else payload
            )

    def _fold(self, name: str, payload: View) -> None:
        self.heard.append((name, payload))
        match name:
            case "message_created":
                self._message(payload["message"])
            case "conversation_updated" | "conversation_assigned":
                self._row(payload["conversation"])
            case "queue_changed":
                for row in payload["conversations"]:
                    self._row(row)
            case "messages_read":
                self._read(payload)
            case _:
                pass  # typing, presence and hints leave nothing behind

    def _message(self, message: View) -> None:
        held = self.messages.get(message["conversation_id"])
        if held is None:
            return
        last = held[-1]["seq"] if held else 0
        if message["seq"] <= last:
            # Told again: the bot has understood it since.
            held[:] = [message if one["seq"] == message["seq"] else one for one in held]
        elif message["prev_seq"] == last or not self.careful:
            held.append(message)
            self._say(message)
        else:
            self.behind.add(message["conversation_id"])

    def _say(self, message: View) -> None:
        row = self.rows[message["conversation_id"]]
        if message["seq"] <= row["last_seq"]:
            return
        row["last_seq"], row["updated_at"] = message["seq"], message["created_at"]
        spoken, author = message["kind"] == "message", message["author"]["kind"]
        if spoken and author == "visitor":
            row["read_by_visitor"] = message["seq"]
        if spoken and author == "agent":
            row["read_by_agent"] = message["seq"]
        if self.sees is Sees.AGENT and spoken:
            row["last_text"] = message["content"].get("text", "")[:160]
            row["unread"] = {"visitor": row["unread"] + 1, "agent": 0}.get(author, row["unread"])

    def _row(self, row: View) -> None:
        known = self.rows.get(row["id"])
        if known is None:
            return
        if row["last_seq"] > known["last_seq"]:
            self.behind.add(row["id"])
        # The place in the queue is told apart and does not end with every other change.
        self.rows[row["id"]] = row

    def _read(self, payload: View) -> None:
        row = self.rows.get(payload["conversation_id"])
        if row is None:
            return
        key = f"read_by_{payload['by']}"
        row[key] = max(row[key], payload["seq"])
        if (
            payload["by"] == "agent"
            and self.sees is Sees.AGENT
            and payload["seq"] >= row["last_seq"]
        ):
            row["unread"] = 0


def visitor_reader(contact_id: str, *, careful: bool = True) -> Reader:
    """A browser of a person."""
    return Reader(Surface.VISITOR, {rooms.contact(contact_id)}, careful=careful)


def agent_reader(agent_id: str, *, careful: bool = True) -> Reader:
    """A console that watches everything and the queue."""
    joined = {rooms.agent(agent_id), rooms.STAFF, rooms.view("all"), rooms.view("queue")}
    return Reader(Surface.AGENT, joined, careful=careful)


def conversation_json(snapshot: Snapshot, sees: Sees) -> View:
    """As it goes over the wire."""
    return json_of(conversation_view(snapshot, sees))


def json_of(view: Outbound) -> View:
    """As it goes over the wire."""
    dumped: View = dump(view)
    return dumped
