"""Both socket servers and their namespaces."""

from __future__ import annotations

from collections.abc import AsyncIterator

from aiohttp import web

from chat_server.broadcast.emitter import Emitter
from chat_server.broadcast.presence import Presence
from chat_server.broadcast.rooms import Surface
from chat_server.broadcast.together import Together
from chat_server.domain.ports import Bot
from chat_server.rest.call import RestServices
from chat_server.rest.peer import Peers
from chat_server.settings import Settings
from chat_server.sockets.agent import AgentNamespace, AgentServices
from chat_server.sockets.drain import Drain
from chat_server.sockets.rasa_channel import RasaNamespace
from chat_server.sockets.server import AGENT_PATH, MOST_PER_ADDRESS, VISITOR_PATH, make_server
from chat_server.sockets.visitor import VisitorNamespace, VisitorServices


def add_sockets(
    app: web.Application,
    settings: Settings,
    services: RestServices,
    emitter: Emitter,
    bot: Bot,
    together: Together,
    presence: Presence,
) -> Drain:
    """Attached to `app`; what is returned ends them gently."""
    peers = Peers(settings.trusted_proxies)
    # Which website may speak depends on the inbox, which the handshake names: `/visitor` checks it.
    most = MOST_PER_ADDRESS if settings.rate_limits else None
    of_visitors = together.manager([Surface.VISITOR.value, Surface.RASA.value])
    visitors = make_server("*", of_visitors, peers, most)
    of_agents = together.manager([Surface.AGENT.value])
    agents = make_server(sorted(settings.own_origins), of_agents, peers, most)
    visitors.register_namespace(
        VisitorNamespace(
            VisitorServices(
                identity=services.identity,
                exposures=services.exposures,
                messages=services.visitor_messages,
                memory=services.memory,
                consents=services.consents,
                letters=services.letters,
                file_bytes=services.files.most_bytes,
                bot_state=bot.state,
                publish=emitter.publish,
            ),
            services.limits,
            peers,
        )
    )
    visitors.register_namespace(
        RasaNamespace(services.identity, services.visitor_messages, services.limits, peers)
    )
    agents.register_namespace(
        AgentNamespace(
            AgentServices(
                accounts=services.accounts,
                messages=services.agent_messages,
                assignments=services.assignments,
                inboxes=services.inboxes,
                lists=services.lists,
                presence=presence,
                publish=emitter.publish,
            ),
            services.limits,
            peers,
        )
    )
    visitors.attach(app, socketio_path=VISITOR_PATH)
    agents.attach(app, socketio_path=AGENT_PATH)
    emitter.attach(visitors, agents)

    async def life(_: web.Application) -> AsyncIterator[None]:
        yield
        await visitors.shutdown()
        await agents.shutdown()

    app.cleanup_ctx.append(life)
    return Drain([visitors, agents], alone=together.bus is None)
