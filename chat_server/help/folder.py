"""Reads `<language>/<slug>.md`; what is changed is read anew, without a restart."""

from __future__ import annotations

import re
from pathlib import Path

import structlog

from chat_server.domain.help.article import Article, read

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,80}")
# Characters; what is longer ends there.
_MOST = 200_000
_log = structlog.get_logger(__name__)


class HelpFolder:
    """See `domain.ports.HelpPages`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], Article]] = {}

    def languages(self) -> list[str]:
        """Those that have an article."""
        if not self._folder.is_dir():
            return []
        found = (path for path in self._folder.iterdir() if _LANGUAGE.fullmatch(path.name))
        return sorted(path.name for path in found if next(path.glob("*.md"), None))

    def articles(self, language: str) -> list[Article]:
        """In the order of their titles."""
        if not _LANGUAGE.fullmatch(language):
            return []
        paths = (self._folder / language).glob("*.md")
        found = [self._article(path, language) for path in paths if _SLUG.fullmatch(path.stem)]
        return sorted((one for one in found if one), key=lambda one: one.title.casefold())

    def article(self, language: str, slug: str) -> Article | None:
        """The one of this name."""
        if not (_LANGUAGE.fullmatch(language) and _SLUG.fullmatch(slug)):
            return None
        return self._article(self._folder / language / f"{slug}.md", language)

    def _article(self, path: Path, language: str) -> Article | None:
        try:
            state = path.stat()
            version = (state.st_mtime_ns, state.st_size)
            known = self._read.get(path)
            if known is not None and known[0] == version:
                return known[1]
            with path.open(encoding="utf-8") as file:
                article = read(file.read(_MOST), language, path.stem)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("help_article_not_read", path=str(path), error=type(error).__name__)
            return None
        self._read[path] = (version, article)
        return article
