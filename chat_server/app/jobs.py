"""What runs beside all that clients ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from chat_server.domain.live import LiveEvent
from chat_server.domain.ports import Bot, Clock, Marker, Meaning
from chat_server.files.local import LocalStorage
from chat_server.hearing.ears import RuleEars
from chat_server.hearing.order_numbers import OrderNumbers
from chat_server.jobs.bot_turns import TurnWorkers
from chat_server.jobs.campaigns import campaigning, run_campaigns
from chat_server.jobs.carrying_over import carry_over, carrying_over
from chat_server.jobs.claimed import Claim
from chat_server.jobs.erasures import forget_everywhere, forgetting
from chat_server.jobs.facts import tidy_facts, tidying_up
from chat_server.jobs.files import sweep_files, sweeping_files
from chat_server.jobs.lifecycle import move_on, moving
from chat_server.jobs.listening import listen, listening, look_again, looking_again
from chat_server.jobs.outbox import forget_finished, send_promised, sending
from chat_server.jobs.queue_board import show_queue, showing
from chat_server.jobs.recall import read_what_was_said, reading, understand, understanding
from chat_server.jobs.retention import sweep_out, sweeping
from chat_server.jobs.rises import watch, watching
from chat_server.jobs.rollups import count_days, counting
from chat_server.jobs.routing import assigning, route
from chat_server.jobs.search import index_words, indexing
from chat_server.jobs.supervisor import Supervisor
from chat_server.jobs.unhurried import Spare
from chat_server.jobs.wakened import Look, Wakened
from chat_server.jobs.webhooks import WebhookJobs, forget_delivered
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.bot_answers import BotAnswers
from chat_server.services.bot_turns import BotTurns
from chat_server.services.campaigns import CampaignRuns, Mailing
from chat_server.services.erasures import Erasures
from chat_server.services.files import FileSweeper
from chat_server.services.lifecycle import Lifecycle
from chat_server.services.memory import (
    CatchingUp,
    Recall,
    SecondHearing,
    Tidying,
    learn_at_start,
)
from chat_server.services.outbox import Outbox
from chat_server.services.retention import Sweeper
from chat_server.services.rises import Rises
from chat_server.services.rollups import Rollups
from chat_server.services.routing import Routing
from chat_server.services.snapshots import QueueBoard
from chat_server.services.waits import Waits
from chat_server.services.webhook_deliveries import WebhookDeliveries
from chat_server.settings import Settings
from chat_server.store.leases import SqlLeases
from chat_server.store.sql_store import SqlStore

_log = structlog.get_logger(__name__)
# Rasa loads for tens of seconds; after this long, waiting visitors go to people.
_START_PATIENCE = timedelta(minutes=2)


class Jobs:
    """Idle until `begin`; `workers` are woken and `notice` is told as soon as there is something to do."""

    def __init__(self, *, alone: bool) -> None:
        self.supervisor = Supervisor()
        self.workers = TurnWorkers(alone=alone)
        self.webhooks = WebhookJobs()
        self._alone = alone
        self._wakened: list[Wakened] = []

    def notice(self, events: Sequence[LiveEvent]) -> None:
        """Whom it concerns looks."""
        for each in self._wakened:
            each.notice(events)

    async def begin(
        self,
        settings: Settings,
        store: SqlStore,
        bot: Bot,
        clock: Clock,
        leases: SqlLeases,
        model: Meaning | None = None,
        marker: Marker | None = None,
    ) -> None:
        """All of them, until the supervisor stops."""
        mail, ears = (
            settings.smtp_url is not None,
            RuleEars(OrderNumbers.of(settings.order_numbers)),
        )
        await learn_at_start(store, ears)
        answers = BotAnswers(clock, mail=mail, site=settings.public_url)
        turns = BotTurns(store, clock, bot, ears, answers, _START_PATIENCE, alone=self._alone)
        lifecycle, claim = Lifecycle(store, clock, mail=mail), Claim(leases, "lifecycle")
        mailer = SmtpMailer(settings.smtp_url, settings.mail_from) if settings.smtp_url else None
        mailing = Mailing(settings.public_url, settings.secret_key)
        outbox = Outbox(
            store, clock, mailer, alone=self._alone, mailing=mailing, site=settings.public_url
        )
        routing, waits = Routing(store, clock), Waits(store, clock)
        board = QueueBoard(store)
        self.supervisor.start("bot_turns", lambda: self.workers.work(turns))
        spare = Spare()
        self._start(carrying_over(), lambda: carry_over(store))
        self._start(indexing(), lambda: index_words(store, spare))
        recall, reader = Recall(store, model), Claim(leases, "recall")
        self._start(reading(), lambda: read_what_was_said(reader, recall, spare))
        if model is not None:
            thinker = Claim(leases, "meaning")
            self._start(understanding(), lambda: understand(thinker, recall, spare))
        listener, catching_up = Claim(leases, "listening"), CatchingUp(store, ears, clock)
        self._start(listening(), lambda: listen(listener, catching_up, spare))
        if marker is None:
            _log.info("heard_by_rules_alone")
        else:
            looker, second = (
                Claim(leases, "second_hearing"),
                SecondHearing(store, ears, marker, clock),
            )
            self._start(looking_again(), lambda: look_again(looker, second, spare))
        counter, rollups = Claim(leases, "rollups"), Rollups(store, clock)
        self._start(counting(), lambda: count_days(counter, rollups, spare))
        self._start(moving(), lambda: move_on(claim, lifecycle))
        await outbox.begin()
        self._start(sending(outbox), lambda: send_promised(outbox))
        runs, runner = CampaignRuns(store, clock), Claim(leases, "campaigns")
        self._start(campaigning(), lambda: run_campaigns(runner, runs))
        rises, watcher = Rises(store, clock, mail=mail), Claim(leases, "rises")
        self._start(watching(), lambda: watch(watcher, rises))
        tidying, tidier = Tidying(store, clock), Claim(leases, "facts")
        self._start(tidying_up(), lambda: tidy_facts(tidier, tidying))
        if settings.retention.days:
            sweeper, keeper = Sweeper(store, clock, settings.retention), Claim(leases, "retention")
            self._start(sweeping(), lambda: sweep_out(keeper, sweeper))
        self.supervisor.start("outbox_sweep", lambda: forget_finished(outbox))
        storage = LocalStorage(settings.files)
        erasures = Erasures(store, clock, bot, storage)
        self._start(forgetting(), lambda: forget_everywhere(erasures))
        broom, files = Claim(leases, "files"), FileSweeper(store, clock, storage)
        self._start(sweeping_files(), lambda: sweep_files(broom, files))
        self._start(showing(), lambda: show_queue(board))
        self._start(assigning(routing), lambda: route(routing, waits))

    async def begin_webhooks(self, deliveries: WebhookDeliveries) -> None:
        """What happens is told to who asked for it, until the supervisor stops."""
        await deliveries.begin()
        self._start(self.webhooks.promising, lambda: self.webhooks.promise(deliveries))
        for each in self.webhooks.sending:
            self._start(each, lambda: self.webhooks.send(deliveries))
        self.supervisor.start("webhook_sweep", lambda: forget_delivered(deliveries))

    def _start(self, wakened: Wakened, look: Look) -> None:
        self._wakened.append(wakened)
        self.supervisor.start(wakened.name, lambda: wakened.work(look))
