"""What marketing pages ask for when they are opened, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Ask:
    """A path below `/api/v1/`, and what is sent to it, if anything is."""

    path: str
    body: dict[str, Any] | None = None


@dataclass(frozen=True)
class Known:
    """Of a database: the end of its last day, an order's number, its last dialogue and who that was with, two coders."""

    end: datetime
    order: str
    dialogue: str
    contact: str
    coders: tuple[str, str]


def pages(known: Known) -> dict[str, Ask]:
    """Everything that is measured."""
    return {name: Ask(path) for name, path in {**_reports(known), **_lists(known)}.items()} | {
        **_segments(),
        "desk: a sample of 30 days": Ask("desk/samples", _sample(known)),
        "reveal": Ask(f"conversations/{known.dialogue}/reveal", {"reason": "How fast is it?"}),
    }


def _reports(known: Known) -> dict[str, str]:
    def last(days: int) -> str:
        since = (known.end - timedelta(days=days)).date()
        return f"from={since.isoformat()}&to={known.end.date().isoformat()}"

    def before(days: int) -> str:
        """As long a period before that: what pages are compared with."""
        since, until = (known.end - timedelta(days=many * days) for many in (2, 1))
        return f"from={since.date().isoformat()}&to={until.date().isoformat()}"

    return {
        "overview, 7 days": f"reports/overview?{last(7)}",
        "overview, 30 days": f"reports/overview?{last(30)}",
        "overview, 90 days": f"reports/overview?{last(90)}",
        "overview, two years": f"reports/overview?{last(729)}",
        "memory, 30 days": f"reports/memory?{last(30)}",
        "memory, 90 days": f"reports/memory?{last(90)}",
        "memory, 90 days before": f"reports/memory?{before(90)}",
        "help, 30 days": f"reports/help?{last(30)}",
        "help, 90 days": f"reports/help?{last(90)}",
        "bot, 30 days": f"reports/bot?{last(30)}",
        "bot, 90 days": f"reports/bot?{last(90)}",
        "people, 30 days": f"reports/agents?{last(30)}",
        "people, 90 days": f"reports/agents?{last(90)}",
        "listening, 30 days": f"reports/listening?{last(30)}",
        "listening, 90 days": f"reports/listening?{last(90)}",
        "listening, 30 days before": f"reports/listening?{before(30)}",
        "listening, 90 days before": f"reports/listening?{before(90)}",
        "rises": "rises",
        "customers": "reports/customers",
        "incentives, 90 days": f"reports/incentives?{last(90)}",
        "incentives, 90 days before": f"reports/incentives?{before(90)}",
        "offers, 90 days": f"reports/offers?{last(90)}",
        "who comes back, months": "reports/retention?unit=month",
        "who comes back, weeks": "reports/retention?unit=week",
        "campaigns": "campaigns",
        "campaigns' report, 30 days": f"reports/campaigns?{last(30)}",
        "campaigns' report, two years": f"reports/campaigns?{last(729)}",
        "experiments": "reports/experiments",
        "elements": "elements",
        "elements' orders, 30 days": f"reports/elements?{last(30)}",
        "elements' orders, 30 days before": f"reports/elements?{before(30)}",
        "elements' orders, 90 days": f"reports/elements?{last(90)}",
        "an element, 30 days": f"elements/big-00?{last(30)}",
        "an element's orders, 30 days": f"elements/big-00/orders?{last(30)}",
        "lines to learn from, 30 days": f"learning/lines?{last(30)}",
        "dialogues of who returned": f"conversations?limit=50&outcome=returning&{last(30)}",
        "dialogues that sold": f"conversations?limit=50&outcome=ordered&{last(30)}",
    }


def _lists(known: Known) -> dict[str, str]:
    return {
        "dialogues": "conversations?limit=50",
        "dialogues of a campaign": "conversations?limit=50&campaign=campaign-3&outcome=handed_off",
        "dialogues an agent took": "conversations?limit=50&took=agent-3",
        "dialogues of an intent": "conversations?limit=50&intent=payment",
        "dialogues rated 1": "conversations?limit=50&rating=1&locale=is",
        "response events": "response-events?limit=50",
        "one dialogue": f"conversations/{known.dialogue}/messages",
        "contacts": "contacts?limit=50",
        "contacts by name": "contacts?limit=50&q=Gu%C3%B0r%C3%BAn",
        "a contact's history": f"contacts/{known.contact}/history",
        "orders": "orders?limit=50",
        "log of events": "events?after=0&limit=100",
        "what is kept": "retention",
        "audit": "audit",
        "audit: searched": "audit?q=bench&limit=50",
        "desk: samples": "desk/samples",
        "search: a number": f"conversations?limit=50&q={known.order}",
        "search: English, frequent": "conversations?limit=50&q=order",
        "search: English, two words": "conversations?limit=50&q=waterproof fleece",
        "search: Chinese, frequent": "conversations?limit=50&q=訂單",
        "search: Chinese, phrase": "conversations?limit=50&q=羽絨背心的拉鍊",
        "search: Thai, frequent": "conversations?limit=50&q=คำสั่งซื้อ",
        "search: Thai, phrase": "conversations?limit=50&q=เสื้อกันฝนกันน้ำไหม",
        "search: nothing found": "conversations?limit=50&q=zeppelin",
        "search: Thai letters, never so": "conversations?limit=50&q=มคอสซ",
    }


def _segments() -> dict[str, Ask]:
    often = {"field": "dialogues.count", "is": "at_least", "value": 3}
    lately = {"field": "dialogues.last", "is": "within", "value": 30}
    spent = {"field": "orders.spent", "is": "at_least", "value": 60}
    rules: dict[str, dict[str, object]] = {
        "often": {"all": [often]},
        "lately, and spent": {"all": [lately, spent]},
        "not of a campaign": {
            "none": [{"field": "dialogues.campaign", "is": "is", "value": "campaign-3"}]
        },
    }
    asked = {"segments": Ask("segments")}
    for name, rule in rules.items():
        asked[f"segment preview: {name}"] = Ask("segments/preview", {"rule": rule, "quick": True})
        asked[f"segment count behind it: {name}"] = Ask("segments/count", {"rule": rule})
    return asked


def _sample(known: Known) -> dict[str, Any]:
    codes = [{"name": name, "definition": f"It is {name}."} for name in ("good", "bad")]
    return {
        "name": "Benchmark",
        "from": (known.end - timedelta(days=30)).isoformat(),
        "to": known.end.isoformat(),
        "size": 50,
        "by": "language",
        "codes": codes,
        "coders": known.coders,
    }
