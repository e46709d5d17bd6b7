"""English as the engine hears it; takes long to import, so that only who hears it does."""

from __future__ import annotations

from chat_server.hearing import dates
from chat_server.hearing.tongue import Company, Tongue

from . import (
    answers,
    budgets,
    changes,
    channels,
    colours,
    contact,
    corrections,
    delivery,
    events,
    home,
    hours,
    household,
    judgements,
    names,
    occasions,
    opinions,
    orders,
    people,
    praise,
    problems,
    products,
    signatures,
    sizes,
    solved,
    wishes,
    work,
)
from .beginnings import BEGINNINGS
from .chatting import HABITS
from .contrasts import CONTRAST
from .frames import FRAMES
from .words import ASKING, CLAUSE, DENIED, DOUBT, OTHERS, OWN, PAST, PROMISE, REPORTED, SUPPOSED
from .worn import OF_THINGS

ENGLISH = Tongue(
    code="en",
    rules=(
        *names.RULES,
        *people.RULES,
        *home.RULES,
        *work.RULES,
        *household.RULES,
        *contact.RULES,
        *delivery.RULES,
        *orders.RULES,
        *problems.RULES,
        *solved.RULES,
        *sizes.RULES,
        *colours.RULES,
        *budgets.RULES,
        *products.RULES,
        *wishes.RULES,
        *occasions.RULES,
        *events.RULES,
        *opinions.RULES,
        *praise.RULES,
    ),
    clause=CLAUSE,
    asking=ASKING,
    own=OWN,
    around=Company(SUPPOSED, REPORTED, OTHERS, DENIED, PAST),
    answers=answers.ANSWERS,
    line_rules=(
        *answers.LINE_RULES,
        *signatures.LINE_RULES,
        *home.LINE_RULES,
        *products.LINE_RULES,
        *channels.LINE_RULES,
        *hours.LINE_RULES,
        *judgements.LINE_RULES,
        *corrections.LINE_RULES,
        *changes.LINE_RULES,
    ),
    about=OF_THINGS,
    calendar=dates.ENGLISH,
    beginnings=BEGINNINGS,
    promise=PROMISE,
    doubt=DOUBT,
    habits=HABITS,
    frames=FRAMES,
    contrast=CONTRAST,
)
