"""The stories go as they are told: every action in them is what the trained policies predict."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from conftest import ROOT
from rasa.core.agent import Agent
from rasa.core.test import test as replay

if TYPE_CHECKING:
    from pathlib import Path


def test_every_story_goes_as_told(model: Path, tmp_path: Path) -> None:
    agent = Agent.load(model)
    stories = str(ROOT / "nlu_data" / "stories")
    result = asyncio.run(
        replay(stories, agent, out_directory=str(tmp_path), disable_plotting=True, warnings=False)
    )
    assert (
        result["report"]["conversation_accuracy"]["correct"]
        == result["report"]["conversation_accuracy"]["total"]
        >= 6
    )
    assert result["actions"]
    assert [action for action in result["actions"] if action["action"] != action["predicted"]] == []
