"""By which way they want to be reached: each way that is named, and what the words around it want of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from chat_server.domain.facts.statement import Statement
from chat_server.domain.facts.values import APPS
from chat_server.hearing.names import is_likely, read_name
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import SURE, UNSURE
from chat_server.hearing.text import Line, Sentence

from .words import KIN

# What names a way by itself, as the answer to the question for it.
CHANNELS = {
    **dict.fromkeys(("email", "e-mail", "mail", "emails", "e-mails", "write", "line by email"), "email"),
    **dict.fromkeys(
        ("phone", "telephone", "call", "a call", "phone call", "a phone call", "phone calls", "calls", "ring", "ringing", "mobile"),
        "phone",
    ),
    **dict.fromkeys(("text", "texts", "text message", "text messages", "sms", "text me"), "sms"),
    **dict.fromkeys(("chat", "live chat", "this chat", "the chat", "message", "here", "right here"), "chat"),
    **dict.fromkeys(("post", "letter", "letters", "a letter", "regular mail", "snail mail"), "post"),
    **{app: app for app in APPS},
    **{f"{by} {app}": app for app in APPS for by in ("on", "via", "by")},
}  # fmt: skip


class _Stance(Enum):
    """What is wanted of a way."""

    WANTED = auto()
    UNWANTED = auto()
    NOTHING = auto()


# Done to the one who writes: "ring me"; `done` is the same as others did it or may do it.
_ACT = r"(?<!\ba )(?:(?P<phone>call|ring|phone|telephone|buzz)|(?P<sms>text|sms)|(?P<email>e-?mail|mail|write(?: back)?(?: to)?)|(?P<whatsapp>whats ?app)|(?P<chat>message|dm|pm|ping))(?: (?:me|us)| back)(?: back| up)*\b(?! (?:in|as) (?!the\b|an?\b|writing|any|case)[a-z]+)"
# Without saying whom: "please ring after five".
_PAUSE = r"(?=\s*[.,!;)]|\s*$| (?:after|before|between|in the|around|at|on|from|any ?time|only|any ?more|again|instead|please|when|if|once|rather|first|as soon|than|over)\b)"
_DO = rf"(?<!\bmy )(?:(?P<phone>call|ring|phone)|(?P<sms>text)|(?P<email>e-?mail|write)){_PAUSE}"
_GIVEN = r"(?:give|drop|shoot|send|ping|write) (?:(?:me|us) )?(?:(?:an?|another|your|the|only|just|proper|quick|short|real|good old|any|all|papers?|documents?|news|everything|updates?|by) )*"
# Some are ordinary words, and nothing but a way of reaching somebody behind these.
_BY = r"(?:on|via|through|over|using|use) "
_APPS = rf"(?P<whatsapp>(?:a )?whats ?app(?: messages?)?)|(?P<telegram>telegram)|(?P<messenger>(?:facebook |fb )?messenger)|(?P<viber>viber)|(?P<wechat>we ?chat)|(?P<instagram>(?<=on )instagram|(?<=via )instagram)|(?P<line>{_BY}line(?! (?:up|by|with|at)\b|s\b))|(?P<signal>{_BY}signal|signal(?=(?: is| works| would|'s) (?:the |my |a )?(?:way|best|better|fine|easier|easiest|where|how|me\b|for me|good|great)))"
_NAMED = (
    rf"(?:{_APPS}|"
    r"(?P<phone>phone calls?|(?:by|via|per|through) (?:the |my )?(?:phone|telephone|mobile|cell)|(?:on|over) (?:the|my) (?:phone|telephone|mobile|cell)|(?<!my )phone|telephone|(?<=a )(?:call|ring|bell|buzz)(?: back)?|(?<=quick )call|(?<=short )call|(?<=another )call|(?<=no )calls?|(?<=be )(?:called|rung|phoned)(?=\s*[.,!]|\s*$| (?:by|back|any|at|in|on|please|again|after|before))|calls|calling|phoning|ringing)"
    r"|(?P<sms>text messages?|texts?|texting|sms(?:es)?)|(?P<email>(?<!my )e-?mails?|e-?mailing|(?<=by )mail|(?<=via )mail|(?<=a )mail|(?<=than )mail|mail(?=(?:'s| is| works| would be) )|in writing|writing|written (?:answers?|replies))"
    r"|(?P<post>(?<=by )post|(?<=in the )post|(?<=via )post|(?<=through the )post|snail mail|paper mail|regular mail|letters?|on paper)|(?P<chat>(?:live |this |the )*(?<!a )(?<!small )(?<!nice )(?<!quick )(?<!little )chat(?:ting)?|(?<=answer )here|(?<=reply )here|(?<=respond )here|(?<=write )here|(?<=talk )here|(?<=talking )here|right here|(?<=dm me )here|(?<=message me )here))\b"
    r"(?! (?:address|number|line|case|from|you sent|says|said|arrived|shop|bill|booking|bot|history|window|is broken|broke|contract|holder|pocket|paper|office|with|about|containing)\b|'s (?!best|better|fine|ok|good|easier|easiest|great|enough))"
)
_DONE = re.compile(
    r"\b(?:rather|sooner|prefer(?: it)?(?: if)?|great if|nice if|good if|lovely if|best if|better if|helpful if|happy if|grateful if|appreciate it if|like it if|fine if|easier if|only if|wish) (?:you|you guys|somebody|someone|one of you|your \w+|a \w+|they) (?:just |only |could |would |can )*(?:(?P<phone>called|rang|phoned|call|ring|phone)|(?P<sms>texted|text)|(?P<email>e-?mailed|wrote(?: to)?|e-?mail|write(?: to)?)|(?P<chat>messaged|message))\b(?! (?:it|off|the|that|this|my)\b)(?: (?:me|us))?"
    r"|\b(?:i|we)(?:'d| would)? (?:much |really |rather |sooner |only |also )*(?:prefer|like|want|love|wish|rather)(?: (?:to )?be(?:ing)?) (?:(?P<p>called|rung|phoned)|(?P<s>texted)|(?P<e>e-?mailed|written to))\b"
)
_ASKED_TO = re.compile(
    rf"\b{_GIVEN}(?={_NAMED.replace('?P<', '?P<g_')})|\b{_ACT.replace('?P<', '?P<a_')}|\b{_DO.replace('?P<', '?P<d_')}|\b{_NAMED.replace('?P<', '?P<n_')}"
)
_CLAUSE = re.compile(
    r"[,;:()!?–—]|\.(?=\s|$)|\s-+\s|\b(?:and|but|so|because|since|then|though|cause)\b|\bas\b(?! (?:well|soon|usual|a text|an e-?mail|texts?|sms|e-?mails?)\b)"
)
# Right before an act: they ask for it.
_REQUEST = re.compile(
    r"(?:^|\b(?:please|just|can|could|would|will|should|may|might|must|you|you'll|to|do|don't hesitate to|better|best|only|always|rather|simply|also|then|somebody|someone|anybody|colleague|team|guys|kindly|or|perhaps|maybe|possible|instead|easiest|either|news|ready|ok|okay|hi|hello|hey|yes|no|sorry|well|oh|thanks|now|first|again|here)) ?$"
)
_FOR = re.compile(
    r"\b(?:prefer\w*|preference|rather|sooner|reach(?:ed)? (?:me|us)|reachable|contact(?:ed|ing)?|get (?:hold|back)|in touch|let (?:me|us) know|inform(?:ed)?|notif(?:y|ied)|update[ds]?|answer(?:ed|s)?(?! the)|repl(?:y|ies)|respond|stick(?:ing)? (?:to|with)|keep|stay(?:ing)?|continue|carry on|talk(?:ing)?|speak(?:ing)?|discuss|do (?:this|that|it)|best|better|easiest|easier|quickest|fastest|only|just|please|always|use|go (?:for|with)|appreciate|suits?|person|type|(?:write|message|dm|text|tell)(?: to)? (?:me|us)|write|hear (?:back )?from you|hear back|(?:i|we) (?:only |mostly |always |just |usually )+(?:read|check|use|do|answer|see)|(?:i'd|i would|we'd|i) (?:like|love|want|need)|want|switch to|settle for|all for|fan of|then|news|papers|documents|send (?:me|us|it|them|any|all|everything|the (?:details|answer|reply|news|confirmation))|give (?:me|us)|drop (?:me|us)|shoot (?:me|us))\b"
)
_FOR_AFTER = re.compile(
    r"(?: (?:to|on|at) [+(]?\d[\d ()-]{5,18}\d)?\s*(?:(?:'s|'d| is| are| works?| would| will| suits?| does| do)(?: (?:be|do|suit|work))?(?: (?:me|us))?(?: (?:even|just|always|totally|perfectly|absolutely|much|far|way|usually|actually|probably|really|also|definitely|the))* ?(?:best|better|fine(?! print)|ok|okay|good|great|perfect|ideal|enough|easier|easiest|preferred|nicer|lovely|safest|fastest|quickest|most convenient|my preference|preferable|for me|for us|me|way to (?:get|reach|contact|find)|where (?:you |to )|how (?:you |to )|my thing|(?=\s*(?:[.,!)]|$)))"
    r"|,? (?:only|please|pls|preferred|preferably|instead|rather than|not|over|from now on|if possible|it is|for me|when|once|if|as soon)\b|,? ?(?:please|only)\b| (?:person|guy|girl|type|man|woman)\b)"
)
_AGAINST = re.compile(
    r"\b(?:don't|do not|never|no|no more|not|nor|neither|stop|without|rather than|instead of|than|hate|hates|avoid|dislike|can't|cannot|can not|won't|wouldn't|isn't|aren't|don't like (?:talking|speaking|being)|not (?:good|great|keen) (?:at|on|with)|less|over|quit|refuse|tired of|sick of|fed up with)(?: (?:want|like|read|use|trust|answer|check|do|take|get|need|have|stand|care|wish|to|be|any|me|us|a|an|the|of|by|via|on|your|for|so many|more|give|send|write|good|with|works?))* ?$"
)
_AGAINST_AFTER = re.compile(
    r"\s*(?:doesn't|don't|do not|does not|isn't|aren't|is not|are not|never|no longer|won't|is (?:useless|no good|bad|impossible|difficult)|are (?:useless|no good|bad))\b"
)
# It was done already, somebody else does it, or it is about a parcel.
_TOLD = re.compile(
    rf"\b(?:(?:i|we)(?:'ve| have| had)? (?:already |just |never |also )?(?:called|rang|phoned|texted|e-?mailed|mailed|wrote|written|sent|got|received|tried|contacted|messaged|posted)|you (?:called|rang|e-?mailed|wrote|sent|texted|said|promised|told|were|never|didn't|wouldn't|have|don't|haven't)"
    rf"|did|got|received|thanks for|thank you for|nobody|no one|noone|anyone|everyone|why|who|when did|how (?:do|can|long)|what|which|he|she|they|{KIN}|his|her|ship(?:ped|ping|s)?|deliver\w*|pay(?:ing|ment)?|order(?:ed|ing)? (?:it|this|them|by)|parcel|package|return\w*|send (?:it|them|the \w+) back|bought|buy|book|case|friends?|has|hasn't|have|haven't|was|were|been|promised to|forgot to|failed to|supposed to|do (?:you|they)|(?:does|are|is) (?:there|it|this|your)|can i|could i|may i|should i|shall i|i'll|i will|i can)\b"
)
_STILL_TOLD = re.compile(
    r"\b(?:please|prefer|rather|sooner|better|want|like to|to be|can i (?:get|have)|i can only|have (?:you|someone|somebody)|would be)\b"
)
# What they themselves would do.
_INTENDING = re.compile(
    r"^(?:i|we)(?:'d| would|'m| am|'ll| have| had)? (?:like|want|wanted|need|needed|try|tried|trying|going|have|had|am|plan) to$"
)
_LESS = re.compile(r"\bprefer\w* \S+(?: \S+){0,3} to(?: a| an| the)?$")
# At other times they may.
_SOMETIMES = re.compile(
    r" (?:before|after|in the|on|during|until|till|between|so (?:far|early|late|often)|too|today|tomorrow|this|yet|at (?!all\b))\b"
)
# An address is given, not a wish.
_ADDRESS = re.compile(
    r" (?:back )?(?:at|on|under|to|via|@|:)*[ :]*(?:my \w+ ?(?:at|on|:|is)? ?)?(?:[+(]?\d[\d ()-]{5}(?!.*please)|\S+@)"
)
_MINE = re.compile(r"\b(?:my|your)(?: (?:new|old|other|work|private|second|current|correct))?$")
_ASKED = re.compile(
    r"\b(?:can|could|would|will|may|might) (?:you|we|someone|somebody|one of you|anybody|anyone|your|a colleague|i (?:please )?(?:get|have))\b|\bplease\b|\bpossible\b"
)
_UNSURE = re.compile(r"\b(?:maybe|perhaps|probably|possibly|i think|i guess)\b")
# Whoever is called something is named; "call me in the evening" goes on with other words.
_CALLED = re.compile(r"call (?:me|us)\b")
_NO_NAME = re.compile(
    r" (?:a|an|the|old|crazy|mad|stupid|silly|naive|what|whatever|ishmael|names?|paranoid|sir|madam|ma'am|mr|mrs|ms|miss|dr|by)\b(?! (?:while|few|bit|morning|number))"
)
_AT_A_TIME = re.compile(
    r" (?:a |an |the )?(?:back|up|on|at|in|when|if|about|after|before|between|from|this|today|tomorrow|tonight|instead|please|any|once|as|with|regarding|rather|around|for|only|next|asap|later|now|and|or|whenever|under|not|then|during|until|till|by(?! (?:my|the|first|name|last)\b)|here|there|soon|again|first|early|late|to|directly|straight|anytime|because|but|so|so that|of|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mornings?|evenings?|afternoons?|weekdays|weekends|sometime|though|thanks|ok)\b"
)


def _is_named(line: Line, found: re.Match[str], start: int) -> bool:
    """Whether "call me" goes on with a name or a word for them."""
    called = _CALLED.match(found.group())
    if called is None or _AT_A_TIME.match(line.low, start + found.end()):
        return False
    behind = start + found.end()
    name = read_name(line, behind + 1, len(line.low))
    return _NO_NAME.match(line.low, behind) is not None or (
        name is not None and (is_likely(name) or name.known or name.start == behind + 1)
    )


def _stance(sentence: Sentence, way: str, start: int, end: int) -> _Stance:
    """By the clause it stands in; `way`: it is done to them (`a`), given (`g`), to be done (`d`) or only named (`n`)."""
    low = sentence.low
    cut = 0
    for mark in _CLAUSE.finditer(low):
        if mark.end() > start:
            break
        cut = mark.end()
    before = low[cut:start].strip()
    against = _AGAINST.search(before) or (way == "n" and _LESS.search(before))
    if _TOLD.search(before) and not _STILL_TOLD.search(before) and not against:
        return _Stance.NOTHING
    if against or _AGAINST_AFTER.match(low, end):
        return _Stance.NOTHING if _SOMETIMES.match(low, end) else _Stance.UNWANTED
    return _Stance.WANTED if _is_wanted(low, way, before, end) else _Stance.NOTHING


def _is_wanted(low: str, way: str, before: str, end: int) -> bool:
    if low.rstrip().endswith("?") and not _ASKED.search(low):
        return False
    praised = way in "dn" and _FOR_AFTER.match(low, end) is not None
    if not praised and (_ADDRESS.match(low, end) or _MINE.search(before)):
        return False
    if way != "n" and _INTENDING.search(before):
        return False
    asked = way != "n" and _REQUEST.search(before) is not None
    return asked or praised or (way in "dn" and _FOR.search(before) is not None)


def _mentions(sentence: Sentence) -> Iterator[tuple[str, _Stance, int, int]]:
    """Each way that is named, what is wanted of it, and where."""
    low = sentence.low
    for found in _DONE.finditer(low):
        group = {"p": "phone", "s": "sms", "e": "email"}.get(found.lastgroup or "", found.lastgroup)
        yield group or "phone", _Stance.WANTED, *found.span()
    for found in _ASKED_TO.finditer(low):
        way, _, channel = (found.lastgroup or "").partition("_")
        if _is_named(sentence.line, found, sentence.start):
            continue
        # What is to be given is named next.
        start, end = found.start(), max(found.end(), found.end(f"{way}_{channel}"))
        yield channel, _stance(sentence, way, start, end), start, end


def _reached(line: Line) -> Iterator[Statement]:
    """The last way that is wanted; those that are not, when none is."""
    wanted: Statement | None = None
    unwanted: list[Statement] = []
    for sentence in line.sentences:
        if line.in_quotation(sentence.start):
            continue
        for channel, stance, start, end in sorted(_mentions(sentence), key=lambda one: one[2]):
            span = (sentence.start + start, sentence.start + end)
            unsure = _UNSURE.search(sentence.low[:start]) is not None
            if stance is _Stance.WANTED:
                sure = UNSURE if unsure else SURE
                wanted = Statement("preferred_channel", channel, sure, *span)
            elif stance is _Stance.UNWANTED:
                unwanted.append(Statement("preferred_channel", channel, SURE, *span, ended=True))
    if wanted is not None:
        yield wanted
    yield from (one for one in unwanted if wanted is None or one.value != wanted.value)


_CUES = (
    "rang wrote phone's mail's email's text's chat's call's sms's post's call calls called calling ring rung ringing phone phones phoned phoning telephone mobile buzz bell text texts texted texting sms"
    " email e-mail emails e-mails emailed mail write wrote writing written message messaged dm pm ping post paper letter letters chat chatting here whatsapp app telegram messenger viber wechat instagram line signal"
)
LINE_RULES = (LineRule(frozenset(_CUES.split()), _reached),)
