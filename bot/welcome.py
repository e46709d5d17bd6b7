"""Shows at the edges of a turn that the bot remembers.

A first answer opens by name and closes with the open problem; after a colleague handed the dialogue back the bot says
that it is the bot again. When nothing else is asked, what was heard badly is asked about, once: the hub tells only of
facts that were never asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actions.open_problem import question_about, yes_or_no
from addressing import addressed
from known_facts import Visitor
from phrases import phrases_for
from remembering import lower_first, sentence_of, words_to
from replies import as_asked, short

if TYPE_CHECKING:
    from rasa.shared.core.trackers import DialogueStateTracker

    from collector import TurnCollector
    from phrases import Phrases

# Thai asks without a sign.
_ASKS = ("?", "\uff1f", "\u0e04\u0e30")
# These answer a greeting or speak of the problem themselves.
_SPEAKS_FOR_ITSELF = frozenset(
    {
        "greet",
        "give_name",
        "problem_solved",
        "problem_unsolved",
        "goodbye",
        "what_is_remembered",
        "ask_remembered",
        "ask_said",
        "forget_fact",
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
    visitor = Visitor.from_slot(tracker.get_slot("visitor"))
    if returned_now and not collector.handoff:
        back_again = phrases_for(visitor.locale).text("back_again")
        collector.replies.insert(
            0, {"content": {"type": "text", "text": back_again}, "used_facts": []}
        )
        return
    _open_and_ask_of_problem(collector, tracker, visitor)
    _meet(collector, visitor)
    _check_fact(collector, tracker, visitor)


def _open_and_ask_of_problem(
    collector: TurnCollector, tracker: DialogueStateTracker, visitor: Visitor
) -> None:
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
    words = phrases_for(visitor.locale)
    choices = [{"label": label, "payload": payload} for label, payload in yes_or_no(words)]
    question = words.text("before_i_forget", question=lower_first(question_about(problem, words)))
    collector.replies.append(
        {
            "content": {"type": "choices", "text": question, "choices": choices},
            "used_facts": [problem.id],
        }
    )
    collector.pending = "open_problem"


def _open_by_name(reply: dict[str, Any], visitor: Visitor) -> None:
    name, used = addressed(visitor)
    content = reply["content"]
    if name is not None and not used[0].just_said and content.get("text"):
        words = phrases_for(visitor.locale)
        greeted = words.text("welcome_back_before", name=name, text=content["text"])
        content["text"] = short(greeted) if content["type"] == "card" else greeted
        ids = [fact.id for fact in used]
        reply["used_facts"] = [*ids, *(one for one in reply["used_facts"] if one not in ids)]


def _meet(collector: TurnCollector, visitor: Visitor) -> None:
    """Who says their name hears it, whatever else they said."""
    name, used = addressed(visitor)
    if name is None or not used[0].just_said or collector.handoff or not collector.replies:
        return
    content = collector.replies[0]["content"]
    if not content.get("text") or any(_says(reply, name) for reply in collector.replies):
        return
    words = words_to(visitor)
    met = words.join.join((words.pleased.format(name=name), content["text"]))
    content["text"] = short(met) if content["type"] == "card" else met
    collector.replies[0]["used_facts"] = [
        *(fact.id for fact in used),
        *collector.replies[0]["used_facts"],
    ]


def _says(reply: dict[str, Any], name: str) -> bool:
    return name.casefold() in str(reply["content"].get("text") or "").casefold()


def _check_fact(collector: TurnCollector, tracker: DialogueStateTracker, visitor: Visitor) -> None:
    """Ask whether what was heard badly is so."""
    if tracker.latest_message.intent.get("name") == "goodbye":
        return
    if not visitor.doubtful or collector.handoff or collector.pending or collector.forgotten:
        return
    if tracker.active_loop_name or not collector.replies:
        return
    if _asks(collector.replies[-1], phrases_for(visitor.locale)):
        return
    fact = visitor.doubtful[-1]
    words = words_to(visitor)
    choices = [
        {"label": words.yes, "payload": "/affirm"},
        {"label": words.no, "payload": "/deny"},
    ]
    question = words.check.format(fact=lower_first(sentence_of(fact)))
    collector.replies.append(
        {
            "content": {"type": "choices", "text": question, "choices": choices},
            "used_facts": [],
            "asks_about": fact.id,
        }
    )
    collector.pending, collector.asked_fact = "fact", as_asked(fact)


def _asks(reply: dict[str, Any], words: Phrases) -> bool:
    """Offering help in general is no question that waits for an answer."""
    content = reply["content"]
    text = str(content.get("text") or "").rstrip()
    asks = text.endswith(_ASKS) and not words.only_offers_help(text)
    return content["type"] != "text" or asks
