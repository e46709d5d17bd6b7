"""Where everything lies: one frozen answer to every path question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one checkout (``root``) and of one running instance (``var``)."""

    root: Path
    var: Path

    @classmethod
    def of(cls, root: Path, environ: Mapping[str, str]) -> Places:
        """State lies under ``VAR_DIR``, by default ``var/`` of the checkout."""
        return cls(root=root, var=(root / environ.get("VAR_DIR", "var")).resolve())

    @property
    def hub_env(self) -> Path:
        return self.root / ".venv"

    @property
    def hub_python(self) -> Path:
        return self.hub_env / "bin" / "python"

    @property
    def bot(self) -> Path:
        return self.root / "bot"

    @property
    def bot_env(self) -> Path:
        return self.bot / ".venv"

    @property
    def bot_python(self) -> Path:
        return self.bot_env / "bin" / "python"

    @property
    def frontend(self) -> Path:
        return self.root / "frontend"

    @property
    def model(self) -> Path:
        return self.var / "bot" / "model.tar.gz"

    @property
    def exchange(self) -> Path:
        """How far the exchange of the bots is, or how the last one ended."""
        return self.var / "bot" / "exchange.json"

    @property
    def serving(self) -> Path:
        """Names a trained model that serves in place of the built one, if one does."""
        return self.var / "bot" / "serving.json"

    @property
    def browser(self) -> Path:
        return self.root / "tests" / "browser"

    @property
    def tools(self) -> Path:
        return self.root / ".tools"

    @property
    def logs(self) -> Path:
        return self.var / "log"

    @property
    def stamps(self) -> Path:
        return self.var / "stamps"

    @property
    def demo_file(self) -> Path:
        return self.var / "demo.json"

    def log(self, name: str) -> Path:
        """The log file of a step or a process."""
        return self.logs / f"{name}.log"
