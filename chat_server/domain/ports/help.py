"""The shop's help pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.domain.help.article import Article


class HelpPages(Protocol):
    """Read from the disk; callers leave the event loop to it."""

    def languages(self) -> Sequence[str]: ...
    def articles(self, language: str) -> Sequence[Article]: ...
    def article(self, language: str, slug: str) -> Article | None: ...
