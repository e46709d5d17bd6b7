"""The environment becomes settings, and processes get what they need to find each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from launcher.failures import LaunchError
from launcher.settings import LaunchSettings, kept_secret, process_environment

if TYPE_CHECKING:
    from pathlib import Path


def test_without_settings_the_contract_s_defaults_hold() -> None:
    settings = LaunchSettings.from_environment({})
    assert settings == LaunchSettings("127.0.0.1", 8080, "http://127.0.0.1:8080", None, False)


def test_every_address_is_reached_on_the_loopback_one() -> None:
    settings = LaunchSettings.from_environment({"HOST": "0.0.0.0", "PORT": "81"})
    assert settings.public_url == settings.local_url == "http://127.0.0.1:81"


def test_a_public_name_does_not_change_how_the_bot_reaches_the_hub() -> None:
    settings = LaunchSettings.from_environment({"PUBLIC_URL": "https://chat.hraun.example"})
    assert settings.public_url == "https://chat.hraun.example"
    assert settings.local_url == "http://127.0.0.1:8080"


def test_a_port_that_is_no_number_is_one_sentence() -> None:
    with pytest.raises(LaunchError, match="PORT=http is no number"):
        LaunchSettings.from_environment({"PORT": "http"})


def test_there_is_one_bot_unless_said_otherwise() -> None:
    assert LaunchSettings.from_environment({}).bot_processes == 1
    assert LaunchSettings.from_environment({"BOT_PROCESSES": "4"}).bot_processes == 4


@pytest.mark.parametrize("text", ["0", "-1", "many", "33", "1.5"])
def test_an_impossible_number_of_bots_is_one_sentence(text: str) -> None:
    with pytest.raises(LaunchError, match=f"BOT_PROCESSES={text} must be a number from 1 to 32"):
        LaunchSettings.from_environment({"BOT_PROCESSES": text})


def test_hub_and_bot_share_address_token_and_state(tmp_path: Path) -> None:
    settings = LaunchSettings.from_environment({"PORT": "8123"})
    made = process_environment({"PATH": "/bin"}, tmp_path, settings, "http://127.0.0.1:5005")
    assert made["PATH"] == "/bin"
    assert made["HUB_URL"] == "http://127.0.0.1:8123"
    assert made["RASA_URL"] == "http://127.0.0.1:5005"
    assert made["VAR_DIR"] == str(tmp_path)
    assert made["BOT_TOKEN"] == (tmp_path / "bot_token").read_text().strip()


def test_a_given_secret_wins_and_is_not_written_down(tmp_path: Path) -> None:
    settings = LaunchSettings.from_environment({})
    made = process_environment({"SECRET_KEY": "given"}, tmp_path, settings, "")
    assert made["SECRET_KEY"] == "given"
    assert not (tmp_path / "secret_key").exists()


def test_production_never_invents_a_secret(tmp_path: Path) -> None:
    environ = {"SAMTAL_ENV": "production"}
    settings = LaunchSettings.from_environment(environ)
    with pytest.raises(LaunchError, match="SECRET_KEY must be set"):
        process_environment(environ, tmp_path, settings, "")


def test_a_secret_file_cut_short_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("\n")
    secret = kept_secret(tmp_path / "secret_key")
    assert len(secret) >= 32
    assert kept_secret(tmp_path / "secret_key") == secret
