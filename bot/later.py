"""Modules that are loaded when somebody first asks them for something, not when they are imported.

Rasa imports TensorFlow, twelve chat services and a scheduler of tasks wherever they may be needed. This bot needs none of
them, and they were half of its start and of its memory: docs/decisions/0106-a-bot-that-carries-only-what-it-uses.md
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

# What of Rasa can wait. Beside a package stands the module in it that has the names which are imported from it.
UNUSED: Mapping[str, str | None] = {
    # Training of nets: TensorFlow and Keras.
    "rasa.utils.train_utils": None,
    # Facebook, Slack, Telegram, Twilio and so on.
    "rasa.core.channels": "rasa.core.channels.channel",
    # Reports about a model, with matplotlib.
    "rasa.core.test": None,
    "rasa.core.jobs": None,
    "rasa.telemetry": None,
    "boto3": None,
    "dask": None,
}
_loading = threading.RLock()


def postpone(names: Mapping[str, str | None] = UNUSED) -> None:
    """From now on, importing one of these loads nothing."""
    late = {name: inner for name, inner in names.items() if name not in sys.modules}
    sys.meta_path.insert(0, _Postponing(late))


class _Postponing(MetaPathFinder):
    def __init__(self, names: Mapping[str, str | None]) -> None:
        self._names = dict(names)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname not in self._names:
            return None
        # Whoever comes next in line knows where it is.
        inner = self._names.pop(fullname)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _LateLoader(spec.loader, inner)
        return spec


class _LateLoader(Loader):
    def __init__(self, real: Loader, inner: str | None) -> None:
        self.real, self.inner = real, inner

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Not yet."""


class _Later(ModuleType):
    """What is asked of it before it is loaded comes here; afterwards it is a module like any other."""

    def __getattr__(self, name: str) -> Any:
        loader: Any = self.__dict__["__loader__"]
        if name.startswith("__"):
            raise AttributeError(name)
        inner = vars(import_module(loader.inner)) if loader.inner else {}
        if name in inner:
            return inner[name]
        with _loading:
            if isinstance(self, _Later):
                spec: Any = self.__spec__
                self.__class__ = ModuleType  # type: ignore[assignment]
                spec.loader = self.__loader__ = loader.real
                loader.real.exec_module(self)
        return getattr(self, name)
