"""A client as the contract describes it: what it holds is an old look plus the pushes since, folded by its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chat_server.broadcast import rooms
from chat_server.broadcast.audience import deliveries
from chat_server.broadcast.rooms import Surface
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
        # The late changes of each dialogue that were heard of without a gap.
        self.revisions: dict[str, int] = {}

    # ----------------------------------------------------------------- looks

    def look(
        self,
        snapshot: Snapshot,
        messages: Iterable[Message],
        revised: Iterable[Message] = (),
        revision: int | None = None,
    ) -> None:
        """What `resume` answers after what is held."""
        row = conversation_json(snapshot, self.sees)
        self.rows[row["id"]] = row
        held = self.messages.setdefault(row["id"], [])
        last = held[-1]["seq"] if held else 0
        fresh = [view for view in map(self.view_of, messages) if view["seq"] > last]
        held += fresh
        for view in map(self.view_of, revised):
            self._amend(held, view)
        if revision is not None:
            self.revisions[row["id"]] = max(revision, self.revisions.get(row["id"], 0))
        self.behind.discard(row["id"])

    def view_of(self, message: Message) -> View:
        """As this reader sees it."""
        return json_of(message_view(message, self.sees))

    def forget(self, conversation_id: str) -> None:
        """It is no more."""
        self.rows.pop(conversation_id, None)
        self.messages.pop(conversation_id, None)
        self.revisions.pop(conversation_id, None)
        self.behind.discard(conversation_id)

    # ---------------------------------------------------------------- pushes

    def hear(self, event: LiveEvent, *, without: str = "") -> None:
        """What of it reaches this socket, unless it is lost; pushes named `without` never do."""
        for delivery in deliveries(event, ""):
            if delivery.surface is not self.surface or not self.joined & set(delivery.rooms):
                continue
            if delivery.event == without:
                continue
            if self.lossy:
                self.lossy -= 1
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
            self._told_again(held, message)
        elif message["prev_seq"] == last or not self.careful:
            held.append(message)
            self._say(message)
        else:
            self.behind.add(message["conversation_id"])

    def _told_again(self, held: list[View], message: View) -> None:
        """It was changed since, as by what the bot understood of it; a change before that may have been missed."""
        self._amend(held, message)
        conversation_id = message["conversation_id"]
        revision, known = message.get("revision", 0), self.revisions.get(conversation_id, 0)
        if revision == known + 1 or not self.careful:
            self.revisions[conversation_id] = revision
        elif revision > known:
            self.behind.add(conversation_id)

    @staticmethod
    def _amend(held: list[View], message: View) -> None:
        """Of two views of one message the one changed later is the newer."""
        held[:] = [
            message
            if one["seq"] == message["seq"] and one.get("revision", 0) < message.get("revision", 0)
            else one
            for one in held
        ]

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
