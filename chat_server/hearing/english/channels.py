"""By which way they want to be reached."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.rule import PLAIN, But, Heard, rule

from .words import GREETING

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
    "letters": "post",
    "a letter": "post",
    "write": "email",
    "message": "chat",
    "ring": "phone",
    "ringing": "phone",
    "e-mails": "email",
    "line by email": "email",
    "text me": "sms",
    "regular mail": "post",
}
_CHANNEL = (
    "(?P<v>"
    + "|".join(sorted(CHANNELS, key=len, reverse=True))
    + r")\b(?! (?:address|number|from|you sent))"
)
_channel = takes.word("preferred_channel", CHANNELS)
_REACH = r"(?:contact(?:ed)?|reach(?:ed)?|write(?: to)?|answer(?:ed)?|reply|inform(?:ed)?|notif(?:y|ied)|update[d]?|get back to|hear back|(?:get|be|keep) in touch(?: with me)?|get hold of(?: me)?|speak(?: to me)?|talk(?: to me)?)"
_WISH = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED


def _given(heard: Heard) -> Iterator[Statement]:
    """What they ask to be given or sent."""
    if heard.has("p"):
        yield heard.statement("preferred_channel", "phone")
    else:
        yield from takes.word_in(heard, "preferred_channel", CHANNELS, "v", "w", "x")


def _preferred(heard: Heard) -> Iterator[Statement]:
    """What they would rather one did."""
    yield from takes.word_in(heard, "preferred_channel", _DONE, "v", "w")


_DONE = {
    "wrote": "email", "write": "email", "email": "email", "e-mail": "email", "emailed": "email", "e-mailed": "email",
    "text": "sms", "texted": "sms", "call": "phone", "called": "phone", "ring": "phone", "rang": "phone",
    "phone": "phone", "phoned": "phone",
}  # fmt: skip

RULES = (
    rule("prefer rather sooner better easier best", rf"\b(?:i(?:'d| would)? (?:rather |much |really )?prefer|i(?:'d| would) (?:rather|sooner)(?: have| get| use)?|(?:it's |it is |is )?(?:better|easier|best)(?: for me| to reach me| to contact me)?)(?: to)?(?: be)?(?: {_REACH})?(?: me)?(?: is)?(?: by| via| per| through| on| over| with| using| in)? (?:an? |the )?{_CHANNEL}", _channel, _WISH),
    rule("contact reach write answer reply inform notify update back message touch hold", rf"\b(?:please |just |only |you can |could you |can you )?{_REACH}(?: back)?(?: to)?(?: me)?(?: only| just| back)? (?:by|via|per|through|on|over) (?:an? )?{_CHANNEL}", _channel, _WISH),
    rule("reach contact", rf"\bbest way to (?:reach|contact)(?: me)? is(?: by| via| through)? (?:an? )?{_CHANNEL}", _channel, _WISH | But.ASKED),
    rule("would will is", rf"(?:^|[,.;] |\b(?:and|but) )(?:an? |by )?{_CHANNEL}(?: (?:to|on|at) [+(]?\d[\d ()-]{{5,18}})? (?:would be|will do|is) (?:\w+ )?(?:great|fine|good|best|perfect|nice|better|ideal|ok|okay|enough|easiest)\b", _channel, PLAIN | But.DENIED),
    rule("write send drop", rf"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather|you can) )(?:please )?(?:write|send|drop) me an? {_CHANNEL}(?=[.!,]| (?:instead|please|when|if|once|rather|only|next time)|$)", _channel, _WISH),
    rule("by via per", rf"(?:^|[,.] )(?:please )?(?:only )?(?:by|via|per) {_CHANNEL}(?: please| only| if possible| is better| is best|,|\.|!)", _channel, _WISH),
    rule("is are works suits work suit email's e-mail's mail's phone's chat's text's post's sms's", rf"(?:^|[,.] |\b(?:and|but) ){_CHANNEL}(?: me)?(?:'s| is| are| works?| suits? me)(?: \w+)? (?:best|better|fine|easiest|easier|preferred|ok)\b(?: for me)?", _channel, PLAIN),
    rule("email e-mail mail write", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather) )(?:e-?mail|mail) me\b(?! (?:the|a|an|my|that|this|invoice))", takes.fixed("preferred_channel", "email"), _WISH),
    rule("call phone ring", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|you can|to) )(?:call|phone|ring)(?: me| back){1,2}\b(?! (?:dr|mr|mrs|ms|prof))(?=(?: (?:tomorrow|today|back|on (?:my|this) \w+))? (?:after|before|between|instead|please|from|in the|rather|only|at|any ?time|not)\b|,? (?:please|not|don't|instead))", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("call phone ring", r"\b(?:please (?:just |only )?(?:call|phone|ring) me|just call me|call me,? please)\b(?! (?:dr|mr|mrs|ms|prof|back)\b)(?=[.!?,]| (?:after|before|between|at|on|in|tomorrow|today|instead|when|if|from|this|under)|$)", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("text sms", r"(?:^|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather) )(?:text me|sms me|send me (?:a text|an sms|a sms)(?: message)?)\b", takes.fixed("preferred_channel", "sms"), _WISH),
    rule("don't dont not never stop no", rf"\b(?P<not>(?:don't|dont|do not|never|stop|no)) (?:want (?:to be|any) |contact(?:ed)? me by |write me |send me )?(?:{_CHANNEL}(?: me|ing me)?|(?:called|phoned))(?=[.!,]| (?:please|again|any|at|i)|$)", takes.word("preferred_channel", CHANNELS), But.REPORTED | But.OTHERS),
    rule("hear", rf"\b(?:hear (?:back )?from you|be (?:contacted|reached|notified|informed|told|updated|kept up to date|answered)|let me know|get (?:the |my |your )?(?:answer|reply|news|updates?)|(?:the |my |your )?(?:answer|reply|news|updates?))(?: only| just| rather| please)? (?:by|via|per|through|over|as) (?:an? )?{_CHANNEL}", _channel, _WISH),
    rule("write email e-mail mail text message", rf"(?:^{GREETING}|[,.;] ?|\b(?:so|and|but|please|just) )(?:please |pls |just |rather |better )*(?P<v>write|email|e-mail|mail|text|message)(?: to)? me (?:instead|rather|from now on|in future|please)\b", _channel, _WISH & ~But.DENIED),
    rule("please", r"\b(?:so|and|but|then|hence),? please (?P<v>e-?mail|text|call|phone|write|ring|sms|chat)(?=\s*[.,!]|\s*$| only| instead)", _channel, _WISH),
    rule("know answer reply news update updates informed notified told updated contacted", rf"\b(?:let me know|(?:be|get) (?:contacted|notified|informed|told|updated)|(?:get|have|send)(?: me)? (?:the |my |your |an? )?(?:answer|reply|news|updates?))(?: only| just| rather| please)? (?:by|via|per|through|over|as) (?:an? )?{_CHANNEL}", _channel, _WISH),
    rule("send", rf"(?:^{GREETING}|[,.;] ?|\b(?:please|just|and|so|but|better|only|rather|you can|could you|can you) )(?:please )?send (?:me |us )?(?:an? |your |the |only )?(?P<v>letters?|texts?|text messages?|sms|emails?|e-mails?|post)(?=[.!,]| (?:instead|please|when|if|once|rather|only|next time|from now|by)|\s*$)", _channel, _WISH),
    rule("give drop shoot ping send", rf"(?:^{GREETING}|[,.;:] ?|\b(?:please|just|and|so|but|better|only|rather|can you|could you|you can|someone|somebody|to|would you) )(?:please )?(?:give me (?:a |another )?(?P<p>call|ring|bell|buzz|shout on the phone)|drop me an? (?P<v>line by email|email|e-?mail|text|letter|sms|mail)|shoot me an? (?P<w>text|email|e-mail|mail|sms)|ping me (?:by |an? |via )(?P<x>text|email|e-?mail|sms|text message))\b", _given, _WISH),
    rule("call phone ring calling ringing", rf"(?:\b(?:can|could|would|will|may|might) (?:you|someone|somebody|anybody|one of you|your \w+|a colleague)(?: please| perhaps| maybe| just)* (?:call|ring|phone)|(?:^{GREETING}|[,.;:] ?)(?:please |pls |plz |just |better |best )*(?:call|ring|phone)|\b(?:want|like|prefer|need|ask|asked) (?:you |someone |somebody |for someone )?to (?:call|ring|phone)|\byou(?:'d| had) better (?:call|ring|phone)|\b(?:please|pls|just) (?:call|ring|phone))(?: me| us)(?: back)?\b(?! (?:by (?:my|the name|name)\b|dr|mr|mrs|ms|prof|old|crazy|what|whatever|(?!up\b|on\b|at\b|in\b|when\b|if\b|about\b|back\b|after\b|before\b|between\b|from\b|this\b|today\b|tomorrow\b|instead\b|please\b|any\b|once\b|as\b|with\b|regarding\b|rather\b|around\b|for\b|only\b|next\b|asap\b|later\b|now\b|and\b|or\b|whenever\b|under\b|not\b|then\b|mornings\b|evenings\b)[a-z]+\b(?=[.!]|\s*$|,)))", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("call ring phone", r"\b(?:can|could|would|may) (?:you|someone|somebody) (?:please )?(?:call|ring|phone) (?:after|before|between|in the|around|at|from|on)\b", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("call ring phone", rf"(?:^{GREETING}|[.,;] ?)(?:please |pls |just |and |but |so |only |best |better )*(?:call|ring|phone) (?:after|before|between|in the|around|from|only|any ?time|on)\b(?! (?:my|the|your) (?:bell|door))", takes.fixed("preferred_channel", "phone"), _WISH),
    rule("rather instead not over than", rf"(?:^{GREETING}|[,;.] ?|\b(?:and|but|so|please) )(?:please )?(?P<v>e-?mail|text|call|phone|write|message|chat|sms|ring)(?: to)? ?(?:me|us)?,? (?:rather than|instead of|not|over|and not|don't) (?:an? )?(?:call(?:s|ing)?|phon(?:e|ing)|ring(?:ing)?|e-?mail(?:s|ing)?|text(?:s|ing)?|writ(?:e|ing)|messag(?:es|ing)|letters?|sms|post)\b", _channel, _WISH),
    rule("please pls only", rf"(?:^{GREETING}|[,;.] ?|\b(?:here|and|but|so|now on,?) )(?:please |pls |by |only |just |preferably |via )*(?P<v>e-?mail|texts?|sms|phone|phone calls?|calls?|chat|letters?|post|text messages?)(?: only| instead)?,? (?:please|pls|plz|only|instead|preferred|if possible|rather than \w+|instead of \w+)(?=[.,!]|\s*$| and\b| when\b| i\b| don't\b)", _channel, _WISH),
    rule("only do use read check prefer", r"\bi (?:only|just|mostly|always|usually) (?:do|use|read|check|answer|respond to|see) (?:my )?(?P<v>e-?mails?|texts?|chat|phone|sms|letters?|calls)(?=[.,!]|\s*$| and| so| these)", _channel, _WISH),
    rule("fine ok okay good enough works", rf"(?:^{GREETING}|[,;.] ?|\b(?:and|but|so) )(?:an? |the |this )?(?P<v>e-?mail|texts?|text message|chat|phone|sms|letters?|call|phone call|calls)(?:'s| is| are| works| will do| would be| suits me)(?: just| totally| perfectly| always| absolutely)? ?(?:fine|ok|okay|good|enough|perfect|for me|better|best|easiest|great)?(?=[.,!]|\s*$| for me| thanks| with me| too| no\b| but)(?! (?:not|broken|down))", _channel, PLAIN | But.DENIED),
    rule("whatsapp phone calls easiest fastest quickest", rf"\b(?:easiest|best|fastest|quickest) (?:way )?(?:to (?:reach|contact|get(?: hold of)?|catch) me )?(?:is )?(?:by |via |on |through )?(?:an? |the |my )?{_CHANNEL}", _channel, _WISH | But.ASKED),
    rule("no don't dont not", r"\b(?:no (?:phone )?(?:calls?|phoning)|(?:don't|dont|do not) (?:phone|call|ring)(?: me)?)(?: please| pls| thanks)?[,;.:–-]+ ?(?:but |just |only |please |rather |use |send an? |an? )*(?P<v>e-?mails?|texts?|text message|mail|write|sms|chat|message|letters?)(?: me)?(?=[.,!]|\s*$| only| instead| please| is| me)", _channel, But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("rather prefer", r"\b(?:i'd|i would|we'd|better|much|^) ?(?:much )?(?:rather|prefer if|prefer it if|prefer) you (?P<v>wrote|write|e-?mailed|e-?mail|texted|text|called|call|rang|ring|phoned|phone)(?: to)?(?: me| us)?\b(?! (?:off|it|the|that))|^rather you (?P<w>wrote|e-?mailed|texted|called|rang|phoned)\b", _preferred, But.REPORTED | But.OTHERS | But.DENIED),
    rule("work works better easier", rf"(?:^{GREETING}|[,.;] ?|\b(?:and|but) ){_CHANNEL} (?:works?|suits?|is|are) (?:much |far |way |usually )?(?:better|best|easier|nicer|fine)(?: for me)?(?: than| over|(?=[.,!]|\s*$))", _channel, PLAIN),
    rule("chat", r"\b(?:let's|let us|can we|could we|i'd (?:prefer|like|rather)|i would (?:prefer|like|rather)|rather|please|happy to)(?: to)? (?:just )?(?:keep|stay|continue|carry on|remain|talk|discuss|do)(?: it| this| things| that)?(?: going)?(?: here)? (?:in|on|over|via|with|by) (?:this |the |live )*(?P<v>chat)\b", _channel, _WISH),
    rule("chat", r"(?<!you )(?<!i )\b(?:answer|reply|write|respond|tell me|message)(?: me)?(?: back)?(?: right)? here (?:in|on|via) (?:this |the )?(?P<v>chat)\b", _channel, _WISH),
    rule("person guy girl type man woman", rf"\b(?:i'm|i am|im) (?:much |far )?(?:more )?(?:of )?an? {_CHANNEL} (?:person|guy|girl|man|woman|type)\b", _channel, _WISH),
    rule("it is", rf"(?:^{GREETING}|[,;.] ?|\b(?:so|then) )(?:so |then )*{_CHANNEL} it is(?=[.,!]|\s*$| then| please)", _channel, _WISH),
    rule("updates news replies answers send", rf"\bsend (?:me )?(?:the |all |any |your )?(?:updates?|news|replies|answers?|notifications?)(?: to my phone)? (?:as|by|via) (?:an? )?{_CHANNEL}", _channel, _WISH),
    rule("use", rf"(?:^{GREETING}|[,;.] ?|\b(?:please|just|rather) )(?:please |just |rather |only )*use (?:the |this |my )?(?P<v>sms|texts?|text messages|e-?mail|chat|phone|post)(?=[.,!]|\s*$| instead| from now| only| please| rather)", _channel, _WISH),
)  # fmt: skip
