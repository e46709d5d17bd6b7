"""What runs beside all that clients ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat_server.clock import utc_now
from chat_server.domain.live import LiveEvent
from chat_server.domain.ports import Bot
from chat_server.jobs.bot_turns import TurnWorkers
from chat_server.jobs.claimed import by_one_hub
from chat_server.jobs.outbox import forget_finished, send_promised
from chat_server.jobs.queue_board import QueueWatch
from chat_server.jobs.routing import RoutingWatch
from chat_server.jobs.search import index_words
from chat_server.jobs.supervisor import Supervisor
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.bot_turns import BotTurns
from chat_server.services.lifecycle import Lifecycle
from chat_server.services.outbox import Outbox
from chat_server.services.routing import Routing
from chat_server.services.snapshots import QueueBoard
from chat_server.services.waits import Waits
from chat_server.settings import Settings
from chat_server.store.leases import SqlLeases
from chat_server.store.transaction import SqlStore

# Rasa loads for tens of seconds; after this long, waiting visitors go to people.
_START_PATIENCE = timedelta(minutes=2)
_LIFECYCLE_EVERY = 10.0


class Jobs:
    """Idle until `begin`; `workers` are woken and `notice` is told as soon as there is something to do."""

    def __init__(self) -> None:
        self.supervisor = Supervisor()
        self.workers = TurnWorkers()
        self._routing = RoutingWatch()
        self._queue = QueueWatch()

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """What was committed may move a queue."""
        self._routing.notice(events)
        self._queue.notice(events)

    async def begin(self, settings: Settings, store: SqlStore, bot: Bot, leases: SqlLeases) -> None:
        """All of them, until the supervisor stops."""
        alone, mail = settings.redis_url is None, settings.smtp_url is not None
        turns = BotTurns(store, utc_now, bot, _START_PATIENCE, alone=alone, mail=mail)
        lifecycle = Lifecycle(store, utc_now, mail=mail)
        mailer = SmtpMailer(settings.smtp_url, settings.mail_from) if settings.smtp_url else None
        outbox = Outbox(store, utc_now, mailer, alone=alone)
        routing, waits = Routing(store, utc_now), Waits(store, utc_now)
        start = self.supervisor.start
        start("bot_turns", lambda: self.workers.work(turns))
        start("search", lambda: index_words(store))
        start(
            "lifecycle",
            lambda: by_one_hub(leases, "lifecycle", _LIFECYCLE_EVERY, lifecycle.sweep),
        )
        await outbox.begin()
        start("outbox", lambda: send_promised(outbox))
        start("outbox_sweep", lambda: forget_finished(outbox))
        start("queue_board", lambda: self._queue.work(QueueBoard(store)))
        start("routing", lambda: self._routing.work(routing, waits))
