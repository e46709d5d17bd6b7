"""What SQLAlchemy made of a statement, for every engine of a test run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncEngine


class _ByKind(LRUCache[Any, Any]):
    """Asks which kind of database a statement was compiled for, not for which engine: all are set up alike."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_of_kind(key), value)


def _of_kind(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return (type(dialect), *statement)


def sharing(create: Callable[..., AsyncEngine]) -> Callable[..., AsyncEngine]:
    """Engines whose compiled statements are kept together: each test has engines of its own, all ask the same."""
    compiled = _ByKind(4000)

    def created(*given: Any, **settings: Any) -> AsyncEngine:
        engine = create(*given, **settings)
        engine.sync_engine._compiled_cache = compiled
        return engine

    return created
