"""The production shape, checked as far as it can be without an engine."""

from __future__ import annotations

import re
import subprocess
import sys
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILES = sorted((ROOT / "docker").glob("Dockerfile.*"))
_TAG_WITH_VERSION = re.compile(
    r"^[\w./-]+:v?\d+\.\d+(\.\d+)?([.-][\w.-]+)?(@sha256:[0-9a-f]{64})?$"
)
_SECRET = re.compile(r"SECRET|TOKEN|PASSWORD|AUTH")


def _loaded() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return loaded


SERVICES: dict[str, dict[str, Any]] = _loaded()["services"]
LONG_RUNNING = sorted(set(SERVICES) - {"migrate"})


def _example_environment() -> dict[str, str]:
    lines = (ROOT / "docker/env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def test_the_file_follows_the_compose_specification() -> None:
    checked = subprocess.run(
        [
            Path(sys.executable).with_name("check-jsonschema"),
            "--builtin-schema", "vendor.compose-spec", COMPOSE,
        ],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_wrong_key_would_be_noticed(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(COMPOSE.read_text().replace("tmpfs:", "tempfs:"))
    checked = subprocess.run(
        [
            Path(sys.executable).with_name("check-jsonschema"),
            "--builtin-schema", "vendor.compose-spec", wrong,
        ],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 1


def test_all_parts_of_the_production_shape_are_there() -> None:
    assert set(SERVICES) == {
        "migrate", "hub", "bot", "bot-2", "trainer", "postgres", "valkey", "proxy",
    }  # fmt: skip
    assert SERVICES["hub"]["deploy"]["replicas"] == "${HUB_REPLICAS:-2}"


def test_the_hub_knows_every_bot_and_they_share_their_dialogues() -> None:
    bots = [name for name in SERVICES if name.startswith("bot")]
    known = SERVICES["hub"]["environment"]["RASA_URL"].split(",")
    assert known == [f"http://{name}:5005" for name in bots]
    assert {tuple(SERVICES[name]["volumes"]) for name in bots} == {("bot-state:/app/var/bot",)}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_runs_as_root_or_may_become_it(name: str) -> None:
    service = SERVICES[name]
    uid, gid = service["user"].split(":")
    assert int(uid) > 0
    assert int(gid) > 0
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_root_file_system_is_read_only(name: str) -> None:
    assert SERVICES[name]["read_only"] is True


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_every_lasting_service_is_checked_and_restarted(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_migrations_run_once_before_any_hub() -> None:
    assert SERVICES["migrate"]["command"][-1] == "migrate"
    assert SERVICES["migrate"]["restart"] == "no"
    condition = SERVICES["hub"]["depends_on"]["migrate"]["condition"]
    assert condition == "service_completed_successfully"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_image_is_pinned_to_a_version(name: str) -> None:
    assert _TAG_WITH_VERSION.match(SERVICES[name]["image"])


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_every_base_image_is_pinned_to_a_version(dockerfile: Path) -> None:
    text = dockerfile.read_text()
    stages = set(re.findall(r"^FROM \S+ AS (\w+)", text, re.MULTILINE))
    bases = [base for base in re.findall(r"^FROM (\S+)", text, re.MULTILINE) if base not in stages]
    assert bases
    assert [base for base in bases if not _TAG_WITH_VERSION.match(base)] == []


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_images_run_as_a_user_of_their_own_that_compose_names_too(dockerfile: Path) -> None:
    users = re.findall(r"^USER (\S+)", dockerfile.read_text(), re.MULTILINE)
    service = dockerfile.suffix.removeprefix(".")
    assert users[-1] == SERVICES[service]["user"]


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_the_dockerfile_linter_finds_nothing(dockerfile: Path) -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    checked = subprocess.run([hadolint, dockerfile], check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)
def test_everything_an_image_copies_exists_and_is_sent_to_the_engine(dockerfile: Path) -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    allowed = [line.removeprefix("!") for line in ignored if line.startswith("!")]
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile.read_text(), re.MULTILINE)
    for source in " ".join(copied).split():
        assert (ROOT / source).exists(), source
        assert any(source.rstrip("/").startswith(entry) for entry in allowed), source


def test_secrets_come_from_the_environment_only() -> None:
    for name, service in SERVICES.items():
        for key, value in service.get("environment", {}).items():
            if _SECRET.search(key):
                assert value.startswith("${"), f"{name}.{key}"
    values = _example_environment()
    assert [key for key, value in values.items() if _SECRET.search(key) and value] == []


def test_the_example_names_every_setting_the_file_requires() -> None:
    required = set(re.findall(r"\$\{(\w+):\?", COMPOSE.read_text()))
    assert required <= set(_example_environment())


def test_the_filled_in_file_is_ignored_by_git() -> None:
    assert "docker/.env" in (ROOT / ".gitignore").read_text().splitlines()


def test_only_the_proxy_is_reachable_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert _loaded()["networks"]["inside"]["internal"] is True
    assert SERVICES["postgres"]["networks"] == SERVICES["valkey"]["networks"] == ["inside"]
    assert SERVICES["bot"]["networks"] == SERVICES["bot-2"]["networks"] == ["inside"]


def test_the_hub_believes_the_proxy_s_address_and_no_other() -> None:
    address = SERVICES["proxy"]["networks"]["front"]["ipv4_address"]
    subnet = _loaded()["networks"]["front"]["ipam"]["config"][0]["subnet"]
    assert SERVICES["hub"]["environment"]["TRUSTED_PROXIES"] == address
    assert ip_address(address) in ip_network(subnet)


def test_what_must_be_kept_lies_on_a_volume() -> None:
    volumes = _loaded()["volumes"]
    for name in ("postgres", "bot", "proxy"):
        mounted = [entry.split(":")[0] for entry in SERVICES[name]["volumes"]]
        assert mounted
        assert set(mounted) <= set(volumes)
