"""``prepare`` and ``test-env``: everything that can be made beforehand, nothing started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launcher import plan
from launcher.preparation import Preparation
from launcher.running import until_signal
from launcher.settings import LaunchSettings, process_environment
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from launcher.places import Places
    from launcher.progress import Progress


async def prepare(
    places: Places, progress: Progress, environ: Mapping[str, str], *, for_tests: bool
) -> int:
    """Do the steps that are missing or stale; the exit code."""
    settings = LaunchSettings.from_environment(environ)
    hub_environ = process_environment(environ, places.var, settings, settings.rasa_urls or "")
    steps = plan.steps_for(
        places, environ=hub_environ, demo=not settings.production, tools_too=for_tests
    )
    preparation = Preparation(steps, Workshop(places, progress, environ))
    wanted = plan.TESTS if for_tests else (*plan.HUB, *plan.BOT)

    async def work() -> None:
        try:
            await preparation.ready(*wanted)
        finally:
            await preparation.abandon()

    if await until_signal(work()) is not None:
        progress.say("Stopped; finished steps are kept")
        return 130
    progress.say("Everything is ready")
    return 0
