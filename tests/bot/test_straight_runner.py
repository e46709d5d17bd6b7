"""The pipeline's steps in a straight line bring forth what Rasa's own runner does."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from straight_runner import StraightRunner


class Step(GraphComponent):  # type: ignore[misc]
    """Adds what it is given, and itself."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self.runs = 0

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Step:
        return cls(config["letter"])

    def run(self, first: str, second: str = "") -> str:
        self.runs += 1
        return f"({first}{second}{self._letter})"


def _node(letter: str, **needs: str) -> SchemaNode:
    return SchemaNode(
        needs=needs,
        uses=Step,
        constructor_name="create",
        fn="run",
        config={"letter": letter},
        eager=True,
    )


SCHEMA = GraphSchema(
    {
        "both": _node("c", first="left", second="right"),
        "left": _node("a", first="__message__"),
        "right": _node("b", first="left", second="__tracker__"),
        "aside": _node("d", first="__tracker__"),
    }
)
INPUTS = {"__message__": "m", "__tracker__": "t"}


def _runner(kind: Any, folder: Any) -> Any:
    context = ExecutionContext(graph_schema=SCHEMA, model_id="m")
    return kind.create(SCHEMA, LocalModelStorage(folder), context)


def test_the_targets_come_out_as_from_rasas_runner(tmp_path: Any) -> None:
    ours, theirs = (_runner(kind, tmp_path) for kind in (StraightRunner, DaskGraphRunner))
    for targets in (["both"], ["right", "aside"], ["left"]):
        assert ours.run(INPUTS, targets) == theirs.run(INPUTS, targets)
    assert ours.run(INPUTS, ["both"]) == {"both": "((ma)((ma)tb)c)"}


def test_a_step_that_several_need_runs_once_and_one_nobody_needs_never(tmp_path: Any) -> None:
    runner = _runner(StraightRunner, tmp_path)
    runner.run(INPUTS, ["both"])
    runs = {name: node._component.runs for name, node in runner._nodes.items()}
    assert runs == {"left": 1, "right": 1, "both": 1, "aside": 0}
