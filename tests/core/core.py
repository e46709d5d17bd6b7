"""The hub's services on a database of the test's own, joined as `chat_server.app` joins them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir
from typing import TYPE_CHECKING, TypeVar

import jwt

from chat_server.bots.scripted import Script, ScriptedBot
from chat_server.domain.agent import Agent, Role
from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.facts.statement import Statement
from chat_server.domain.files.rules import FileRules
from chat_server.domain.ids import new_id
from chat_server.domain.inbox import Inbox
from chat_server.domain.masking import Pseudonyms
from chat_server.files.local import LocalStorage
from chat_server.masking.finder import RuleFinder
from chat_server.services.access import AgentCaller, VisitorCaller
from chat_server.services.accounts import Accounts
from chat_server.services.administration import Administration
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.api_keys import ApiKeys
from chat_server.services.assignments import Assignments
from chat_server.services.bot_answers import BotAnswers
from chat_server.services.bot_offers import BotOffers
from chat_server.services.bot_turns import BotTurns
from chat_server.services.canned_replies import CannedReplies
from chat_server.services.consents import Consents
from chat_server.services.contact_history import ContactHistory
from chat_server.services.contacts import Contacts
from chat_server.services.conversation_lists import ConversationLists
from chat_server.services.customers import Customers
from chat_server.services.desk import Desk
from chat_server.services.elements import Elements
from chat_server.services.erasures import Erasures
from chat_server.services.experiments import Experiments
from chat_server.services.exposures import Exposures
from chat_server.services.files import Files, FileSweeper
from chat_server.services.identity import Arrival, Session, VisitorIdentity
from chat_server.services.inboxes import Inboxes
from chat_server.services.listening import Listening
from chat_server.services.masking import Masking
from chat_server.services.memory import Memory, Recall
from chat_server.services.merges import Merges
from chat_server.services.offer_report import OfferReports
from chat_server.services.proactive import ProactiveGreetings
from chat_server.services.reports import Reports
from chat_server.services.reveals import Reveals
from chat_server.services.routing import Routing
from chat_server.services.secret_box import SecretBox
from chat_server.services.segments import Segments
from chat_server.services.setup import Setup
from chat_server.services.shop import Shop
from chat_server.services.talk import Sent
from chat_server.services.teams import Teams
from chat_server.services.transcripts import Transcripts
from chat_server.services.verdicts import Verdicts
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.services.waits import Waits
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.domain.conversation import Conversation
    from chat_server.domain.events import Event
    from chat_server.domain.live import LiveEvent
    from chat_server.domain.message import Message
    from chat_server.domain.ports import Ears
    from chat_server.domain.response_event import ResponseEvent

OWN_ORIGIN = "http://hub.test"
SHOP_ORIGIN = "https://shop.test"
BOT_TOKEN = "the secret of hub and bot"
# Of a file; little, so that too much is made quickly.
MOST_BYTES = 200_000
BOX = SecretBox("the secret key of the installation")
SECRETS = {
    "hraun": "hraun's secret, 32 bytes at least",
    "bakki": "bakki's secret, 32 bytes at least",
}

E = TypeVar("E", bound="LiveEvent")


class Clock:
    """The time as the test sets it; begins now, because signed identities are checked by real time."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


class Deaf:
    """Hears nothing: what is learned in a test is what its bot reports."""

    def hear(self, *_: object, **__: object) -> list[Statement]:
        return []

    def hear_promise(self, *_: object, **__: object) -> list[Statement]:
        return []

    def stated(self, *_: object, **__: object) -> list[Statement]:
        return []

    def unknown(self, *_: object, **__: object) -> None:
        return None

    async def learn(self, code: str) -> None:
        """Nothing."""


