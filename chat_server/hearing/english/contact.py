"""How to reach them: addresses, numbers, channel, and where parcels go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE, as_email
from chat_server.hearing.rule import PLAIN, But, Heard, rule

from .words import KIN

_WHOSE = rf"\b(?:his|her|their|your|(?:my|our|a|the|one of my) (?:\w+ )?{KIN}(?:'s)?|{KIN}'s|(?:courier|driver|shop|store|dhl|ups|bank|hotel|agent|landlord|carrier|supplier|manufacturer)(?:'s)?)\b[^.!?]{{0,30}}$"
_FORMER = (
    r"\b(?:old|former|previous|wrong|not|isn't|no longer|instead of|rather than|don't use|do not use|stop using"
    r"|delete|remove|used to be|changed?(?: it| my (?:e-?mail|mail|address|number|phone)(?: address| number)?)? from|replace)\b[^,;.!?]{0,30}$"
)
CHANNELS = {
    "email": "email",
    "e-mail": "email",
    "mail": "email",
    "emails": "email",
    "phone": "phone",
    "telephone": "phone",
    "call": "phone",
    "a call": "phone",
    "phone call": "phone",
    "a phone call": "phone",
    "phone calls": "phone",
    "calls": "phone",
    "text": "sms",
    "texts": "sms",
    "text message": "sms",
    "text messages": "sms",
    "sms": "sms",
    "chat": "chat",
    "live chat": "chat",
    "this chat": "chat",
    "the chat": "chat",
    "post": "post",
    "letter": "post",
    "regular mail": "post",
}
_CHANNEL = (
    "(?P<v>"
    + "|".join(sorted(CHANNELS, key=len, reverse=True))
    + r")\b(?! (?:address|number|from|you sent))"
)
_channel = takes.word("preferred_channel", CHANNELS)
_REACH = r"(?:contact(?:ed)?|reach(?:ed)?|write(?: to)?|answer(?:ed)?|reply|inform(?:ed)?|notif(?:y|ied)|update[d]?|get back to|hear back)"
_WISH = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED
_ADDRESS = r"(?P<v>[^\s.!?;](?:[^.!?;\n]|(?<=str)\.|(?<=\bst)\.|(?<=\bave)\.|(?<=\brd)\.|(?<=\bapt)\.|(?<=\d)\.(?=\d)){1,110}?)"
_UNTIL = r"(?=(?<!str)(?<!\bst)(?<!\bave)(?<!\brd)(?<!\bapt)\.(?!\d)|[!?;\n]|,? (?:please|thanks|thank you|instead|by|before|on (?:mon|tue|wed|thu|fri|sat|sun)|and|but|because|if|when|not|now|from now)\b|\s*$)"


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
        others=_WHOSE + r"|\b(?:from|wrote to|written to|write to|writing to|contacted|emailed|e-mailed|messaged|mailed|(?:sent|send|sending) (?:\w+ ){0,3}to|reach you at|contact you at|you at)\s*$",
        former=_FORMER,
        former_after=r"\s*(?:is|was) (?:my |the |an? )?(?:old|wrong|former|previous)|[^,;.!?]{0,12}(?:no longer|doesn't work|does not work|is not (?:valid|mine|my)|isn't (?:valid|mine|my)|any ?more)",
    ), But.SUPPOSED | But.ASKED | But.REPORTED),
    rule("dot", r"(?<![a-z0-9_.-])(?P<v>[a-z0-9][a-z0-9._-]{1,40}(?: at |\(at\)| \(at\) |\[at\])[a-z0-9-]{2,30}(?:(?: dot |\(dot\)| \(dot\) |\.)[a-z]{2,10}){1,2})\b", _spelled, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", takes.phone(
        words=r"\b(?:phone|mobile|mob|cell|cellphone|tel|telephone|number is|number's|number:|number has changed|new number|whatsapp|(?:call|text|ring|phone|reach|contact) me|text(?: message)? (?:me )?(?:to|on|at)|sms|landline|handy|(?:call|ring|text|phone)(?= [\d+]|\s*$))\b(?![^.!?]{0,60}@)",
        others=_WHOSE + rf"|\b(?:called|rang|dialled|dialed|call you|your number)\b[^.!?]{{0,20}}$|\b(?:call|ring|text|phone) (?:my|his|her|their) (?:\w+ )?{KIN}",
        former=_FORMER,
        never=r"\b(?:order|tracking|invoice|article|item|serial|customer|account|card|iban|parcel|reference|case|ticket|model)(?: number| no\.?| nr\.?| id|#| num)?(?: is|:| was)? ?[^\d,;.!?]{0,12}$",
    ), PLAIN),
    rule("prefer rather better easier best", rf"\b(?:i(?:'d| would)? (?:rather |much |really )?prefer|i(?:'d| would) rather(?: have| get| use)?|(?:it's |it is |is )?(?:better|easier|best)(?: for me| to reach me| to contact me)?)(?: to)?(?: be)?(?: {_REACH})?(?: me)?(?: is)?(?: by| via| per| through| on| over| with| using| in)? (?:an? |the )?{_CHANNEL}", _channel, _WISH),
    rule("contact reach write answer reply inform notify update back message", rf"\b(?:please |just |only |you can |could you |can you )?{_REACH}(?: back)?(?: to)?(?: me)?(?: only| just| back)? (?:by|via|per|through|on|over) (?:an? )?{_CHANNEL}", _channel, _WISH),
    rule("reach contact", rf"\bbest way to (?:reach|contact)(?: me)? is(?: by| via| through)? (?:an? )?{_CHANNEL}", _channel, _WISH | But.ASKED),
    rule("would will is", rf"(?:^|[,.;] |\b(?:and|but) )(?:an? |by )?{_CHANNEL}(?: (?:to|on|at) [+(]?\d[\d ()-]{{5,18}})? (?:would be|will do|is) (?:\w+ )?(?:great|fine|good|best|perfect|nice|better|ideal|ok|okay|enough|easiest)\b", _channel, PLAIN | But.DENIED),
    rule("write send drop", rf"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather|you can) )(?:please )?(?:write|send|drop) me an? {_CHANNEL}(?=[.!,]| (?:instead|please|when|if|once|rather|only|next time)|$)", _channel, _WISH),
    rule("by via per", rf"(?:^|[,.] )(?:please )?(?:only )?(?:by|via|per) {_CHANNEL}(?: please| only| if possible| is better| is best|,|\.|!)", _channel, _WISH),
    rule("is are works suits", rf"(?:^|[,.] |\b(?:and|but) ){_CHANNEL}(?: me)? (?:is|are|works|suits me)(?: \w+)? (?:best|better|fine|easiest|easier|preferred|ok)\b(?: for me)?", _channel, PLAIN),
    rule("email e-mail mail write", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather) )(?:e-?mail|mail) me\b(?! (?:the|a|an|my|that|this|invoice))", takes.fixed("preferred_channel", "email"), _WISH),
    rule("call phone ring", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|you can|to) )(?:call|phone|ring)(?: me| back){1,2}\b(?! (?:dr|mr|mrs|ms|prof))(?=(?: (?:tomorrow|today|back|on (?:my|this) \w+))? (?:after|before|between|instead|please|from|in the|rather|only|at|any ?time|not)\b|,? (?:please|not|don't|instead))", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("call phone ring", r"\b(?:please (?:just |only )?(?:call|phone|ring) me|just call me|call me,? please)\b(?! (?:dr|mr|mrs|ms|prof|back)\b)(?=[.!?,]| (?:after|before|between|at|on|in|tomorrow|today|instead|when|if|from|this|under)|$)", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("text sms", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather) )(?:text me|sms me|send me (?:a text|an sms|a sms)(?: message)?)\b", takes.fixed("preferred_channel", "sms"), _WISH),
    rule("don't dont not never stop no", rf"\b(?P<not>(?:don't|dont|do not|never|stop|no)) (?:want (?:to be|any) |contact(?:ed)? me by |write me |send me )?(?:{_CHANNEL}(?: me|ing me)?|(?:called|phoned))(?=[.!,]| (?:please|again|any|at|i)|$)", takes.word("preferred_channel", CHANNELS), But.REPORTED | But.OTHERS),
    rule("deliver ship send sent delivered shipped delivery dispatch bring", rf"\b(?:please |you can |could you |can you |just )?(?:deliver|ship|send|dispatch|bring)(?: it| them| this| that| everything| the (?:\w+ )?(?:order|parcel|package|jacket|boots|replacement|new one)| my (?:\w+ )?(?:order|parcel|package)| orders?)? to (?!me\b|us\b|you\b|my (?:e-?mail|mail|phone|inbox|{KIN}\b(?!'s))|an? |[^ ]+@|the (?:wrong|same|warehouse|store|shop)|germany\?|\w+\?){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), _WISH),
    rule("delivered shipped sent deliver", rf"\b(?:i(?:'d| would)? (?:like|want|need) (?:it|them|this|the \w+|my \w+) (?:to be )?|(?:should|must|can) be |to be )(?:delivered|shipped|sent) to (?!me\b|us\b|an? ){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), _WISH),
    rule("address", rf"\b(?:my|our|the) (?:new |delivery |shipping |current |home |postal |correct )*address(?: is|'s| for (?:the )?(?:delivery|shipping|order|parcel) is|:)(?: now)? (?!not\b|wrong|different|the same|incorrect|correct|still|below|as|on|in my|already|[^ ]+@|changed|missing|incomplete|very|quite|too|a |an |hard|easy){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), PLAIN | But.DENIED),
    rule("delivery shipping deliver", rf"(?:^|[.,] )(?:delivery|shipping|deliver|ship)(?: address| place)?(?: to|:) (?!me\b|you\b|us\b|{KIN}){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), PLAIN | But.DENIED),
)  # fmt: skip
