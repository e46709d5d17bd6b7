"""Shows at the edges of a turn that the bot remembers.

A first answer opens by name and closes with the open problem; after a colleague handed the dialogue back the bot says
that it is the bot again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.open_problem import YES_OR_NO, question_about
from known_facts import Visitor
from replies import short

if TYPE_CHECKING:
    from rasa.shared.core.trackers import DialogueStateTracker

    from collector import TurnCollector

BACK_AGAIN = "I'm the shop's assistant again; my colleague has handed the chat back to me."

# These answer a greeting or speak of the problem themselves.
_SPEAKS_FOR_ITSELF = frozenset(
    {
        "greet",
        "give_name",
        "problem_solved",
        "problem_unsolved",
        "goodbye",
        "what_is_remembered",
        "delete_my_data",
    }
)
_IS_A_PROBLEM = frozenset(
    {
        "damaged_item",
        "faulty_item",
        "wrong_item",
        "missing_item",
        "late_delivery",
        "complain",
        "refund_status",
    }
)


def open_and_close(
    collector: TurnCollector, tracker: DialogueStateTracker, *, returned_now: bool
) -> None:
    """Add what belongs around the replies."""
    if returned_now and not collector.handoff:
        collector.replies.insert(
            0, {"content": {"type": "text", "text": BACK_AGAIN}, "used_facts": []}
        )
        return
    visitor = Visitor.from_slot(tracker.get_slot("visitor"))
    intent = tracker.latest_message.intent.get("name")
    if not visitor.first_turn or intent in _SPEAKS_FOR_ITSELF or not collector.replies:
        return
    _open_by_name(collector.replies[0], visitor)
    problem = visitor.fact("open_problem")
    if (
        problem is None
        or problem.said_here
        or intent in _IS_A_PROBLEM
        or collector.handoff
        or tracker.active_loop_name
        or collector.pending
    ):
        return
    choices = [{"label": label, "payload": payload} for label, payload in YES_OR_NO]
    question = f"And before I forget: {_lower_first(question_about(problem))}"
    collector.replies.append(
        {
            "content": {"type": "choices", "text": question, "choices": choices},
            "used_facts": [problem.id],
        }
    )
    collector.pending = "open_problem"


def _open_by_name(reply: dict[str, Any], visitor: Visitor) -> None:
    name = visitor.fact("name")
    content = reply["content"]
    if name is not None and not name.just_said and content.get("text"):
        greeted = f"Welcome back, {name.value}. {content['text']}"
        content["text"] = short(greeted) if content["type"] == "card" else greeted
        reply["used_facts"] = [name.id, *reply["used_facts"]]


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
