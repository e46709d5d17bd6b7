"""Reads a trained model for answering, which needs less of it than Rasa reads."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.storage.local_model_storage import MODEL_ARCHIVE_METADATA_FILE, LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata

from straight_runner import StraightRunner


class _ForAnswering(LocalModelStorage):  # type: ignore[misc]
    @staticmethod
    def _load_metadata(directory: Path) -> ModelMetadata:
        """Without the steps of its training: to name them, Rasa imports every component it has, TensorFlow with them."""
        metadata = json.loads((directory / MODEL_ARCHIVE_METADATA_FILE).read_text(encoding="utf-8"))
        return ModelMetadata.from_dict(metadata | {"train_schema": {"nodes": {}}})


def load(model: Path) -> tuple[ModelMetadata, StraightRunner]:
    """What is known of the model, and what runs it."""
    with TemporaryDirectory() as folder:
        metadata, runner = load_predict_graph_runner(
            Path(folder), model, _ForAnswering, StraightRunner
        )
    return metadata, runner
