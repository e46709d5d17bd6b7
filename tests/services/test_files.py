"""Files come in once, are opened by those who may, and go with the person, from the disk as well."""

from __future__ import annotations

import os
import zlib
from struct import pack
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    TooLarge,
    TypeNotAllowed,
)
from chat_server.domain.ids import new_id
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.hearing.ears import RuleEars
from chat_server.services.files import UNSENT_AFTER, Sending
from tests.core.core import ADA, ANNA, BIRNA, MARKUS, MOST_BYTES, heard
from tests.domain.files import made

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from chat_server.services.access import VisitorCaller
    from chat_server.services.talk import Sent
    from tests.core.core import Core

MARK = b"zzmark-in-the-bytes"


def picture(width: int = 3, height: int = 2, mark: bytes = MARK) -> bytes:
    """A PNG that says its size, with something in it to look for: the name of its colours, which stays."""

    def piece(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = piece(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    colours = piece(b"iCCP", mark + b"\0\0" + zlib.compress(b"none that are known"))
    return b"\x89PNG\r\n\x1a\n" + head + colours + piece(b"IDAT", rows) + piece(b"IEND", b"")


async def pieces(data: bytes, size: int = 1000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def send(
    core: Core,
    caller: VisitorCaller,
    data: bytes,
    *,
    name: str = "torn.png",
    to: str | None = None,
    client_id: str | None = None,
) -> Sent:
    sending = Sending(client_id or new_id(), name, size=len(data))
    return await core.files.send_as_visitor(caller, to, sending, pieces(data))


def kept(core: Core) -> list[bytes]:
    """All that lies on the disk."""
    return [path.read_bytes() for path in core.folder.rglob("*") if path.is_file()]


async def file_of(core: Core, sent: Sent) -> str:
    async with core.store.read() as tx:
        message = await tx.messages.get(sent.message_id)
    assert message is not None
    return str(message.content["url"]).rpartition("/")[2]


async def test_a_picture_is_a_message_and_opened_by_both_sides(any_core: Core) -> None:
    core = any_core
    one = await core.visitor()
    sent = await send(core, one.caller, picture(), name="../../etc/Torn coat.PNG")
    (message,) = await core.messages(sent.conversation_id)
    assert message.content == {
        "type": "image",
        "url": f"/api/v1/files/{await file_of(core, sent)}",
        "name": "Torn coat.PNG",
        "size": len(picture()),
        "media_type": "image/png",
        "width": 3,
        "height": 2,
    }
    file_id = await file_of(core, sent)
    opened = await core.files.open_as_agent(ANNA, file_id)
    assert opened.path.read_bytes() == picture()
    link = await core.files.link(one.caller, file_id)
    by_key = await core.files.open_by_key(file_id, int(link.until.timestamp()), link.key)
    assert by_key.file.name == "Torn coat.PNG"


async def test_where_and_when_it_was_taken_is_never_on_the_disk(core: Core) -> None:
    one = await core.visitor()
    sent = await send(core, one.caller, made.jpeg(6, behind=made.SECRET * 9000), name="torn.jpg")
    (message,) = await core.messages(sent.conversation_id)
    (there,) = kept(core)
    assert made.SECRET not in there
    assert message.content["size"] == len(there)
    # As it is to be seen: the phone was held upright.
    assert (message.content["width"], message.content["height"]) == (40, 60)


async def test_it_is_found_by_its_name(core: Core) -> None:
    one = await core.visitor()
    sent = await send(core, one.caller, picture(), name="receipt-4711.png")
    assert (await core.conversation(sent.conversation_id)).last_text.endswith("receipt-4711.png")
    for asker, found in ((ANNA, 1), (MARKUS, 0)):
        page = await core.transcripts.search(asker, DialogueFilter(query="4711"), Slice(10))
        assert len(page.items) == found


async def test_who_may_not_know_contacts_sees_that_there_was_a_file(core: Core) -> None:
    one = await core.visitor()
    sent = await send(core, one.caller, picture(), name="passport of zzname.png")
    seen = await core.agents.resume(MARKUS, sent.conversation_id, 0)
    (shown,) = seen.messages
    assert shown.content["name"] == "\u2039file\u203a"
    assert shown.content["url"] == "#"
    assert shown.content["type"] == "image"
    assert "zzname" not in str(seen)
    assert "passport" not in str(seen)
    (row,) = (await core.transcripts.search(MARKUS, DialogueFilter(), Slice(10))).items
    assert "zzname" not in str(row)


async def test_the_bot_is_not_asked_about_pictures_and_says_so_once(core: Core) -> None:
    one = await core.visitor()
    first = await send(core, one.caller, picture())
    dialogue = first.conversation_id
    await send(core, one.caller, picture(), to=dialogue)
    await core.answer_all()
    await send(core, one.caller, picture(), to=dialogue)
    await core.answer_all()
    said = [m for m in await core.messages(dialogue) if m.author.kind is AuthorKind.BOT]
    assert [m.content["choices"] for m in said] == [
        [{"label": "Let a person look", "payload": "/talk_to_human"}]
    ]
    assert core.bot.questions == []
    await core.say(one.caller, "It is torn", dialogue)
    await core.answer_all()
    await send(core, one.caller, picture(), to=dialogue)
    await core.answer_all()
    said = [m for m in await core.messages(dialogue) if m.author.kind is AuthorKind.BOT]
    assert [m.content["type"] for m in said] == ["choices", "text", "choices"]
    assert (await core.conversation(dialogue)).owner.kind is OwnerKind.BOT


async def test_a_caption_is_heard_and_a_name_is_not(core: Core) -> None:
    one = await core.visitor()
    sending = Sending(new_id(), "My name is Gunnar.png", "My name is Una")
    sent = await core.files.send_as_visitor(one.caller, None, sending, pieces(picture()))
    core.hear_with(RuleEars())
    core.bot.script = lambda _: heard()
    await core.answer_all()
    (question,) = core.bot.questions
    assert question.text == "My name is Una"
    assert (await core.facts(one.contact.id))["name"] == "Una"
    assert sent.seq == 1


async def test_somebody_else_learns_nothing_of_it(core: Core) -> None:
    one, other = await core.visitor(), await core.visitor()
    sent = await send(core, one.caller, picture())
    file_id = await file_of(core, sent)
    with pytest.raises(NotFound, match="no such file"):
        await core.files.link(other.caller, file_id)
    with pytest.raises(NotFound):
        await send(core, other.caller, picture(), to=sent.conversation_id)
    with pytest.raises(NotAllowed):
        await core.files.open_as_agent(MARKUS, file_id)
    assert len(kept(core)) == 1


async def test_a_link_is_for_one_file_and_ends(core: Core) -> None:
    one = await core.visitor()
    first = await file_of(core, await send(core, one.caller, picture()))
    second = await file_of(core, await send(core, one.caller, picture(5, 5)))
    link = await core.files.link(one.caller, first)
    until = int(link.until.timestamp())
    for wrong in ((second, until, link.key), (first, until + 1, link.key), (first, until, "0")):
        with pytest.raises(NotFound):
            await core.files.open_by_key(*wrong)
    core.clock.forward(minutes=20)
    with pytest.raises(NotFound):
        await core.files.open_by_key(first, until, link.key)


async def test_sent_again_it_is_one_message_and_one_file(any_core: Core) -> None:
    core = any_core
    one = await core.visitor()
    first = await send(core, one.caller, picture(), client_id="again")
    again = await send(core, one.caller, picture(), client_id="again")
    assert again == first
    there = await send(core, one.caller, picture(), client_id="again", to=first.conversation_id)
    assert there == first
    assert len(await core.messages(first.conversation_id)) == 1
    assert len(kept(core)) == 1


async def test_what_loses_the_race_with_itself_is_not_kept(core: Core) -> None:
    one = await core.visitor()
    conversation_id = await core.dialogue(one.caller, "Hello")

    async def slow() -> AsyncIterator[bytes]:
        yield picture()
        # While this one is on its way, the same comes again and is first.
        await send(core, one.caller, picture(), client_id="race", to=conversation_id)

    sent = await core.files.send_as_visitor(
        one.caller, conversation_id, Sending("race", "x.png"), slow()
    )
    messages = [one for one in await core.messages(conversation_id) if one.client_id == "race"]
    assert [message.id for message in messages] == [sent.message_id]
    assert len(kept(core)) == 1


REFUSED = [
    (b"\x00" * (MOST_BYTES + 1), "x.png", TooLarge),
    (b"", "x.png", Invalid),
    (b"MZ\x90\x00" + b"\x00" * 60, "photo.png", TypeNotAllowed),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "x.png", TypeNotAllowed),
    (b"\xef\xbb\xbf <!DOCTYPE html><script>alert(1)</script>", "notes.txt", TypeNotAllowed),
    (b"\x89PNG\r\n\x1a\nand nothing more", "x.png", TypeNotAllowed),
    (picture()[:-20], "x.png", Invalid),
    (b"PK\x03\x04" + b"\x14" * 60, "x.docx", TypeNotAllowed),
    (b"PK\x03\x04" + b"word/document.xml word/vbaProject.bin", "x.docx", TypeNotAllowed),
]


@pytest.mark.parametrize(("data", "name", "error"), REFUSED)
async def test_what_may_not_come_in_leaves_nothing(
    core: Core, data: bytes, name: str, error: type[Exception]
) -> None:
    one = await core.visitor()
    with pytest.raises(error):
        await core.files.send_as_visitor(one.caller, None, Sending("x", name), pieces(data))
    with pytest.raises(error):
        await send(core, one.caller, data, name=name)
    assert kept(core) == []
    async with core.store.read() as tx:
        assert await tx.conversations.opened_with(one.caller.visitor_id, "x") is None


async def test_an_agent_sends_where_they_may_answer(core: Core) -> None:
    one = await core.visitor()
    conversation_id = await core.queued(one.caller)
    sending = Sending("a", "terms.pdf")
    data = b"%PDF-1.7 and so on"
    epoch = (await core.conversation(conversation_id)).owner.epoch
    with pytest.raises(NotAllowed):
        await core.files.send_as_agent(ANNA, conversation_id, epoch, sending, pieces(data))
    await core.assignments.accept(ANNA, conversation_id)
    with pytest.raises(Conflict):
        await core.files.send_as_agent(ANNA, conversation_id, epoch, sending, pieces(data))
    epoch = (await core.conversation(conversation_id)).owner.epoch
    with pytest.raises(NotAllowed):
        await core.files.send_as_agent(BIRNA, conversation_id, epoch, sending, pieces(data))
    sent = await core.files.send_as_agent(ANNA, conversation_id, epoch, sending, pieces(data))
    assert sent == await core.files.send_as_agent(
        ANNA, conversation_id, epoch, sending, pieces(data)
    )
    file_id = await file_of(core, sent)
    assert (await core.files.link(one.caller, file_id)).file_id == file_id
    assert len(kept(core)) == 1


async def test_with_the_person_the_bytes_go(any_core: Core) -> None:
    core = any_core
    one, other = await core.visitor(), await core.visitor()
    sent = await send(core, one.caller, picture())
    theirs = await send(core, other.caller, picture(mark=b"of another"))
    file_id = await file_of(core, sent)
    link = await core.files.link(one.caller, file_id)
    receipt = await core.consents.forget_me(one.caller)
    assert receipt.counts["files"] == 1
    await core.erasures.settle()
    assert not any(MARK in data for data in kept(core))
    assert len(kept(core)) == 1
    with pytest.raises(NotFound):
        await core.files.open_as_agent(ADA, file_id)
    with pytest.raises(NotFound):
        await core.files.open_by_key(file_id, int(link.until.timestamp()), link.key)
    assert (await core.files.open_as_agent(ADA, await file_of(core, theirs))).path.exists()
    core.clock.forward(seconds=10)
    await core.erasures.settle()
    proof = await core.erasures.proof(ADA, one.contact.id)
    assert proof.left == {}
    (done,) = proof.receipts
    assert done.is_done
    assert done.files == []


async def test_a_file_whose_message_never_came_is_swept(core: Core) -> None:
    one = await core.visitor()
    sent = await send(core, one.caller, picture())
    lost, fresh = "ab" * 24, "cd" * 24
    for file_id in (lost, fresh):
        await core.storage.keep(file_id, pieces(b"lost"), 100)
    half = core.folder / "incoming" / ("ef" * 24)
    half.write_bytes(b"half")
    old = core.clock() - 2 * UNSENT_AFTER
    for path in core.folder.rglob("*"):
        if path.is_file() and path.name != fresh:
            os.utime(path, (old.timestamp(), old.timestamp()))
    assert await core.file_sweeper.sweep() == 1
    assert core.storage.place(lost) is None
    assert core.storage.place(fresh) is not None
    assert not half.exists()
    assert (await core.files.open_as_agent(ANNA, await file_of(core, sent))).path.exists()


async def test_a_disk_that_takes_nothing_is_no_message(core: Core) -> None:
    one = await core.visitor()
    core.folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(Exception, match="try again"):
        await send(core, one.caller, picture())
    core.folder.unlink()
    sent = await send(core, one.caller, picture())
    assert sent.seq == 1
