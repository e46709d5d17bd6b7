"""Products they look for, like, dislike and own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.money import CURRENCY
from chat_server.hearing.products import Product, is_goods, read_product
from chat_server.hearing.rule import PLAIN, But, Heard, LineRule, Take, rule
from chat_server.hearing.takes import LIKELY, SURE, UNSURE, words
from chat_server.hearing.text import Line

from .words import GREETING, KIN

_V = r"(?P<v>\w)"
_AND = re.compile(
    r",? (?:and|or|nor) (?:also )?(?=(?:the|an?|my|your|some|one of|[a-z-]+s(?=[.,!?]|\s*$)) ?)"
)
_MONEY = re.compile(CURRENCY)
# What things are made of.
_STUFF = r"(?P<v>(?:merino |sheep'?s? |pure |fake |real )?(?:wool|leather|polyester|nylon|fur|cotton|silk|linen|synthetics|plastic|latex|velvet|fleece|denim|acrylic|viscose|cashmere|suede))"


def _product(key: str, *, known_only: bool = False, ended: bool = False) -> Take:
    """The thing named at the place; without a known kind of goods it must be plain what is meant."""

    def take(heard: Heard) -> Iterator[Statement]:
        if _is_of_others(heard) or _UNREAL.search(heard.sentence.low):
            return
        undecided = key == "product_interest" and _UNDECIDED.search(heard.sentence.low)
        for found in _listed(heard):
            if not found.known and known_only:
                continue
            yield heard.statement(
                key,
                found.value,
                span=found.span,
                confidence=UNSURE if undecided else SURE if found.known else LIKELY,
                ended=ended or heard.has("not"),
            )

    return take


# Right before "is looking for".
_OTHER = re.compile(
    rf"(?:\b{KIN}(?: of (?:mine|ours|my \w+))?|\bhe|\bshe|\bthey|\bwho|\bsomebody|\bsomeone)(?:'s|'re| is| are| was| were| has been| have been| wants?| needs?| would| also| still| just)+ ?\Z"
)
_UNREAL = re.compile(
    r"\bif (?:only )?(?:i|we|it|there|money)\b[^.!?,]{0,12}? (?:were|was|lived|had|could|won|knew|earned|didn't|wasn't|weren't)\b"
)
_UNDECIDED = re.compile(r"\b(?:not sure|undecided|can't decide|haven't decided|can not decide)\b")


def _is_of_others(heard: Heard) -> bool:
    return _OTHER.search(heard.sentence.low[: heard.match.start()]) is not None


def _listed(heard: Heard) -> Iterator[Product]:
    """The thing, and another one after "and the"."""
    found = _read(heard)
    if found is None:
        return
    yield found
    another = _AND.match(heard.line.low, found.span[1], heard.sentence.end)
    more = read_product(heard.line, another.end(), heard.sentence.end) if another else None
    if more is not None and more.known:
        yield more


def _read(heard: Heard) -> Product | None:
    return read_product(heard.line, heard.place()[0], heard.sentence.end)


def _wished_later(line: Line) -> Iterator[Statement]:
    """Of "do you have the Laki boots? I'd love a pair" the second sentence makes the first a wish."""
    if not _WISHED.search(line.low):
        return
    for asked in _HAVE_YOU.finditer(line.low):
        found = read_product(line, asked.start("v"), len(line.text))
        if found is not None and found.known and found.span[1] < len(line.text):
            yield Statement("product_interest", found.value, LIKELY, *found.span)


_WISHED = re.compile(
    r"(?:\b(?:i|we)(?:'d| would)?|\b(?:and|but) (?:i )?(?:would|'d)|[?.!,] ?(?:would|'d)?|\bcrying out)(?: really| just| also| still)? (?:love|like|want|need|take|for|could use|could do with)(?: to (?:have|buy|order|get))? (?:a pair|one|two|them|it|some|both|that)\b(?! (?:back|away|fixed|repaired|to be|reason|day|time|kind|way))|\b(?:i|we)(?:'ll| will|'d| would) (?:take|have|buy|order|get) (?:a pair|one|two|them|it|some|both)\b|\b(?:i|we)(?:'ve| have)? lost (?:mine|ours)\b"
)
_HAVE_YOU = re.compile(
    r"(?:^any(?= )|\b(?:show me|link to|any chance (?:you'd have|you have|of)|do you (?:still |also |even |happen to )*(?:have|sell|stock|carry|make|do)|have you (?:still )?got|have you (?=any)|got|is there|are there|can you recommend|could you recommend|is|are|does|do|how (?:much|warm|heavy|big) (?:is|are))) (?:any |one of |anything like |something like |an? (?:\w+ )?version of )?(?P<v>\w)"
)
# The one who writes, or nobody where a sentence begins: "need new boots".
_I = rf"(?:\b(?:i|we)|^{GREETING}|[,;:] ?|\b(?:and|but|so|honestly|though) )"
_ADV = r"(?:'m|m| am|'re| are|'ve|'d| would|'ll| will| was wondering about| was| were)?(?: ?\b(?:really|also|just|still|now|currently|actually|absolutely|totally|simply|already|always|honestly|do|only|quite|very|so|mainly|mostly|maybe|probably|definitely|desperately|kind of|kinda|sort of|rather|even|personally|however|basically|then|recently|once|proudly|have|been))*"
_NOW = r"(?: ?\b(?:really|also|just|still|now|actually|absolutely|totally|simply|already|always|honestly|do|quite|very|so|mostly|definitely|rather|even|personally|however|kind of|kinda))*"
_DET = r"(?=(?:an?|two|three|four|five|six|ten|twelve|\d+|some|new|another|the|one of|your|this|that|these|those|both|any|more|good|decent|warm|waterproof|proper|nice) )"
_THE = r"(?=(?:the|my|your|this|these|those|that|our|all|any|most) )"
_WISH = But.REPORTED | But.DENIED
_LIKES = _product("product_liked", known_only=True)
_DISLIKES = _product("product_disliked", known_only=True)
_WANTS = _product("product_interest", known_only=True)
_OWNS = _product("product_owned", known_only=True)
_ENDED = _product("product_owned", known_only=True, ended=True)
_GIVEN = r"(?!.*\b(?:for (?:my|a|his|her) |returned|sent (?:it |them )?back|instead)\b)"
_KINSHIP = r"(?:my|our) (?:\w+ )?(?:son|daughter|kid|kids|child|children|wife|husband|partner|mum|mom|mother|dad|father|boyfriend|girlfriend|nephew|niece|grandson|granddaughter|twins?|baby|boy|girl|boys|girls|fianc[eé]e?)"
RULES = (
    rule("needs need wants want would could", rf"\b{_KINSHIP} (?:really |also |still |just |badly |desperately )*(?:needs?|wants?|would (?:like|love)|could use|is (?:looking for|after)|are (?:looking for|after)|has been asking for) {_DET}{_V}", _WANTS, _WISH | But.ASKED),
    # Wished for
    rule("looking searching hunting shopping browsing search lookin lookout hunt enquiring inquiring", rf"\b(?:looking|lookin|searching|hunting|shopping|browsing|on the hunt|on the lookout|in search|enquiring|inquiring)(?: (?:to (?:buy|get|order|purchase|replace)|(?:for|at|around for|of|about)))? (?!forward|after|into|good|great|nice|like){_V}", _WANTS, PLAIN | But.DENIED),
    rule("after", rf"(?:\b(?:i'm|i am|im|we're|we are)(?: also| mainly| just| really)* |^{GREETING})after (?=an?|the|some|new|your|one of|two|\w+ \w+){_V}", _WANTS, PLAIN | But.DENIED),
    rule("market eye eyeing eyes heart tempted treating treat", rf"\b(?:in the market for|(?:i'm|i am|im|we're) (?:so |very |sorely )?tempted by|treating myself to|(?:got |have |had |'ve got )?(?:my|our) eyes? on|eyeing(?: up)?|(?:set )?my heart (?:is )?(?:set )?on|in need of) {_V}", _WANTS, PLAIN | But.DENIED),
    rule("interested", rf"\binterested in (?:buying |getting |ordering |purchasing )?{_V}", _WANTS, PLAIN | But.DENIED),
    rule("interested", rf"\b(?:i am|i'm|im|i was|we are|we're|am|be)(?: (?:also|still|very|really|quite|mainly|just|now))* ?interested in {_V}", _product("product_interest"), PLAIN | But.DENIED),
    rule("buy order purchase get have find treat", rf"{_I}{_ADV} ?(?:want|wanna|like|love|need|plan|planning|wish|intend|hope|hoping|trying|tryna|try|looking|going|gonna|about|ready|here|keen|wondering about|was wondering about|thinking about|thinking of|considering|dreaming of)(?: to)? (?:buy(?:ing)?|order(?:ing)?|purchas(?:e|ing)|get(?:ting)?(?: hold of| hands on| my hands on)?|have|find(?:ing)?|treat myself to|replace|try) (?:(?:(?:my|our|his|her) \w+|him|her|them|me|us|myself) (?=(?:an?|some|the|new|two|one) ))?{_V}", _WANTS, _WISH),
    rule("buying getting ordering", rf"{_I}{_ADV} ?(?:buying|getting|ordering|stocking up on) {_V}{_GIVEN}", _WANTS, PLAIN | But.DENIED),
    rule("thinking considering", rf"{_I}{_ADV} ?(?:thinking (?:of|about)|considering|toying with) (?:(?:buying|getting|ordering|purchasing) |{_DET}){_V}", _WANTS, _WISH),
    rule("need want like love require fancy needing wanting use could", rf"{_I}{_ADV} ?(?:need|needing|want|wanting|require|fancy|could do with|could use|(?<=d )(?:like|love)|like(?= an? )) (?:to (?:have|see|get|try) )?{_DET}(?:one of (?:your|the) )?(?!my ){_V}", _WANTS, _WISH | But.ASKED),
    rule("need", rf"{_I}{_ADV} ?need (?!my |your |help|the |to ){_V}", _WANTS, _WISH | But.ASKED),
    rule("take order", rf"\b(?:i|we)(?:'ll| will) (?:take|have|order|buy|get|go (?:for|with)) (?=the|an?|two|three|four|\d+|one of|both|this|that|your){_V}", _WANTS, _WISH | But.ASKED),
    rule("recommend suggest get have order buy add", rf"\b(?:(?:can|could|may) (?:i|we) (?:please |also )?(?:get|have|order|buy|add)|(?:can|could|would) you (?:please )?(?:recommend|suggest)(?= me))(?: me)? (?:your |some |any |all |the |all the )*(?!my ){_V}", _WANTS, But.REPORTED | But.DENIED | But.SUPPOSED),
    rule("maybe perhaps possibly", rf"(?:^{GREETING}|[,;] ?|\b(?:so|thinking|or) )(?:maybe|perhaps|possibly) (?=an?|the|some|one of){_V}[^.!?,\n]{{0,30}}[?.!,]?\s*$", _WANTS, But.REPORTED | But.DENIED),
    rule("time", rf"\bwill (?=an?|the){_V}[^.!?,\n]{{2,40}} (?:get here|arrive|be here|make it|reach me|come)\b[^.!?\n]{{0,20}}\bin time\b", _WANTS, But.REPORTED),
    rule("for", rf"^{GREETING}for me,? (?=the|an?){_V}", _WANTS, But.REPORTED | But.DENIED),
    rule("have got i've spend", rf"\b(?:i|we)(?:'ve)? (?:only )?(?:have|got|spend)(?: got)? [^.!?,\n]{{2,24}} (?:for|on) (?=an? |some |new |the ){_V}", lambda heard: _WANTS(heard) if _MONEY.search(heard.match[0]) else (), PLAIN | But.DENIED),
    rule("something anything", rf"\b(?:something|anything)\b[^.!?\n]{{0,60}}? for (?=an? (?:\w+ )?pair of ){_V}", _WANTS, But.REPORTED | But.DENIED),
    rule("need looking want interested", rf"\b(?:i|we)(?:'m| am|'re| are)? (?P<not>(?:don't|dont|do not|no longer) (?:need|want)|(?:not|no longer) looking for) {_V}", _WANTS, PLAIN),
    rule("no", rf"(?:^{GREETING}|[,;] ?)(?P<not>no) (?:more )?(?=[^.!?,;]{{2,30}} (?:any ?more|any longer|needed|after all)\b){_V}", _WANTS, PLAIN),
    rule("found got bought", rf"(?:\b(?:i|we)(?:'ve| have)? |^{GREETING})(?:already |now |just )*(?P<not>found|got|bought) (?=[^.!?,;]{{2,30}} (?:elsewhere|somewhere else|in another shop|in town|second[- ]hand)\b){_V}", _WANTS, PLAIN),
    rule("interested", rf"\b(?P<not>(?:no longer|not|isn't|not really)) interested in (?:buying |getting |ordering |purchasing )?{_V}", _product("product_interest"), PLAIN),
    # Liked
    rule("love like adore loved liked enjoy", rf"{_I}(?:'ve| have)?{_NOW} ?(?:love|like|loved|liked|adore|come to (?:love|like)|grown to (?:love|like)|fallen in love with|enjoy)(?: how| wearing| using)? (?!(?:to|it|how|that you|you|an?|your (?:site|shop|service|store|website))\b){_V}", _LIKES, PLAIN | But.DENIED),
    rule("fan into", rf"{_I}{_ADV} ?(?:an? |the )?(?:big |huge |massive |great )?(?:fan of|into|in love with|obsessed with|fond of|mad about|crazy about) {_V}", _LIKES, PLAIN | But.DENIED),
    rule("obsessed fond mad crazy", rf"{_I}{_ADV} ?(?:obsessed with|fond of|mad about|crazy about) {_V}", _LIKES, PLAIN | But.DENIED),
    rule("favourite favorite fave", rf"\bmy (?:absolute |all-time )?(?:favou?rite|fave?)(?: \w+)? (?:is|are) (?=(?:the|my|your|this) ){_V}", _LIKES, PLAIN | But.DENIED),
    rule("favourite favorite favourites favorites fave", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|that) )(?=(?:the|my|your|this|these|those) ){_V}[^.!?,\n]{{2,50}} (?:is|are) (?:still |now |by far )?my (?:absolute |all-time |new )?(?:favou?rites?|fave?s?)\b", _LIKES, PLAIN | But.DENIED),
    rule("happy pleased satisfied thrilled love delighted chuffed", rf"\b(?:i am|i'm|im|we are|we're) (?:very |so |really |super |extremely |quite |absolutely |well )*(?:happy|pleased|satisfied|thrilled|delighted|chuffed|in love) with (?=(?:the|my|your|this|these|our) ){_V}", _LIKES, PLAIN | But.DENIED),
    # Disliked
    rule("don't dont not hate dislike didn't didnt never stand can't cant hated disliked loathe detest bear", rf"{_I}{_ADV} ?(?:hate|hated|dislike|disliked|loathe|detest|(?:can't|cannot|cant|can not|couldn't) (?:stand|bear)|(?:don't|dont|do not|didn't|didnt|did not|never|no longer) (?:really |much |particularly |actually |even )?(?:like|love|liked|care for|rate)) (?!(?:to|it|that you|how|when)\b){_V}", _DISLIKES, PLAIN),
    rule("stand hate like dislike wear bear", rf"\b(?:i|we) (?:really |just |absolutely )*(?:hate|dislike|loathe|(?:can't|cannot|cant|can not) (?:stand|bear|wear)|(?:don't|dont|do not|never) (?:like|wear)) (?:anything (?:made (?:of|from)|in) |wearing )?{_STUFF}(?=[.!,]|$| (?:on|at|because|and|it|anything|next|things|clothes)\b)", words("product_disliked"), PLAIN),
    rule("fan keen into", rf"\bnot (?:\w+ )?(?:an? )?(?:big |huge |great )?(?:fan of|keen on|fond of|into) {_V}", _DISLIKES, PLAIN),
    rule("get got along", rf"{_I}{_ADV} ?(?:can't|cannot|couldn't|don't|never) (?:really )?(?:get|got) (?:on|along) with {_V}", _DISLIKES, PLAIN),
    rule("fan", rf"{_I}{_ADV} ?no (?:big |great )?fan of {_V}", _DISLIKES, PLAIN),
    rule("gone off over", rf"\b(?:i|we)(?:'ve| have)? (?:rather |totally |completely |really )?(?:gone off|went off|have gone off|fallen out of love with) {_V}", _DISLIKES, PLAIN),
    rule("me thing style taste", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|that) ){_V}[^.!?,\n]{{2,50}} (?:is|are|was|were)(?: really| just| simply)?(?:n't| not)(?: really| just)? (?:for me|my thing|my style|to my taste|my cup of tea)\b", _DISLIKES, PLAIN),
    rule("no", rf"(?:^{GREETING}|[,;] ?|\b(?:so|and|but) )no (?:more )?{_V}[^.!?,\n]{{2,30}} for me\b", _DISLIKES, PLAIN),
    rule("disappointed unhappy", rf"\b(?:i am|i'm|im|we are|we're) (?:very |so |really |quite |not )*(?:disappointed|unhappy|dissatisfied) (?:with|by|in) (?=(?:the|my|your|this|these|our) ){_V}", _DISLIKES, PLAIN),
    # Owned, and no longer
    rule("own owner", rf"\b(?:i|we) (?:already |also |still |actually |proudly |now )*own {_V}", _product("product_owned"), PLAIN | But.DENIED | But.PAST),
    rule("owned got bought have", rf"{_I}(?:'ve| have)? ?(?:owned|got|bought|have|had) (?=(?:the|my|an?|two|both) ){_V}(?=[^.!?\n]{{2,60}}\b(?:last (?:year|autumn|fall|winter|spring|summer|month|christmas|week)|years? ago|months? ago|since|in (?:19|20)\d\d|at home|for (?:christmas|my birthday)|for (?:years|ages)|now)\b)(?!.*\b(?:for (?:my|a|his|her) (?!birthday)|returned|sent (?:it |them )?back|instead|order|parcel|damaged|broken)\b)", _OWNS, PLAIN | But.DENIED),
    rule("owner", rf"\b(?:proud |happy |lucky |long-time )*owner of {_V}", _OWNS, PLAIN | But.DENIED),
    rule("have got i've ive", rf"\b(?:i|we)(?:'ve| have)? (?:already |also |still |actually |currently )*(?:have|got|had got|'ve got|have got) (?:already |also )?(?=(?:an?|the|two|three|your|one of|some|both) )(?:one of (?:your|the) )?(?!(?:an? )?(?:damaged|broken|wrong|faulty|defective|torn) ){_V}(?!.*\b(?:instead|ordered|damaged|broken|wrong|arrived|parcel|although|order|box)\b)", _OWNS, PLAIN | But.DENIED | But.PAST),
    rule("already have", rf"\b(?:i|we) (?:already have|have already(?: got)?|already got) {_V}", _OWNS, PLAIN | But.DENIED),
    rule("had", rf"\b(?:i|we)(?:'ve| have) had (?=(?:my|the|an?|this|one of) ){_V}", _OWNS, PLAIN | But.DENIED | But.PAST),
    rule("old", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|that) )my {_V}[^.!?,\n]{{2,40}} (?:is|are) (?:now |already |over |about )?\w+ (?:years?|months?|winters?) old\b", _OWNS, PLAIN | But.DENIED),
    rule("bought purchased", rf"{_I}(?:'ve| have)?(?: already| just| recently| also| once| last \w+)* ?(?:bought|purchased) (?=(?:an?|the|my|your|two|three|one of|some|these|this|both) |\w+ \w+ (?:jacket|boots)|[a-z]+ (?:jacket|fleece|backpack)){_V}{_GIVEN}", _OWNS, PLAIN | But.DENIED),
    rule("bought got own have", rf"\b(?:the|an?|my|your) {_V}[^.!?,\n]{{2,40}},? (?:which|that) (?:i|we)(?:'ve| have)? (?:already )?(?:bought|got|own|have|purchased)\b", _OWNS, PLAIN),
    rule("wearing using", rf"\b(?:i am|i'm|im|i've been) (?:still |already |always )?(?:wearing|using) (?=(?:the|my|your) ){_V}", _OWNS, PLAIN | But.DENIED),
    rule("own have longer sold gave lost returned don't dont threw donated binned given", rf"{_I}(?:'ve| have)?(?: just| also| recently| already| since)* ?(?:no longer (?:own|have)|(?:don't|dont|do not) (?:own|have)(?= .*\b(?:any ?more|any longer)\b)|sold|gave away|given away|gave(?= .*\b(?:away|to my|to a)\b)|lost|threw (?:out|away)|donated|binned|got rid of|returned) (?=(?:my|the|our|an?|both|that|those) ){_V}", _ENDED, PLAIN),
    rule("purchase buy", rf"\bmy next (?:purchase|buy|order) (?:will be|is going to be|should be|is) {_V}", _WANTS, _WISH | But.ASKED),
    rule("enough", rf"\b(?:can't|cant|cannot|can not) get enough of {_V}", _LIKES, PLAIN | But.OTHERS),
    rule("thing style cup taste", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|that) )(?P<v>[\w-]+s) (?:aren't|are not|arent|have never been|were never) (?:really |just |exactly )?(?:my thing|for me|my style|my cup of tea|to my taste)\b", _DISLIKES, But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("live", rf"\bi (?:basically |practically |pretty much |literally )*live in (?=(?:my|the) ){_V}", _OWNS, PLAIN | But.DENIED | But.PAST),
    rule("had", rf"(?:\b(?:i|we)(?:'ve| have)? |^{GREETING})had (?=(?:my|the|this|one of) ){_V}(?=[^.!?\n]{{2,50}}\bfor (?:\w+ )?(?:(?:\d+|two|three|four|five|six|seven|eight|ten|many|several|some|a few) (?:years?|winters?|months|seasons)|ages|years)\b)(?!.*\b(?:for (?:repair|exchange)|order|parcel|damaged|broken)\b)", _OWNS, PLAIN | But.DENIED | But.PAST),
    rule("got get avoid dead", rf"(?:\b(?:i|we)(?:'ve| have|'d| would|'m)? ?|^)(?:never (?:really )?(?:got|gotten|get) on with|(?:always |usually |try to |generally )*avoid(?: wearing| buying)?|wouldn't be seen dead in) {_V}", _DISLIKES, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("itch sweat itchy", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|because) ){_V}[^.!?,\n]{{2,40}} (?:always |just |really )?(?:makes? me (?:itch|itchy|sweat|cold))\b", _DISLIKES, PLAIN | But.DENIED),
    rule("trusty beloved faithful", rf"\bmy (?:trusty|beloved|faithful|dear|good old) {_V}", _OWNS, PLAIN | But.DENIED | But.PAST),
    rule("hanging wardrobe closet cupboard", rf"\b(?:there's|there is|i have|i've|i've got) (?=(?:an?|the|my|two|one of) ){_V}(?=[^.!?\n]{{2,50}}\b(?:hanging|sitting|lying|folded) (?:up )?in my (?:\w+ )?(?:hall|wardrobe|closet|cupboard|attic|garage|hallway|basket)\b)(?!.*\b(?:shopping|online) basket\b)", _OWNS, PLAIN | But.DENIED),
)  # fmt: skip


def _by_pronoun(line: Line) -> Iterator[Statement]:
    """Of "Bobble hats? Hate them." the thing stands before."""
    taste = _TASTE.search(line.low)
    if taste is None or line.in_quotation(taste.start()):
        return
    before = [
        found
        for place in _THING_AT.finditer(line.low, max(0, taste.start() - 90), taste.start())
        if (found := read_product(line, place.start("v"), taste.start())) is not None
        and found.known
    ]
    if before and not line.tongue.around.others.search(line.low[: taste.start()]):
        words = before[-1].value.split(" ")
        while not is_goods(words[-1].lower()):
            words.pop()
        said, start = " ".join(words), before[-1].span[0]
        key = "product_disliked" if taste["bad"] else "product_liked"
        yield Statement(key, said, LIKELY, start, start + len(said))


_TASTE = re.compile(
    r"(?:\b(?:i|we)|[?.!,;] ?|\b(?:and|but)) ?(?:now |really |absolutely |just |simply |still |do )*(?:(?P<bad>hate|can't stand|cant stand|don't like|dont like|dislike|not a fan of|never liked)|love|adore|really like) (?:it|them)\b(?! (?:if|when|to)\b)"
)
_THING_AT = re.compile(
    r"(?:\b(?:the|my|your|an?|this|these|those|like|love|about|of|got|bought|own|have|two) |\A|[.!?,] )(?P<v>\w)"
)
LINE_RULES = (
    LineRule(frozenset("hate stand like love adore dislike fan liked".split()), _by_pronoun),  # noqa: SIM905
    LineRule(
        frozenset(
            ["i'd", "would", "i'll", "will", "want", "need", "love", "crying", "could", "lost"]
        ),
        _wished_later,
    ),
)
