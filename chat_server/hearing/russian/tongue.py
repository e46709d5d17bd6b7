"""Russian as the engine hears it; takes long to import, so that only who hears it does."""

from __future__ import annotations

from chat_server.hearing.inflected import Inflected
from chat_server.hearing.tongue import Company

from . import (
    answers,
    changes,
    contact,
    corrections,
    given_up,
    goods,
    introductions,
    money_and_sizes,
    occasions,
    opinions,
    orders,
    people,
    work_and_household,
)
from .chatting import HABITS
from .contrasts import CONTRAST
from .frames import FRAMES, OF_THINGS
from .words import (
    ASKING,
    CALENDAR,
    CLAUSE,
    DENIED,
    HEDGE,
    OTHERS,
    OWN,
    PAST,
    PERSONS,
    PROMISE,
    REPORTED,
    SUPPOSED,
)

RUSSIAN = Inflected(
    code="ru",
    rules=(
        *people.RULES,
        *introductions.RULES,
        *work_and_household.RULES,
        *contact.RULES,
        *orders.RULES,
        *money_and_sizes.RULES,
        *goods.RULES,
        *occasions.RULES,
        *opinions.RULES,
    ),
    clause=CLAUSE,
    asking=ASKING,
    own=OWN,
    around=Company(SUPPOSED, REPORTED, OTHERS, DENIED, PAST),
    answers=answers.ANSWERS,
    line_rules=(
        *answers.LINE_RULES,
        *introductions.LINE_RULES,
        *corrections.LINE_RULES,
        *changes.LINE_RULES,
        *given_up.LINE_RULES,
    ),
    calendar=CALENDAR,
    promise=PROMISE,
    persons=PERSONS,
    hedge=HEDGE,
    habits=HABITS,
    frames=FRAMES,
    about=OF_THINGS,
    contrast=CONTRAST,
)
