"""The demo shop's articles: the same in every language, and cut alike by the hub and the bot."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.help.article import BlockKind, read
from tests.domain.help.articles import FILES, FOLDER, LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


def _bots_cutter() -> Any:
    """The bot's module, which needs nothing of its environment."""
    path = FOLDER.parent / "bot" / "pages" / "articles.py"
    spec = spec_from_file_location("bots_articles", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CUT = _bots_cutter().cut


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_hub_and_bot_find_the_same_passages(path: Path) -> None:
    text, language = path.read_text("utf-8"), path.parent.name
    article = read(text, language, path.stem)
    theirs = CUT(text, language, path.stem)
    assert [(one.title, one.anchor, one.heading) for one in theirs] == [
        (article.title, one.anchor, one.heading or article.title) for one in article.passages
    ]
    assert [one.text for one in theirs] == [one.text for one in article.passages]


def test_they_agree_on_what_is_harder_to_read_too() -> None:
    text = "Before.\n\n# T\n\nA\nb.\n\n## **H** {#h}\n\n### Small\n\n- one [x](/y)\n  more\n- two\n\n##\n\n## Last ##\nEnd"
    ours, theirs = read(text, "en", "t"), CUT(text, "en", "t")
    assert [one.anchor for one in theirs] == [one.anchor for one in ours.passages]
    lists = [b.text for one in ours.passages for b in one.blocks if b.kind is BlockKind.LIST]
    assert lists == ["one x more\ntwo"]
    assert "– one x more\n– two" in theirs[2].text


def test_every_language_has_the_same_articles_with_the_same_anchors() -> None:
    def anchors(language: str) -> dict[str, list[str]]:
        return {
            path.stem: [
                one.anchor for one in read(path.read_text("utf-8"), language, path.stem).passages
            ]
            for path in sorted((FOLDER / language).glob("*.md"))
        }

    english = anchors("en")
    assert len(english) >= 10
    for language in LANGUAGES:
        assert anchors(language) == english, language
