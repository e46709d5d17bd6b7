"""How to speak with them: the form of address and the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.names import is_likely, read_name, read_titled_name
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import LIKELY, word

from .words import GREETING, KIN

_LANGUAGES = {
    "english": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "danish": "da",
    "norwegian": "no",
    "swedish": "sv",
    "finnish": "fi",
    "icelandic": "is",
    "russian": "ru",
    "ukrainian": "uk",
    "polish": "pl",
    "czech": "cs",
    "chinese": "zh-TW",
    "mandarin": "zh-TW",
    "japanese": "ja",
    "korean": "ko",
    "thai": "th",
    "turkish": "tr",
    "arabic": "ar",
    "hindi": "hi",
}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + r")\b"
_NAME = r"(?P<v>[^\W\d_])"
_I_AM = r"(?<![\w'])(?:i am|i'm|im|i m)"
_TITLE = r"(?P<v>(?:dr|prof|professor|doctor)\b)"
_ANY_TITLE = r"(?P<v>(?:dr|prof|professor|doctor|mr|mrs|ms|mx|miss|sir)\b)"


def _call_me(heard: Heard) -> Iterator[Statement]:
    """With a title it is how to address them; a plain name is a name."""
    line, end = heard.line, heard.sentence.end
    start = heard.place()[0]
    titled = read_titled_name(line, start, end)
    if titled is not None:
        yield heard.statement("form_of_address", titled[0], span=titled[1:])
        return
    name = read_name(line, start, end)
    if name is not None and (is_likely(name) or name.known):
        yield heard.statement(
            "name", name.value, span=(name.start, name.end), confidence=LIKELY + 0.05
        )


def _titled(heard: Heard) -> Iterator[Statement]:
    """How to address them: "I'm Dr. Weber"."""
    titled = read_titled_name(heard.line, heard.place()[0], heard.sentence.end)
    if titled is not None:
        yield heard.statement("form_of_address", titled[0], span=titled[1:], confidence=LIKELY)


def _manner(heard: Heard) -> Iterator[Statement]:
    """Formal or not."""
    yield heard.statement("form_of_address", "formal" if heard.has("formal") else "informal")


def _manner_to_me(heard: Heard) -> Iterator[Statement]:
    """A grandmother may want it otherwise."""
    if not _OTHERS_WISH.search(heard.sentence.low[: heard.match.start()]):
        yield from _manner(heard)


_OTHERS_WISH = re.compile(
    rf"\b(?:{KIN}|he|she|they|everybody|everyone)\b[^,;]*\b(?:wants?|likes?|prefers?|insists?|expects?|asks?|loves?|is|are)\b"
)
RULES = (
    rule("am i'm im", rf"{_I_AM} {_ANY_TITLE}", _titled, PLAIN | But.DENIED),
    rule("call calls called", rf"\b(?:please,? |just |you (?:can|may) |they |everyone |everybody |people |friends |(?:my )?friends |mates )?(?:all )?(?:calls?) me (?:just )?{_NAME}", _call_me, PLAIN | But.DENIED),
    rule("address addressed", rf"\b(?:address me|be addressed) (?:as|by|with) (?:just )?{_NAME}", _call_me, PLAIN | But.DENIED),
    rule("it's its this", rf"^{GREETING}(?:it's|its|it is|this is) {_TITLE}", _titled, PLAIN | But.DENIED),
    rule("prefer like rather", rf"\bi(?:'d| would)? (?:much |really )?(?:prefer|like|rather be)(?: to be (?:called|addressed as)| being called| being addressed as)? {_ANY_TITLE}", _titled, But.REPORTED | But.DENIED),
    rule("mr mrs ms dr prof professor doctor miss mx", rf"(?:^{GREETING}|, )(?:it's |that's |for you )?{_ANY_TITLE}[^.!?,\n]{{2,30}}?,? (?:please|to you|if you (?:please|don't mind))", _titled, PLAIN | But.DENIED),
    rule("formal first last surname formally", r"(?:\b(?P<formal>(?:be|stay|remain|keep (?:it|this|things)) (?:a bit |more |strictly )?formal\b|address me formally|(?:by|use|with) my (?:last name|surname|family name))|(?P<informal>\bfirst names? (?:(?:is|are) (?:just |perfectly |absolutely )?(?:fine|ok|okay|good|enough|better|perfect)|will do|works?\b|please)|\bfirst[- ]name (?:terms|basis)\b|\b(?:use|by) my first name|\bno need (?:to be|for) (?:so |that |the |any )?(?:formal|titles?|formalities|dr|mr|mrs|ms|sir)|\b(?:skip|drop|forget|leave out) the (?:titles?|formalities|mr|mrs|ms|dr)\b|(?:don't|do not|needn't) (?:have to |need to )?be (?:so |that )?formal))", _manner_to_me, But.REPORTED | But.SUPPOSED),
    rule("mr mrs ms sir madam ma'am title titles informal casual relaxed dr miss", r"(?:\b(?:drop|skip|leave out|leave off|forget|lose|ditch|spare me|no|without) (?:the |all |any |that )*(?:mr|mrs|ms|sir|madam|ma'am|titles?|dr|miss|formalities|formality)\b(?=\s*[.,!]|\s*$| please| stuff| and| thing| with)|\b(?:don't|do not|no need to|needn't|never|stop|please stop) (?:have to )?(?:call(?:ing)?|address(?:ing)?) me (?:as |by |with )?(?:an? |my )?(?:sir|madam|ma'am|mr|mrs|ms|title|last name|surname)\b|\b(?:be|stay|keep (?:it|this|things)|let's be|prefer (?:it )?|rather) (?:a bit |more |nice and )?(?:informal|casual|relaxed)\b|\bby my first name\b|\bfirst names?,? (?:please|only|is what)\b)", lambda heard: [heard.statement("form_of_address", "informal")], But.REPORTED | But.SUPPOSED | But.OTHERS),
    rule("formal formally surname last", r"\b(?:i|we)(?:'d| would)? (?:much |really |rather )*(?:prefer|like|appreciate|expect|want) (?:to be addressed formally|an? (?:more )?formal (?:tone|address|style|manner|form)|to (?:stay|remain|keep it|be) formal|you to (?:be|stay) formal|formality)\b", lambda heard: [heard.statement("form_of_address", "formal")], But.REPORTED | But.SUPPOSED | But.OTHERS | But.DENIED),
    rule("it's its go known that's", rf"(?:\bfor you,? (?:it's|its|that's)|\bi(?:'m| am)? (?:go by|known as)|^{GREETING}(?:it's|its|that's)) {_ANY_TITLE}(?=\.? [^\W\d_])", _titled, PLAIN | But.DENIED),
    # Language
    rule("speak write talk", rf"\b(?:i|we) (?:only |just |mostly |also )?speak (?:only )?{_LANGUAGE}", word("language", _LANGUAGES), PLAIN | But.DENIED),
    rule("speak write talk reply answer prefer continue switch chat go carry", rf"(?<!do you )(?<!does anyone )(?<!you also )(?<!who )\b(?:please )?(?:speak|write|talk|reply|answer|prefer|continue|switch|chat|carry on|go on)(?: to)?(?: me)?(?: with me)?(?: in| using)? {_LANGUAGE}(?: with (?:me|us))?(?! (?:sizes?|wool|made|shop|sheep|sweaters?|jackets?|boots?))", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("please only possible", rf"^{GREETING}(?:can we (?:please )?(?:do|have) |in )?{_LANGUAGE},? (?:please|only|if possible)", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("language", rf"\bmy (?:native |first |preferred )?language is {_LANGUAGE}", word("language", _LANGUAGES), PLAIN | But.DENIED),
    rule("do have continue switch go happier comfortable", rf"\b(?:(?:could|can|may|shall) we (?:please )?(?:do|have|switch|continue|carry on|go on)(?: this| it| the chat)?(?: in| to)|i(?:'d| would|'m| am)(?: be| feel)? (?:\w+ )?(?:happier|more comfortable|more at home|better)(?: writing| chatting| talking)? in) {_LANGUAGE}(?=\s*[.,!?]|\s*$| please| instead| if| now)", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("please", r"\bmy (?:" + "|".join(_LANGUAGES) + rf") (?:is|isn't) [^.!?,]{{2,30}}[,;.-] ?(?:so )?(?:in )?{_LANGUAGE},? please", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED),
    rule(" ".join(_LANGUAGES), rf"(?:^{GREETING}|[,;.] ?|\b(?:and|but|so) )(?:your |my |the )?{_LANGUAGE} (?:is|works|will do|would be|will be)(?: just| perfectly| totally| absolutely)? ?(?:fine|ok|okay|good|better|great|easier|best|perfect)?(?: for (?:me|us)| with me| by me)?(?: after all| now| again| too| as well| from now on)*(?=\s*[.,!]|\s*$)", word("language", _LANGUAGES), PLAIN | But.DENIED),
    rule("stay stick remain keep let's switch continue carry go back", rf"\b(?:let's|let us|can we|could we|we can|please|i'd rather|i'd prefer to|i want to|better|just|shall we|may we|to|and|would like to) (?:stay|stick|remain|keep|continue|carry on|go on|go|go back|switch|switch back|change|move|proceed)(?: this| it| things)?(?: with| to| in| on| using)+ {_LANGUAGE}(?! (?:sizes?|wool|made|shop|sheep|sweaters?|jackets?|boots?))", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("mother", rf"\bmy mother tongue is {_LANGUAGE}", word("language", _LANGUAGES), PLAIN | But.DENIED),
    rule("better easier prefer", rf"\b{_LANGUAGE} (?:is|would be) (?:\w+ )?(?:better|easier|best|preferred) for me\b", word("language", _LANGUAGES), PLAIN | But.DENIED),
)  # fmt: skip
