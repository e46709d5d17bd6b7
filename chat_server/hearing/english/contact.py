"""How to reach them: addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE, as_email
from chat_server.hearing.rule import PLAIN, But, Heard, rule

from .words import KIN

_WHOSE = rf"(?<!as )\b(?:his|her|their|your|(?:my|our|a|the|one of my) (?:\w+ )?{KIN}(?:'s)?|{KIN}'s|(?<!for the )(?:courier|driver|shop|store|dhl|ups|bank|hotel|agent|landlord|carrier|supplier|manufacturer)(?:'s)?)\b[^.!?]{{0,30}}$"
_FORMER = (
    r"\b(?:old|former|previous|wrong|not|isn't|no longer|instead of|rather than|don't use|do not use|stop using"
    r"|delete|remove|used to be|changed?(?: it| my (?:e-?mail|mail|address|number|phone)(?: address| number)?)? from|replace)\b[^,;.!?:]{0,30}$"
)


def _spelled(heard: Heard) -> Iterator[Statement]:
    """An address in words: "anna at example dot com"."""
    left = heard.sentence.low[: heard.match.start()]
    if "mail" not in left and heard.line.asked != "email":
        return
    said = re.sub(
        r"\s?[(\[]?\b(at|dot)\b[)\]]?\s?",
        lambda part: "@" if part[1] == "at" else ".",
        heard.match["v"],
    )
    value = as_email(said)
    if value is not None and not re.search(_WHOSE, left):
        yield heard.statement("email", value, span=heard.place(), confidence=takes.LIKELY)


RULES = (
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", takes.email(
        others=_WHOSE + r"|\b(?:from|wrote to|written to|(?<!you )\b(?:i|to|we|should|could|can|did) (?:i )?write to|writing to|contacted|emailed|e-mailed|messaged|mailed|(?:sent|sending) (?:\w+ ){0,3}to|reach you at|contact you at|you at)\s*$",
        former=_FORMER,
        former_after=r"\s*(?:is|was) (?:my |the |an? )?(?:old|wrong|former|previous)|[^,;.!?]{0,12}(?:no longer|doesn't work|does not work|is not (?:valid|mine|my)|isn't (?:valid|mine|my)|any ?more)",
    ), But.SUPPOSED | But.ASKED | But.REPORTED),
    rule("dot", r"(?<![a-z0-9_.-])(?P<v>[a-z0-9][a-z0-9._-]{1,40}(?: at |\(at\)| \(at\) |\[at\])[a-z0-9-]{2,30}(?:(?: dot |\(dot\)| \(dot\) |\.)[a-z]{2,10}){1,2})\b", _spelled, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", takes.phone(
        words=r"\b(?:phone|mobile|mob|cell|cellphone|tel|telephone|number is|number's|mine is|mine's|number:|number has changed|new number|whatsapp|(?:call|text|ring|phone|reach|contact) me|text(?: message)? (?:me )?(?:to|on|at)|sms|landline|handy|(?:call|ring|text|phone)(?= [\d+]|\s*$))\b(?![^.!?]{0,60}@)",
        others=_WHOSE + rf"|\b(?:called|rang|dialled|dialed|call you|your number)\b[^.!?]{{0,20}}$|\b(?:call|ring|text|phone) (?:my|his|her|their) (?:\w+ )?{KIN}",
        former=_FORMER,
        never=r"\b(?:order|tracking|invoice|article|item|serial|customer|account|card|iban|parcel|reference|case|ticket|model)(?: number| no\.?| nr\.?| id|#| num)?(?: is|:| was)? ?[^\d,;.!?]{0,12}$",
    ), PLAIN),
)  # fmt: skip
