"""For how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.money import AMOUNT, CURRENCY, SPAN, as_amount
from chat_server.hearing.rule import But, Heard, rule

from .words import GREETING, KIN

_HOW_MUCH = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_AT_MOST = r"(?:under|below|up to|upto|max(?:imum|imal)?\.?(?: of)?|at most|no more than|not more than|less than|around|about|roughly|approximately|between|within|from|of|as much as|maybe|circa|ca\.?)"
_WORDS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "one hundred": 100, "hundred": 100, "a hundred and fifty": 150, "one fifty": 150, "two hundred": 200,
    "two hundred and fifty": 250, "three hundred": 300, "four hundred": 400, "five hundred": 500, "a thousand": 1000,
    "one thousand": 1000, "two thousand": 2000,
}  # fmt: skip
_WORDED = "(?P<n>" + "|".join(sorted(_WORDS, key=len, reverse=True)) + rf")(?P<c> {CURRENCY})?\b"


_THEIRS = re.compile(rf"\b(?:his|her|their|he|she|{KIN}(?:'?s)?)(?: \w+){{0,2}}\s*\Z")
_UP_TO = re.compile(r"\b(?:above|over|beyond|past|higher than|more than|exceed)\b")
_read = takes.budget()


def _budget(heard: Heard) -> Iterator[Statement]:
    """Theirs, even for somebody else; not what a friend can pay."""
    if not _THEIRS.search(heard.sentence.low[: heard.match.start()]):
        yield from _read(heard)


def _worded(heard: Heard) -> Iterator[Statement]:
    """Numbers in words: "two hundred euros at most"."""
    value = as_amount(f"{_WORDS[heard.match['n']]}{heard.match['c'] or ''}")
    if value is not None:
        yield heard.statement("budget", value, span=(heard.place("n")[0], heard.place(0)[1]))


_MONEY_NEXT = rf"(?=[^,.!?]{{0,24}}?{CURRENCY})"
RULES = (
    rule("ceiling limit max maximum budget cap top most all lot", rf"{_MONEY_NEXT}{_HOW_MUCH}(?: for \w+(?: \w+)?)?(?:'s| is| are| would be| will be| was)(?: about| really| pretty much| already| still| also| now| definitely| probably)* (?:(?:my|our|the) (?:absolute |upper |top |very |price |spending )*(?:ceiling|limit|max(?:imum)?|budget|cap|top|most|lot)\b|(?:about |nearly )?all (?:i|we) (?:have|can|could|want|got|'ve)\b)", _budget, But.REPORTED | But.ASKED),
    rule("go above beyond over past exceed", rf"\b(?:i|we)(?:'d| would| can| could| do|'ll| will)?(?:n't| not| rather not| really not| never)* (?:want to |like to |wish to |have to |really )*(?:go|pay|be|exceed|spend) ?(?:above|over|beyond|past|higher than|more than)? ?{_MONEY_NEXT}{_HOW_MUCH}", lambda heard: _budget(heard) if _UP_TO.search(heard.match[0]) else (), But.REPORTED | But.ASKED),
    rule("between range region somewhere", rf"^{GREETING}(?:maybe |something |somewhere |anything |anywhere |it'd be |ideally |let's say )*(?:in the (?:range|region) (?:of|from) |in the |between |from ){_MONEY_NEXT}{_HOW_MUCH}", _budget, But.REPORTED),
    rule("if", rf"\bif (?:it|that|they|those|one)(?:'s| is|'re| are| costs?| cost) (?:under|below|less than|not more than|no more than|up to|within) {_MONEY_NEXT}{_HOW_MUCH}", _budget, But.REPORTED),
    rule("budget", rf"\bbudget ?[,:;–-]+ ?(?:say |about |around |only |max |roughly )*{_MONEY_NEXT}{_HOW_MUCH}", _budget, But.REPORTED | But.DENIED),
    rule("have got we've i've", rf"\b(?:i|we)(?:'ve| have)?(?: only| just| about)* ?(?:got|have) (?:about |around |only |up to )*{_MONEY_NEXT}{_HOW_MUCH} (?:for (?!my\b|the (?:order|parcel|return))(?:an? |some |new )?[a-z-]+|left for)\b(?! (?:voucher|back|refund))", _budget, But.REPORTED | But.ASKED),
    rule("maybe perhaps probably say", rf"^{GREETING}(?:maybe|perhaps|probably|let's say|say|i'd say) (?:about |around |up to )?{_MONEY_NEXT}{_HOW_MUCH}(?=\s*[.,!]|\s*$)", _budget, But.REPORTED | But.ASKED),
    rule("budget", rf"\bbudget(?: for (?:it|this|that|the \w+|a \w+|\w+))?(?: is|'s| of|:| was| would be| can be| are| around| limit is)?(?: now| only| just| actually| set at)? ?(?:{_AT_MOST} ){{0,2}}{_HOW_MUCH}", _budget, But.REPORTED | But.DENIED | But.ASKED),
    rule("spend pay afford invest", rf"\b(?:i|we)(?:'d| would|'m| am|'re| are| can| could| want| don't| do not| will|'ll| only| really| just| like| can't| cannot| won't| prefer| not)*(?: (?:to|only|willing|able|happy|ready|want|wanna|like|prepared|planning|going|looking|not)){{0,4}} (?:spend|pay|afford|invest)(?: (?:more than|over|only|about|around|up to|under|at most|max(?:imum)?|not more than|less than|no more than|between|to)){{0,3}} {_HOW_MUCH}(?! for (?:my|the) (?:order|last|shipping|delivery))", _budget, But.REPORTED | But.ASKED),
    rule("under below max maximum most more less upto up between around about over", rf"(?:\b(?:looking for|want|need|search\w+ for|find|buy|gift|present|something|anything|order|interested in|recommend|suggest|show me)\b[^.!?\n]{{0,70}}?|^|^(?:max|something|anything|ideally|preferably|well,?|hm+,?) |, |\bbut (?:not |it )?)\b(?:(?:for|at|costing|that costs?|priced|is|be|cost|only|and) )?(?:under|below|up to|max(?:imum)?\.?|at most|(?:no|not) (?:more than|over)|(?:costs? )?less than|between|around|over) (?=[^!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}(?! (?:for|in) shipping)", _budget, But.REPORTED),
    rule("limit", rf"\bmy (?:price )?(?:limit|maximum|max) (?:is|would be|:) ?{_HOW_MUCH}(?!\d| ?(?:days|items|weeks|minutes|hours|km)\b)", _budget, But.REPORTED | But.ASKED),
    rule("have got i've", rf"\b(?:i|we)(?:'ve)? (?:only |just )?(?:have|got)(?: got)? (?:only |about |around |up to |maximum )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH} (?:for (?:it|this|that|an? |the |my |everything|all|new )|left\b|to invest)", _budget, But.REPORTED | But.ASKED | But.SUPPOSED),
    rule("spend", rf"\b(?:have|got) (?:only |about |around |up to )?{_HOW_MUCH} to spend\b", _budget, But.REPORTED | But.ASKED),
    rule("somewhere around about roughly", rf"^(?:somewhere |something |maybe |well,? )?(?:around|about|roughly) (?=[^!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}[.!]?$", _budget, But.REPORTED | But.ASKED),
    rule("max maximum", rf"\b{_HOW_MUCH} (?:max|maximum|at (?:the )?most|tops)\b", _budget, But.REPORTED ),
    rule("under below within around about stay keep", rf"\b(?:stay|staying|keep|keeping|remain|be|is|land|come in|end up)(?: it| things| this| the (?:price|total|bill|cost|whole thing)| all)? (?:somewhere )?(?:under|below|within|around|about|at|to) (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("have got i've", rf"\b(?:i|we)(?:'ve)? (?:only |just )?(?:have|got)(?: got)? (?:between |from |about |around |up to |max(?:imum)? |at most |roughly )(?=[^.!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}(?! (?:left )?on my (?:card|account|gift))", _budget, But.REPORTED | But.ASKED | But.SUPPOSED),
    rule("spend spending pay", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|am|i'm|we're|are|was|were) )(?:only |just |happy |willing |prepared |looking |hoping |planning |ready |able |want |wanting )+(?:to )?(?:spend|pay|spending)(?: about| around| up to| at most| max(?:imum)?| no more than| not more than| between| roughly| something like)* {_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("nothing penny cent euro pound", rf"\b(?:nothing|not (?:an?|one) (?:single )?(?:penny|cent|euro|pound|krona))(?: that costs?)? (?:over|above|more than|beyond|dearer than|more expensive than|north of|past|upwards? of) (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED),
    rule("all have can", rf"{_HOW_MUCH} is (?:really |about )?(?:all|everything|the most) (?:i|we) (?:have|can|have got|want)", _budget, But.REPORTED),
    rule("cost be exceed go", rf"\b(?:it|they|this|that|everything|all|the (?:jacket|price|present|gift|whole thing|total)|altogether)? ?(?:shouldn't|should not|mustn't|must not|can't|cannot|may not|not)(?: be| cost| exceed| go| come to)+ (?:more than |over |above |much more than )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("may can cost should", rf"\b(?:it|they|this|that|everything|the (?:jacket|price|present|gift|whole thing|total)) (?:may|can|should|could|must) (?:be|cost|come to) (?:up to|at most|max(?:imum)?|under|below|no more than|around|about) (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("set put saved aside", rf"\b(?:set|put|saved)(?: up| aside)* (?:about |around |up to )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}(?: aside| up)?(?: for\b| to\b|[.,!]|\s*$)", _budget, But.REPORTED | But.ASKED),
    rule("mind thinking thought imagined range limit ceiling", rf"{_HOW_MUCH} (?:is|was) (?:about |roughly |more or less )?(?:what|the (?:most|max(?:imum)?|limit)|my (?:limit|max(?:imum)?|budget|ceiling|range))\b", _budget, But.REPORTED | But.ASKED),
    rule("mind thinking", rf"\b(?:had|have|was thinking|thinking|am thinking)(?: of| about)?(?: something)?(?: like| around| about| between)? (?=[^,.!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}(?: in mind|[.,!]|\s*$)", _budget, But.REPORTED | But.ASKED),
    rule("stretch go", rf"\b(?:can|could|i'd|i'll|would|able to|willing to|happy to|prepared to) (?:also )?(?:stretch|go|go up|go as high as|be stretched)(?: to| up to| as far as)* {_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("tops most max maximum", rf"\b{_HOW_MUCH},? (?:max|maximum|at (?:the )?(?:very )?most|tops|not more|no more|and not (?:a (?:penny|cent) )?more|or less|is (?:my|the) (?:absolute |upper )?(?:max|limit|maximum))\b", _budget, But.REPORTED ),
    rule("budget spend under up more around about max most limit pay below over stretch", rf"(?:\b(?:budget(?: is| of|'s)?|spend|pay|under|up to|more than|limit(?: is)?|below|stretch to|stay around|over)(?: about| around| up to| at most| no more than| maybe| only| roughly)*|^{GREETING}(?:around|about|up to|max|roughly)) {_WORDED}", _worded, But.REPORTED | But.ASKED),
    rule("budget budget's limit", rf"\b(?:budget|limit|max(?:imum)?)(?:'s| is| has)?(?: been| now| just)* (?:grew|rose|fell|gone up|gone down|went up|went down|increased|raised|risen|grown|changed|shrunk|dropped|cut|reduced|extended|now)(?: from [^.!?,]{{2,16}}?)?(?: to|,? it's|,? now|,)? ?{_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("budget", rf"\b(?:raised|increased|upped|lowered|cut|reduced|changed) (?:my|our|the) budget(?: from [^.!?,]{{2,16}}?)? to {_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("budget", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|with|on) )(?:an? |the )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH} budget\b", _budget, But.REPORTED | But.ASKED),
    rule("up", rf"(?:^{GREETING}|[,;] ?)up to (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED),
    rule("tops max maximum ceiling limit cap most range ceiling's limit's cap's max's", rf"(?:^{GREETING}|[,;:] ?|\b(?:my|the|our) )(?:(?:price|spending|absolute|upper) )*(?:tops|max|maximum|at most|ceiling|limit|cap|range)(?:'s| is| would be|:)? (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}(?! (?:an? |per )\w+)", _budget, But.REPORTED | But.ASKED),
    rule("what", rf"{_HOW_MUCH}(?:, [^,.!?]{{2,25}},)? is (?:about |roughly )?what (?:i|we) (?:can|could|have|want|would)\b", _budget, But.REPORTED),
    rule("manage stomach part scrape live do", rf"\b(?:i|we)(?: can| could|'d| would| might)(?: probably| maybe| just| just about| perhaps)* (?:manage|stomach|part with|scrape together|live with|do) (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("between play total altogether work", rf"\b(?:i|we)(?:'ve|'d)?(?: only| just)? ?(?:have |got |have got )?(?:only |about |around )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH} (?:between us|to play with|in total|altogether|to work with)\b", _budget, But.REPORTED | But.ASKED | But.SUPPOSED),
    rule("gave given gives allowed granted", rf"\b(?:gave|gives|given|allowed|granted) (?:me|us) (?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH} (?:to spend|to play with|to work with)", _read, But.REPORTED | But.ASKED | But.SUPPOSED),
    rule("comfortable fine ok okay happy", rf"\b(?:i'm|i am|i'd be|i would be|we're|we'd be) (?:comfortable|fine|ok|okay|happy) (?:with|spending|paying) (?:up to |around |about )?(?![^,.!?]{{0,30}}\b(?:back|shipping|postage|delivery|refund)\b)(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("bigger larger higher", rf"\bno (?:bigger|larger|higher) (?:a )?budget than {_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
    rule("wise", rf"\b(?:price|money|budget)[- ]wise,? (?:up to |around |about |max(?:imum)? |at most |under |i'd say |let's say )*{_HOW_MUCH}", _budget, But.REPORTED | But.ASKED),
)  # fmt: skip
