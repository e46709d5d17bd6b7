"""English as it is typed in a hurry: short forms, lost apostrophes, common slips, and words that only fill."""

from __future__ import annotations

import re

from chat_server.hearing.wording import Habits

_SHORT = {
    # Without the apostrophe
    "im": "i'm", "ive": "i've", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "didn": "didn't",
    "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't", "werent": "weren't", "hasnt": "hasn't",
    "havent": "haven't", "hadnt": "hadn't", "cant": "can't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "shouldnt": "shouldn't", "youre": "you're", "youve": "you've", "youll": "you'll", "theyre": "they're",
    "thats": "that's", "whats": "what's", "wheres": "where's", "theres": "there's", "heres": "here's", "weve": "we've",
    "itll": "it'll", "thatll": "that'll", "thatd": "that'd", "itd": "it'd", "hes": "he's", "shes": "she's",
    "whos": "who's", "aint": "isn't", "ain't": "isn't",
    # Short forms
    "u": "you", "ur": "your", "ure": "you're", "urs": "yours", "pls": "please", "plz": "please", "plss": "please",
    "thx": "thanks", "thnx": "thanks", "tks": "thanks", "tnx": "thanks", "cuz": "because", "coz": "because", "bcz": "because",
    "bc": "because", "bcos": "because", "smth": "something", "sth": "something", "smthn": "something", "sb": "somebody",
    "msg": "message", "msgs": "messages", "wanna": "want to", "gimme": "give me",
    "lemme": "let me", "tho": "though", "abt": "about", "tmrw": "tomorrow", "tmr": "tomorrow",
    "tomoz": "tomorrow", "2moro": "tomorrow", "rn": "right now", "bday": "birthday", "prob": "probably", "probs": "probably",
    "prolly": "probably", "def": "definitely", "deffo": "definitely", "rly": "really", "rlly": "really", "wat": "what",
    "wats": "what's", "pref": "prefer", "yday": "yesterday", "bf": "boyfriend", "gf": "girlfriend", "ppl": "people",
    "tel": "phone", "mob": "mobile",
    # Slips
    "ordr": "order", "oder": "order", "ordre": "order", "oredr": "order", "adress": "address", "addres": "address",
    "arive": "arrive", "arived": "arrived", "arrivd": "arrived", "recieve": "receive", "recieved": "received",
    "recived": "received", "delivrd": "delivered", "deliverd": "delivered", "dilivery": "delivery", "delivary": "delivery",
    "tommorow": "tomorrow", "tomorow": "tomorrow", "tommorrow": "tomorrow", "tusday": "tuesday",
    "wensday": "wednesday", "wendsday": "wednesday", "thrusday": "thursday", "thurday": "thursday", "saterday": "saturday",
    "febuary": "february", "colur": "colour", "coulor": "colour", "favorit": "favourite", "favourit": "favourite",
    "prefere": "prefer", "perfer": "prefer", "loking": "looking", "lookin": "looking", "lookng": "looking", "serching": "searching",
    "jaket": "jacket", "jackt": "jacket", "shose": "shoes", "swetter": "sweater", "weding": "wedding", "birtday": "birthday",
    "brithday": "birthday", "anniversery": "anniversary", "buget": "budget", "budjet": "budget",
    "brocken": "broken", "damged": "damaged", "emial": "email", "e mail": "email", "nubmer": "number",
    "numer": "number", "numbr": "number", "wich": "which", "becuase": "because", "becouse": "because", "helo": "hello",
    "pleas": "please", "plese": "please", "teh": "the", "calld": "called", "nmae": "name", "naem": "name",
}  # fmt: skip
# They neither ask, deny nor suppose; what is unsure stays unsure, for the written words are weighed.
_WORDS = (
    "actually|really|basically|honestly|literally|obviously|definitely|certainly|simply|personally|currently|presently"
    "|probably|perhaps|maybe|presumably|apparently|somehow|anyway|anyhow"
    "|nowadays|kinda|sorta|tbh|lol|haha|hehe|btw|fyi|imho|imo|innit"
    "|indeed|kindly|sadly|unfortunately|luckily|thankfully|fortunately"
    "|by the way|to be honest|to be fair|i think|i guess|i believe|i suppose|i reckon|i must say|i have to say|i must admit|i'd say|i would say"
    "|of course|as a matter of fact|in fact|at the moment|at present|right now|these days|as it happens"
    "|for what it's worth|if i'm honest|if you must know|for your information|just so you know|like i said|as i said"
    "|for the record|for your records|believe it or not|in case you wonder(?:ed)?"
)
_ADDRESSED = r"(?<!my)(?<! a)(?<!the)(?<!your)(?<!or)(?<! me) (?:mate|sir|madam|ma'am|guys|folks|my dear|my friend|buddy|bro)"
_FILLERS = re.compile(
    rf"(?:\A|(?<=[.!?] )|(?<=\n))(?:{_WORDS}),? (?=\S)"
    rf"|, (?:{_WORDS})(?:,(?= )|(?=[.!?;)]|\Z))|(?<![.!?,;:]) (?:{_WORDS})(?=[ .,!?;:)]|\Z)|(?<=,) (?:{_WORDS})(?= )"
    rf"|,?{_ADDRESSED}(?=[.,!?]|\Z)",
    re.IGNORECASE,
)
_LAST_WORDS = {phrase.split()[-1].partition("(")[0] for phrase in _WORDS.split("|")}
_CALLED = {"mate", "sir", "madam", "ma'am", "guys", "folks", "dear", "friend", "buddy", "bro"}
HABITS = Habits(_SHORT, _FILLERS, frozenset(_LAST_WORDS | _CALLED | {"wondered"}))
