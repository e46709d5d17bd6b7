"""Vectors of lines that somebody looks at, kept as long as they are among those that are looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from chat_server.domain.ports import Meaning

# In parts, so that a customer whose words are to be remembered is not waited for.
_AT_ONCE = 16
# Who looks at the page waits no longer; the rest is there when the page asks again.
_WITHIN = 2.0


class LineMeanings:
    """By their words; what is asked for no more is forgotten, so that nobody's words stay who was erased."""

    def __init__(self, model: Meaning | None) -> None:
        self._model = model
        self._held: dict[str, bytes] = {}
        self._turn = asyncio.Lock()

    @property
    def are_told(self) -> bool:
        """Whether asking again may bring more."""
        return self._model is not None

    async def of(self, texts: Sequence[str]) -> Mapping[str, bytes]:
        """Those that are known within two seconds."""
        if self._model is None:
            return {}
        async with self._turn:
            self._held = {text: self._held[text] for text in texts if text in self._held}
            new = [text for text in dict.fromkeys(texts) if text not in self._held]
            until = asyncio.get_running_loop().time() + _WITHIN
            while new and asyncio.get_running_loop().time() < until:
                some, new = new[:_AT_ONCE], new[_AT_ONCE:]
                found = await self._model.vectors(some, asked=False)
                if found is None:
                    break
                self._held |= dict(zip(some, found, strict=True))
            return dict(self._held)
