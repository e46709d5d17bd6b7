"""Engine.IO by hand, for frames that no client library would send."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp

PATIENCE = 30.0


class RawSocket:
    """A WebSocket to one of the servers; frames go out as given."""

    def __init__(self, http: aiohttp.ClientSession, url: str, path: str = "/socket.io/") -> None:
        self._http = http
        self._url = f"{url}{path}?EIO=4&transport=websocket"
        self.frames: list[str] = []

    async def open(self, **headers: str) -> dict[str, Any]:
        """The server's handshake."""
        self.ws = await self._http.ws_connect(self._url, headers=headers)
        opened = (await self.ws.receive_str(timeout=PATIENCE))[1:]
        handshake: dict[str, Any] = json.loads(opened)
        return handshake

    async def send(self, frame: str | bytes) -> None:
        """One frame."""
        if isinstance(frame, bytes):
            await self.ws.send_bytes(frame)
        else:
            await self.ws.send_str(frame)

    async def join(self, namespace: str, auth: object) -> dict[str, Any]:
        """CONNECT; the server's answer."""
        await self.send(f"40{namespace},{json.dumps(auth)}")
        answer = await self.frame(f"40{namespace},")
        joined: dict[str, Any] = json.loads(answer.partition(",")[2])
        return joined

    async def frame(self, beginning: str) -> str:
        """The next frame that begins like this; the others are kept in `frames`."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.ws.receive()
                assert message.type is aiohttp.WSMsgType.TEXT, f"closed; came: {self.frames}"
                frame: str = message.data
                self.frames.append(frame)
                if frame == "2":
                    await self.ws.send_str("3")
                if frame.startswith(beginning):
                    return frame

    async def ended(self) -> None:
        """Returns once the server has closed it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.ws.receive()
                if message.type is not aiohttp.WSMsgType.TEXT:
                    return
                self.frames.append(message.data)

    async def close(self) -> None:
        """Leaves."""
        await self.ws.close()


class RawPolling:
    """The polling transport, one request at a time."""

    def __init__(self, http: aiohttp.ClientSession, url: str, path: str = "/socket.io/") -> None:
        self._http = http
        self._url = f"{url}{path}?EIO=4&transport=polling"

    async def open(self) -> None:
        """Begins a session."""
        async with self._http.get(self._url) as response:
            handshake = json.loads((await response.text())[1:])
        self._url += f"&sid={handshake['sid']}"

    async def post(self, *packets: str) -> int:
        """The status with which a body of these packets is answered."""
        async with self._http.post(self._url, data="\x1e".join(packets)) as response:
            await response.read()
            return response.status

    async def poll(self) -> list[str]:
        """What waits for us."""
        async with self._http.get(self._url) as response:
            assert response.status == 200, response.status
            return (await response.text()).split("\x1e")

    async def until(self, beginning: str) -> list[str]:
        """Everything up to a packet that begins like this."""
        packets: list[str] = []
        async with asyncio.timeout(PATIENCE):
            while not any(packet.startswith(beginning) for packet in packets):
                packets += await self.poll()
        return packets
