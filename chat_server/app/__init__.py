"""The composition root: joins store, bot, services, sockets, REST and jobs. Nothing is created at import."""
