"""Connections that send what they like: a handshake and frames in one go, and then a look whether the hub let go.

`python -m tests.faults.attackers URL SEED FRAMES PATIENCE` prints what came of it; apart from those who measure the hub meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from tests.faults.grammar import DEADLY, Frame, Grammar
from tests.system.samtal import ROOT

_MASK = b"\0\0\0\0"
_GIVEN_TO_LET_GO = 20.0
# Frames a second: 20,000 in ten seconds, as the plan has it. A hub that is asked for all it has makes everyone wait.
_RATE = 2_000


@dataclass(frozen=True)
class Outcome:
    """`kept` connections were not ended although they sent what must end them."""

    sent: int
    connections: int
    kept: int
    seconds: float


async def attack(url: str, seed: int, frames: int, patience: float = _GIVEN_TO_LET_GO) -> Outcome:
    """From a process of its own; a connection that is not ended within `patience` seconds counts as kept."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.attackers", url, str(seed), str(frames), str(patience),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, said
    return Outcome(**json.loads(said))


@dataclass
class Attack:
    """Many connections, a few at a time, each ends with a frame that has to end it."""

    url: str
    seed: int
    frames: int
    patience: float = _GIVEN_TO_LET_GO
    at_once: int = 8
    sent: int = 0
    connections: int = 0
    kept: int = 0

    async def run(self) -> Outcome:
        """Until that many frames were sent."""
        began = time.monotonic()
        await asyncio.gather(*(self._attacker(number, began) for number in range(self.at_once)))
        return Outcome(self.sent, self.connections, self.kept, time.monotonic() - began)

    async def _attacker(self, number: int, began: float) -> None:
        dice = random.Random(f"{self.seed}:{number}")
        grammar = Grammar(dice)
        while self.sent < self.frames:
            frames = [grammar.frame() for _ in range(dice.randrange(1, 8))]
            if dice.random() < 0.05:
                frames.insert(0, (1, b'40/visitor,{"inbox":"hraun"}'))
            frames.append(dice.choice(DEADLY))
            self.sent += len(frames)
            self.connections += 1
            if not await self._lets_go(frames):
                self.kept += 1
            await asyncio.sleep(began + self.sent / _RATE - time.monotonic())

    async def _lets_go(self, frames: list[Frame]) -> bool:
        address = urlsplit(self.url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        try:
            writer.write(
                f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {address.netloc}\r\n"
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
                + b"".join(map(_framed, frames))
            )
            async with asyncio.timeout(self.patience):
                while await reader.read(1 << 16):
                    pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        else:
            return True
        finally:
            writer.transport.abort()


def _framed(frame: Frame) -> bytes:
    opcode, words = frame
    length = len(words)
    if length < 126:
        head = bytes((0x80 | opcode, 0x80 | length))
    elif length < 1 << 16:
        head = bytes((0x80 | opcode, 0xFE)) + length.to_bytes(2, "big")
    else:
        head = bytes((0x80 | opcode, 0xFF)) + length.to_bytes(8, "big")
    return head + _MASK + words


def main() -> None:
    """One attack."""
    url, seed, frames, patience = sys.argv[1:]
    made = Attack(url, int(seed), int(frames), float(patience))
    print(json.dumps(asdict(asyncio.run(made.run()))))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
