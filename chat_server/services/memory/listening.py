"""What is said in dialogues is heard, whoever answers: in a bot's turn before the bot is asked, otherwise by a job."""

from __future__ import annotations

from collections.abc import Sequence

from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.message import AuthorKind, Content, Message, MessageKind, words_in
from chat_server.domain.ports import Clock, Ears, Store, Transaction

from .hearing import remember

_ASKERS = {AuthorKind.BOT, AuthorKind.AGENT}


class Listening:
    """Hearing a message twice changes nothing: facts' ids are made from it."""

    def __init__(self, ears: Ears, clock: Clock) -> None:
        self._ears = ears
        self._clock = clock

    async def hear(
        self,
        tx: Transaction,
        conversation: Conversation,
        contact: Contact,
        message: Message,
        before: Message | None,
    ) -> list[Statement]:
        """Keeps what a visitor's message says; `before` is what was said last before it."""
        statements = self.statements(message, before, conversation.locale)
        await remember(
            tx,
            contact,
            statements,
            source=FactSource.VISITOR,
            by=message.author,
            clock=self._clock,
            conversation=conversation,
            message=message,
        )
        return statements

    def unknown(self, message: Message, locale: str | None) -> str | None:
        """The language to be learned before this can be heard, if there is one."""
        if is_ours(message.content):
            return None
        return self._ears.unknown(_words(message), language=locale)

    async def learn(self, language: str) -> None:
        """Not while others wait for a transaction."""
        await self._ears.learn(language)

    def statements(
        self, message: Message, before: Message | None, locale: str | None
    ) -> list[Statement]:
        """What it says of its author, without a database."""
        if is_ours(message.content):
            return []
        asked = question_in(before, locale)
        return self._ears.hear(_words(message), language=locale, at=message.created_at, asked=asked)


def _words(message: Message) -> str:
    return words_in(message.content, message.text)


async def learn_at_start(store: Store, ears: Ears) -> None:
    """What is spoken on the sites, so that nobody has to wait for it; other languages when somebody comes with one."""
    async with store.read() as tx:
        locales = {inbox.locale for inbox in await tx.inboxes.all()}
    for locale in sorted(locales):
        if (language := ears.unknown("", language=locale)) is not None:
            await ears.learn(language)


def is_ours(content: Content) -> bool:
    """Whether it is a choice that stands for an intent: the words on it are not the visitor's."""
    return str(content.get("payload", "")).startswith("/")


def question_in(before: Message | None, locale: str | None) -> str | None:
    """The kind that the bot's or an agent's message asks for."""
    if before is None or before.author.kind not in _ASKERS:
        return None
    words = before.text if before.kind is MessageKind.MESSAGE else None
    return next(iter(asked_in(words, locale)), None)


def asked_in(words: str | None, locale: str | None) -> tuple[str, ...]:
    """The kinds that they ask for."""
    return asked_for(words, locale) if words else ()


def said_before(message: Message, lately: Sequence[Message]) -> Message | None:
    """The newest public message before this one."""
    return next((one for one in lately if one.seq == message.public_prev_seq), None)
