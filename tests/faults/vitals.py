"""What a hub's process and its metrics say of how it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import aiohttp

    from tests.hub.running import HubProcess


@dataclass(frozen=True)
class Vitals:
    """At one moment."""

    resident: int
    descriptors: int
    log_lines: int
    sockets: dict[str, int]
    dropped: dict[str, int]

    @classmethod
    async def of(cls, hub: HubProcess, http: aiohttp.ClientSession) -> Vitals:
        """Of a hub that runs."""
        async with http.get(f"{hub.url}/metrics") as answer:
            metrics = await answer.text()
        return cls(
            resident=_resident(hub.pid),
            descriptors=len(list(Path(f"/proc/{hub.pid}/fd").iterdir())),
            log_lines=hub.said.count("\n"),
            sockets=_by_label(metrics, "samtal_sockets", "namespace"),
            dropped=_by_label(metrics, "samtal_dropped_sockets_total", "why"),
        )


def _resident(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("no such process")


def _by_label(metrics: str, name: str, label: str) -> dict[str, int]:
    found = re.findall(rf'^{name}{{{label}="([^"]*)"}} ([\d.]+)$', metrics, re.MULTILINE)
    return {value: int(float(count)) for value, count in found}
