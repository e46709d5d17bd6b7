"""Runs the steps of a trained pipeline one after another.

Rasa hands them to dask at every message, which plans for many processors what is a straight line here.
"""

from __future__ import annotations

from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage


class StraightRunner(GraphRunner):  # type: ignore[misc]
    """Steps of a graph in an order that is found once."""

    def __init__(self, schema: GraphSchema, nodes: dict[str, GraphNode]) -> None:
        self._needs = {name: list(node.needs.values()) for name, node in schema.nodes.items()}
        self._all = schema.target_names
        self._nodes = nodes
        self._orders: dict[tuple[str, ...], list[str]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> Self:
        """Rasa's way of making it: all components are loaded now."""
        nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(
        self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        """What the targets bring forth, by their names."""
        wanted = tuple(targets or self._all)
        if wanted not in self._orders:
            self._orders[wanted] = self._order(wanted)
        # A step takes what others brought forth together with their names.
        done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name in self._orders[wanted]:
            done[name] = self._nodes[name](*(done.get(need, need) for need in self._needs[name]))
        return {name: done[name][1] for name in wanted}

    def _order(self, wanted: tuple[str, ...]) -> list[str]:
        """Every step after those it needs; what is no step is an input."""
        order: dict[str, None] = {}

        def add(name: str) -> None:
            if name in self._nodes and name not in order:
                for need in self._needs[name]:
                    add(need)
                order[name] = None

        for name in wanted:
            add(name)
        return list(order)
