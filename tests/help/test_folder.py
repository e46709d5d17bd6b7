"""Articles are read as they are now, and nothing outside their folder ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chat_server.help.folder import HelpFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "b.md").write_text("# Beta\n\nTwo.", "utf-8")
    (tmp_path / "en" / "a.md").write_text("# Alpha\n\nOne.", "utf-8")
    (tmp_path / "ar").mkdir()
    (tmp_path / "notes").mkdir()
    return tmp_path


def test_articles_come_in_the_order_of_their_titles(folder: Path) -> None:
    pages = HelpFolder(folder)
    assert [one.title for one in pages.articles("en")] == ["Alpha", "Beta"]
    assert pages.languages() == ["en"]


def test_what_is_changed_is_read_anew(folder: Path) -> None:
    pages, path = HelpFolder(folder), folder / "en" / "a.md"
    assert pages.article("en", "a") is not None
    path.write_text("# Gamma\n\nThree.", "utf-8")
    os.utime(path, ns=(1, 1))
    found = pages.article("en", "a")
    assert found is not None
    assert found.title == "Gamma"


@pytest.mark.parametrize(
    ("language", "slug"),
    [
        ("en", "../../secret"),
        ("..", "a"),
        ("en/../..", "a"),
        ("en", "a.md"),
        ("en", ""),
        ("xx", "a"),
    ],
)
def test_nothing_else_is_read(folder: Path, language: str, slug: str) -> None:
    (folder.parent / "secret.md").write_text("# Secret\n\nx", "utf-8")
    assert HelpFolder(folder).article(language, slug) is None


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    pages = HelpFolder(tmp_path / "none")
    assert pages.languages() == []
    assert list(pages.articles("en")) == []


def test_what_is_no_text_is_passed_over(folder: Path) -> None:
    (folder / "en" / "c.md").write_bytes(b"\xff\xfe\x00")
    assert [one.slug for one in HelpFolder(folder).articles("en")] == ["a", "b"]
