"""The shop's help pages, for everybody: one article, all of a language, and those that have some words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from chat_server.domain.errors import NotFound
from chat_server.domain.help.article import Article
from chat_server.domain.help.search import Hit, PassageSearch
from chat_server.domain.ports import HelpPages

_MOST_HITS = 20
_FALLBACK = "en"


@dataclass(frozen=True)
class Listed:
    """The articles of a language, or what was found in them; `languages` are all there are."""

    language: str
    languages: list[str]
    articles: list[Article]
    hits: list[Hit]


class Help:
    """Reads the disk beside the event loop."""

    def __init__(self, pages: HelpPages) -> None:
        self._pages = pages

    async def article(self, language: str, slug: str) -> tuple[Article, list[str]]:
        """Raises NotFound; beside it the languages that have it."""
        return await asyncio.to_thread(self._article, language, slug)

    async def listed(self, language: str, words: str = "") -> Listed:
        """Raises NotFound for a language without articles."""
        return await asyncio.to_thread(self._listed, language, words)

    async def nearest(self, wanted: str) -> str:
        """The language to begin with for who prefers `wanted`."""
        languages = await asyncio.to_thread(self._pages.languages)
        if not languages:
            raise NotFound("There are no help pages.")
        main = wanted.partition("-")[0].lower()
        same = [one for one in languages if one.partition("-")[0].lower() == main]
        return (same or [one for one in languages if one == _FALLBACK] or list(languages))[0]

    def _article(self, language: str, slug: str) -> tuple[Article, list[str]]:
        found = self._pages.article(language, slug)
        if found is None:
            raise NotFound("There is no such help page.")
        others = [one for one in self._pages.languages() if self._pages.article(one, slug)]
        return found, others

    def _listed(self, language: str, words: str) -> Listed:
        articles = list(self._pages.articles(language))
        if not articles:
            raise NotFound("There are no help pages in this language.")
        hits = list(PassageSearch(articles).find(words, _MOST_HITS)) if words else []
        return Listed(language, list(self._pages.languages()), articles, hits)