@dataclass
class Core:
    """Everything between the edges and the database; `live` is what would have been broadcast."""

    url: str
    clock: Clock = field(default_factory=Clock)
    bot: ScriptedBot = field(default_factory=ScriptedBot)
    ears: Ears = field(default_factory=Deaf)
    live: list[LiveEvent] = field(default_factory=list)
    woken: int = 0
    # Not there until a test keeps a file.
    folder: Path = field(default_factory=lambda: Path(gettempdir()) / f"samtal-{new_id()}")

    def __post_init__(self) -> None:
        self.engines = Engines(self.url)
        self.store = store = SqlStore(self.engines, self.live.extend)
        clock = self.clock
        self.identity = VisitorIdentity(store, clock, BOX, frozenset({OWN_ORIGIN}))
        self.visitors = VisitorMessages(store, clock, self._wake)
        self.masking = Masking(RuleFinder(), Pseudonyms("the secret key of the installation"))
        self.agents = AgentMessages(store, clock, self.masking)
        self.assignments = Assignments(store, clock)
        self.teams = Teams(store)
        self.api_keys = ApiKeys(store, clock)
        self.canned_replies = CannedReplies(store)
        self.routing = Routing(store, clock)
        self.waits = Waits(store, clock)
        self.inboxes = Inboxes(store)
        self.lists = ConversationLists(store, self.masking)
        self.memory = Memory(store, clock)
        self.recall = Recall(store)
        self.consents = Consents(store, clock)
        self.storage = LocalStorage(self.folder)
        self.erasures = Erasures(store, clock, self.bot, self.storage)
        self.files = Files(
            store,
            clock,
            self.storage,
            FileRules(most_bytes=MOST_BYTES),
            "the secret key of the installation",
            visitors=self.visitors,
            agents=self.agents,
        )
        self.file_sweeper = FileSweeper(store, clock, self.storage)
        self.merges = Merges(store, clock)
        self.contacts = Contacts(store, clock)
        self.elements = Elements(store, clock)
        self.experiments = Experiments(store, clock)
        self.exposures = Exposures(store, clock)
        self.greetings = ProactiveGreetings(store, clock)
        self.reports = Reports(store)
        self.segments = Segments(store, clock)
        self.customers = Customers(store, clock)
        self.offer_reports = OfferReports(store)
        self.bot_offers = BotOffers(store, clock, self.customers)
        self.transcripts = Transcripts(store, self.masking)
        self.contact_history = ContactHistory(store, clock, self.masking)
        self.listening = Listening(store, clock, self.masking)
        self.verdicts = Verdicts(store, clock)
        self.desk = Desk(store, clock, self.masking)
        self.reveals = Reveals(store, clock)
        self.shop = Shop(store, clock)
        self.answers = BotAnswers(clock, mail=False, site=OWN_ORIGIN)
        self.hear_with(self.ears)

    def hear_with(self, ears: Ears) -> None:
        """From now on."""
        self.ears = ears
        self.turns = BotTurns(
            self.store, self.clock, self.bot, ears, self.answers, timedelta(minutes=5)
        )

    @cached_property
    def accounts(self) -> Accounts:
        """Made when it is asked for: it hashes a password, which takes long on purpose."""
        return Accounts(self.store, self.clock, BOT_TOKEN)

    @cached_property
    def administration(self) -> Administration:
        """As slow to make as the accounts it adds to."""
        setup = Setup(self.store, self.clock, self.accounts, BOX)
        return Administration(self.store, self.clock, self.accounts, setup)

    async def furnish(self) -> None:
        """Two inboxes and the accounts named below."""
        async with self.store.begin() as tx:
            tx.add(*(_inbox(key) for key in SECRETS))
            tx.add(*(_account(person, self.clock()) for person in (ANNA, BIRNA, MARKUS, ADA)))

    async def close(self) -> None:
        await self.store.close()
        await self.engines.dispose()
        rmtree(self.folder, ignore_errors=True)

    # ------------------------------------------------------------- people

    async def visitor(
        self,
        *,
        inbox: str = "hraun",
        token: str | None = None,
        identity: str | None = None,
        element: str | None = None,
        page: str | None = None,
        locale: str | None = None,
    ) -> Session:
        return await self.identity.open(
            Arrival(
                inbox,
                token=token,
                identity=identity,
                element=element,
                page={"url": page} if page else {},
                locale=locale,
            )
        )

    # --------------------------------------------------------------- talk

    async def say(
        self, caller: VisitorCaller, text: str, conversation_id: str | None = None
    ) -> Sent:
        return await self.visitors.send(caller, conversation_id, new_id(), words(text))

    async def answer_all(self) -> int:
        """Runs bot turns until none is left; how many there were."""
        ran = 0
        while await self.turns.run_next():
            ran += 1
        return ran

    async def dialogue(self, caller: VisitorCaller, *texts: str) -> str:
        """A visitor says each of `texts` and the bot answers; the conversation's id."""
        conversation_id = None
        for text in texts:
            sent = await self.say(caller, text, conversation_id)
            conversation_id = sent.conversation_id
            await self.answer_all()
        assert conversation_id is not None
        return conversation_id

    async def queued(self, caller: VisitorCaller) -> str:
        """A conversation that waits for a person."""
        conversation_id = await self.dialogue(caller, "Hello")
        await self.visitors.request_agent(caller, conversation_id, new_id(), None)
        return conversation_id

    # --------------------------------------------------------------- look

    async def conversation(self, conversation_id: str) -> Conversation:
        async with self.store.read() as tx:
            found = await tx.conversations.get(conversation_id)
        assert found is not None
        return found

    async def messages(self, conversation_id: str) -> list[Message]:
        async with self.store.read() as tx:
            return await tx.messages.after(conversation_id, 0, 10_000, public=False)

    async def texts(self, conversation_id: str) -> list[str]:
        return [message.text for message in await self.messages(conversation_id)]

    async def response_event(self, conversation_id: str) -> ResponseEvent:
        async with self.store.read() as tx:
            found = await tx.log.response_event(conversation_id)
        assert found is not None
        return found

    async def log(self) -> list[Event]:
        async with self.store.read() as tx:
            return await tx.log.after(0, 10_000)

    async def facts(self, contact_id: str) -> dict[str, str]:
        """What holds now, value by key."""
        async with self.store.read() as tx:
            return {fact.key: fact.value for fact in await tx.facts.current(contact_id)}

    def told(self, kind: type[E]) -> list[E]:
        """Live events of one kind so far."""
        return [event for event in self.live if isinstance(event, kind)]

    def _wake(self) -> None:
        self.woken += 1


