"""Writes the schema documents that the frontend's types are generated from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .schema import events_schema, rest_schema

if TYPE_CHECKING:
    from pathlib import Path


def export_schemas(folder: Path) -> list[Path]:
    """Writes `events.schema.json` and `rest.schema.json`; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in (("events", events_schema()), ("rest", rest_schema())):
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written
