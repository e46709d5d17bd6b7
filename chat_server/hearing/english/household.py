"""Who lives with them."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import LIKELY, fixed

from .words import GREETING

_NUMBERS = {
    "one": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "both": 2,
    "just the two": 2,
}
_NUMBER = "(?:[1-9]|1[0-9]|" + "|".join(_NUMBERS) + ")"
_YOUNG = r"kids?|children|child|sons?|daughters?|boys?|girls?|bab(?:y|ies)|toddlers?|teenagers?|teens?|twins|triplets|little ones?|bairns?|infants?|newborns?"
_PETS = r"dogs?|cats?|pupp(?:y|ies)|kittens?|kitty|rabbits?|hamsters?|parrots?|pony|ponies|horses?|hens|chickens|goats?|sheepdogs?|labradors?|terriers?|spaniels?|huskies|husky|retrievers?|dachshunds?|guinea pigs?|budgies?|collies?|beagles?|poodles?|pugs?|corgis?|labradoodles?|cockapoos?|greyhounds?|whippets?|samoyeds?|malamutes?|kelpies?|tortoises?|ferrets?|donkeys?|lurchers?|alsatians?|german shepherds?|border collies?"
_ADULTS = r"partner|husband|wife|boyfriend|girlfriend|fianc[eé]e?|flatmates?|roommates?|housemates?|mum|mom|mother|dad|father|parents|grandmother|grandma|granny|grandfather|sister|brother"
_ALL = rf"{_YOUNG}|{_PETS}"
_KIND = r"(?:(?:second|third|another|other|small|little|young|old|big|new|grown[- ]up|teenage|hairy|very|lively|naughty|energetic|huge|elderly|baby|house|golden|black|rescue|crazy|lovely|noisy|messy|school[- ]age|wonderful|three-legged|[\w-]+-year-old) )*"
_SOFT = But.SUPPOSED | But.REPORTED | But.DENIED
_OWN = PLAIN | But.DENIED


def _household(heard: Heard) -> Iterator[Statement]:
    said = heard.match["n"]
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 0)
    if number:
        who = heard.match["who"] if heard.has("who") else "people"
        value = f"{number} {who}" if number > 1 else who
        yield heard.statement("household", value, confidence=LIKELY + 0.05)


def _parent(heard: Heard) -> Iterator[Statement]:
    said = heard.match["n"]
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 0)
    if number:
        yield heard.statement("household", f"{number} kids", confidence=LIKELY + 0.05)


def _each(heard: Heard) -> Iterator[Statement]:
    """Whoever is named, in as many words as were said; counted ones with their number."""
    for group in ("n", "m"):
        who = "who" if group == "n" else "whom"
        if not heard.has(who):
            continue
        said = heard.match[group] if heard.has(group) else None
        number = (int(said) if said.isdigit() else _NUMBERS.get(said, 0)) if said else 0
        value = f"{number} {heard.match[who]}" if number > 1 else heard.match[who]
        yield heard.statement(
            "household",
            value,
            span=heard.place(who),
            confidence=LIKELY + 0.05,
            ended=heard.has("not"),
        )


def _ages(heard: Heard) -> Iterator[Statement]:
    """Of "our kids are 4 and 7" the ages count them."""
    number = len([age for age in heard.match["ages"].replace(",", " ").split() if age.isdigit()])
    yield heard.statement("household", f"{number} {heard.match['who']}", confidence=LIKELY + 0.05)


RULES = (
    rule("household family", rf"\bour (?:household|family) (?:has|is|consists of) (?P<n>{_NUMBER})\b(?: people| persons)?", _household, _OWN),
    rule("family household", rf"(?:\b(?:we are|we're|i have|we have|we're all|for (?:my|our|a)|as|with)(?: an?| my| our)? |^{GREETING}(?:an? )?|[,;] ?(?:an? )?)(?:family|household) of (?P<n>{_NUMBER})\b(?! (?:products|backpacks|tents))", _household, PLAIN),
    rule("we we're", rf"\b(?:we are|we're)(?: a)? (?P<n>{_NUMBER})(?: people| persons| of us)?(?=[.!,]| (?:at home|in (?:the|our) (?:family|house(?:hold)?)|and|people)|$)", _household, _OWN),
    rule("there", rf"\bthere (?:are|'re) (?P<n>{_NUMBER}) of us\b(?! (?:going|who|on|hiking|travelling|interested))", _household, PLAIN),
    rule("mother father mum mom dad parent mummy daddy", rf"\b(?:mother|father|mum|mom|dad|parents?|mummy|daddy) (?:of|to) (?P<n>(?!an?\b){_NUMBER})\b(?! (?:\w+ )?(?:{_ALL}))", _parent, _OWN),
    rule("kids children sons daughters boys girls twins", r"\b(?:my|our) (?P<who>kids|children|sons|daughters|boys|girls) are (?:only |now |aged )*(?P<ages>\d{1,2}(?:(?:, | and |,)\d{1,2}){1,5})\b", _ages, _OWN),
    rule("and with have got", rf"\b(?:i|we) (?:also |now |still )?(?:have|got|'ve got|have got|share a home with|look after) (?:(?P<n>{_NUMBER}) )?(?:my |our )?{_KIND}(?P<who>{_ALL})(?:,? (?:and|plus|\+|&|as well as) (?:also )?(?P<m>{_NUMBER}) {_KIND}(?P<whom>{_ALL}))?\b(?!'|s? (?:size|food|bed|bowl|lead|coat|hair))", _each, _OWN),
    rule("i've we've ive weve", rf"\b(?:i've|we've|ive|weve)(?: also| now| just)*(?: got| adopted)? (?P<n>{_NUMBER}) {_KIND}(?P<who>{_ALL})(?:,? (?:and|plus|\+|&) (?:also )?(?P<m>{_NUMBER}) {_KIND}(?P<whom>{_ALL}))?\b(?!'|s? (?:size|food|bed))", _each, _OWN),
    rule("my our with mother father mum mom dad and husband wife kids children sons daughters son daughter", rf"\b(?:my|our|with my|(?<!grew up )with|(?:husband|wife|partner|girlfriend|boyfriend|me|home),? and(?: our| my)?|(?:mother|father|mum|mom|dad|parent)s? (?:of|to)) (?P<n>(?!a\b|an\b|one\b){_NUMBER}) {_KIND}(?P<who>{_ALL})(?:,? (?:and|plus) (?:also )?(?P<m>{_NUMBER}) {_KIND}(?P<whom>{_ALL}))?\b(?!')", _each, _OWN),
    rule("and", rf"\b(?:kids?|children|sons?|daughters?|dogs?|cats?|boys?|girls?),? and (?P<n>{_NUMBER}) (?P<who>{_ALL})\b", _household, _SOFT),
    rule("dog cat puppy kitten rabbit hamster parrot horse pony kitty husky labrador terrier", rf"\b(?:my|our) {_KIND}(?P<who>dog|cat|puppy|kitten|rabbit|hamster|parrot|pony|horse|kitty|husky|labrador|terrier|spaniel)(?=[,.! ]| \()(?! (?:food|bed|bowl|lead|coat|hair|sledge|died|passed|ran away|used to))", _each, But.SUPPOSED | But.REPORTED | But.DENIED | But.PAST),
    rule("live living share", rf"\b(?:i|we)(?:'m|'re| am| are)? (?:now |still |currently )?(?:live|living|share (?:a|the|our|my) (?:flat|house|home|place|apartment)) (?:here |there |together |(?:in|at|near|outside|up in|on) [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?,? )?with (?:(?:my|our|an?) )?(?:(?P<n>{_NUMBER}) )?{_KIND}(?P<who>{_ADULTS}|{_ALL})(?:(?:,| and|,? plus| \+| &) (?:(?:my|our|an?|her|his|their) )?(?:(?P<m>{_NUMBER}) )?{_KIND}(?P<whom>{_ADULTS}|{_ALL}))?\b(?!'s house)", _each, _OWN),
    rule("live living share", rf"\b(?:my|our) (?P<who>{_ADULTS}) and (?:i|me) (?:live|share)\b(?: [^.!?,\n]{{0,20}}?with (?:(?:our|my|an?|two|three) )*{_KIND}(?P<whom>{_ALL}|{_ADULTS}))?", _each, _OWN),
    rule("me us", rf"(?:^{GREETING}|[,;:] ?|\b(?:it's|its|is|so|now) )(?:it's )?(?:just|only) (?:me|us|the two of us),? (?:and|with) (?:my|the|our|an?) {_KIND}(?P<who>{_ALL}|{_ADULTS})\b", _each, _OWN),
    rule("baby child son daughter kid puppy dog cat kitten", rf"\b(?:i|we)(?:'ve| have)? (?:just |recently |finally )?(?:had|adopted|got|welcomed|given birth to) (?:an?|our|another) {_KIND}(?P<who>baby|child|son|daughter|kid|puppy|dog|cat|kitten|baby (?:girl|boy))\b(?! (?:size|jacket|seat|carrier|blanket|bed))", _each, _OWN),
    rule("live lives living moved", rf"\bmy {_KIND}(?P<who>{_ADULTS}|{_YOUNG}) (?:now |also |still )?(?:lives|live|is living|has moved in|moved in) (?:here )?with (?:me|us)\b", _each, _OWN),
    rule("died passed away longer moved ran", rf"\b(?:my|our) {_KIND}(?P<who>{_PETS}|{_YOUNG}|{_ADULTS})(?:'s)? (?:has |have |just |sadly |recently |now )*(?P<not>died|passed away|passed|moved out|ran away|has left home|left home|flown the nest|no longer lives? with (?:me|us))\b", _each, PLAIN),
    rule("with", rf"\b(?:family|couple|household|us|kids|children)(?: of \w+)?(?:,| and)? (?:with|plus) (?:(?P<n>{_NUMBER}) )?{_KIND}(?P<who>{_PETS})\b", _each, _OWN),
    rule("live", r"\bi live (?:all )?(?P<v>alone|on my own|by myself)\b", fixed("household", "lives alone"), _OWN),
    rule("and have got are expecting", rf"\b(?:my|our) (?P<who>{_ADULTS}) and (?:i|me) (?:also |now |just )?(?:have|got|are raising|are bringing up|share|look after|adopted|are parents of|had) (?:our |the )?(?:(?P<m>{_NUMBER}) )?{_KIND}(?P<whom>(?:twin )?(?:{_ALL}))\b(?!'|s? (?:size|food|bed|bowl|lead|coat|hair))", _each, _OWN & ~But.OTHERS),
    rule("moved together", rf"\b(?:my|our) (?P<who>{_ADULTS}) and (?:i|me) (?:have |just |recently |now )*(?:moved in together|bought a (?:house|flat|home)|live together|are moving in)\b", _each, _OWN & ~But.OTHERS),
    rule("newborn toddler baby twins puppy kitten triplets teenager", r"\b(?:my|our) (?:\w+ )?(?P<who>newborn|toddler|baby|twins|triplets|puppy|kitten|teenager)(?= (?:is|are|was|keeps?|loves?|came|arrived|sleeps?|wakes?|chews?|chewed|eats?|ate|needs?|still|just|has|have|won't|can't|hates?|crawls?|tears?|spills?|ruins?|ruined)\b)", _each, _SOFT | But.PAST),
    rule("home house place here household", rf"\b(?:(?<!grew up )with|there are|there is|there's|have|got) (?P<n>{_NUMBER}) {_KIND}(?P<who>{_ALL})(?:,? (?:and|plus|\+|&) (?P<m>{_NUMBER}) {_KIND}(?P<whom>{_ALL}))? (?:in (?:the|our|my) (?:house|home|flat|household)|at home|at my place|at ours|running around)\b", _each, _OWN),
    rule("us two three four five", r"\b(?:it's|it is|we're|we are|for) (?:just )?(?:the )?(?P<n>two|three|four|five|six|seven|[2-9]) of us (?:at home|in (?:the|our) (?:house|flat|household|family)|living (?:here|together|in))\b", _household, PLAIN),
)  # fmt: skip