ANNA = AgentCaller("anna", "Anna", Role.AGENT)
BIRNA = AgentCaller("birna", "Birna", Role.AGENT)
MARKUS = AgentCaller("markus", "Markús", Role.MARKETER)
ADA = AgentCaller("ada", "Ada", Role.ADMIN)
BOT = AgentCaller("bot", "bot", Role.BOT)


def words(text: str) -> dict[str, object]:
    """The content of a plain message."""
    return {"type": "text", "text": text}


def signed(
    subject: str,
    *,
    inbox: str = "hraun",
    key: str | None = None,
    kid: str | None = "",
    lifetime: float = 300,
    algorithm: str = "HS256",
    without: Sequence[str] = (),
    **claims: object,
) -> str:
    """A signed identity as the shop's server makes it, or a flawed one."""
    body: dict[str, object] = {
        "sub": subject,
        "exp": int((datetime.now(UTC) + timedelta(seconds=lifetime)).timestamp()),
        "jti": new_id(),
        **claims,
    }
    for name in without:
        del body[name]
    secret = SECRETS[inbox] if key is None else key
    named = {} if kid is None else {"kid": kid or inbox}
    return jwt.encode(body, secret, algorithm, named)


def heard(*statements: tuple[str, str | None], reply: str = "Noted.") -> Answer:
    """An answer of a bot that heard these facts."""
    return Answer(
        (Reply(words(reply)),),
        "inform",
        0.9,
        statements=tuple(Statement(key, value, 0.9) for key, value in statements),
    )


def by_text(answers: dict[str, Answer]) -> Script:
    """A script that answers known texts as given and everything else with `OK`."""

    def script(question: Question) -> Answer:
        return answers.get(question.text, Answer((Reply(words("OK")),), "other", 0.9))

    return script


def _account(person: AgentCaller, now: datetime) -> Agent:
    email = f"{person.agent_id}@hraun.test"
    return Agent(person.agent_id, email, person.name, person.role, "no password", now)


def _inbox(key: str) -> Inbox:
    return Inbox(
        id=f"inbox-{key}",
        key=key,
        name=key.title(),
        locale="en",
        timezone="Atlantic/Reykjavik",
        greeting="Hello!",
        accent="#234",
        bot_name="Snorri",
        allowed_origins=[SHOP_ORIGIN],
        secrets={key: BOX.close(SECRETS[key])},
    )
