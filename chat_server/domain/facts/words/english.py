"""Facts in English."""

from chat_server.domain.facts.kind import KindWords as K
from chat_server.domain.facts.values import APPS

from .language import Language

_KINDS = {
    "name": K(
        "Name",
        "Your name is {value}.",
        "What is your name?",
        r"\byour\s+(?:full\s+|first\s+|last\s+|sur)?name\b|\bwho am i (?:speaking|talking|chatting)|"
        r"\bwhat (?:should|may|can) i call you|\b(?:on|under|in) (?:which|what) name\b|\bwhose name\b|"
        r"\bwho (?:shall|should|do|can|may) (?:i|we) (?:put|write|make)\b|\bwho is it (?:for|to)\b|\bwho am i (?:writing|helping)\b|"
        r"\bwith whom (?:do|am) i\b|\bwho(?:'s| is) (?:this|there|writing)\b",
    ),
    "form_of_address": K(
        "Form of address",
        "You wish to be addressed like this: {value}.",
        "How may we address you?",
        r"\bhow (?:may|should|can|shall|would you like) (?:i|we|us|me)?\s*(?:to )?(?:address|call) you|"
        r"\bby your first name\b|\byour (?:title|pronouns)\b",
    ),
    "language": K(
        "Language",
        "You prefer to write in {value}.",
        "Which language do you prefer?",
        r"\b(?:which|what|your|preferred) (?:preferred )?language\b",
    ),
    "email": K(
        "E-mail",
        "Your e-mail address is {value}.",
        "What is your e-mail address?",
        r"\b(?:your|an|the) (?:current |contact )?e-?mail\b|\bwhich e-?mail\b",
    ),
    "phone": K(
        "Phone",
        "Your phone number is {value}.",
        "What is your phone number?",
        r"\b(?:your|a) (?:phone|telephone|mobile|cell)(?:\s*number)?\b|\bnumber (?:can|may|should) we (?:call|reach)",
    ),
    "order_number": K(
        "Order",
        "You told us of order {value}.",
        "What is your order number?",
        r"\b(?:order|booking|purchase)\s*(?:number|no\b|id\b|#)|\bnumber of (?:your|the) order\b|\bwhich order\b",
    ),
    "open_problem": K(
        "Open problem",
        "You told us about {value}{of}.",
        "What went wrong?",
        r"\bwhat (?:went wrong|is wrong|'s wrong|happened|is the (?:problem|issue)|seems to be)|"
        r"\b(?:describe|tell me about) (?:the|your) (?:problem|issue)\b",
    ),
    "order_state": K(
        "State of the order",
        "Your order{of} is {value}.",
        "Has your order arrived?",
        r"\bhas (?:your|the) (?:order|parcel|package) (?:arrived|been delivered|come)|\bdid (?:your|the) (?:order|parcel|package) arrive",
    ),
    "product_interest": K(
        "Interested in",
        "You are interested in {value}.",
        "Which product is it about?",
        r"\b(?:which|what) (?:product|item|article)\b|\bwhat are you (?:looking for|interested in)",
    ),
    "product_liked": K(
        "Likes",
        "You like {value}.",
        "Which of our products do you like?",
        r"\b(?:what|which)\b(?!.{0,12}\b(?:colou?r|size|language)).{0,40}\bdo you (?:like|love)\b",
    ),
    "product_disliked": K(
        "Does not like",
        "You do not like {value}.",
        "Is there anything you do not like?",
        r"\b(?:what|which|anything|something)\b.{0,40}\b(?:do(?:n't| not)|did(?:n't| not)) (?:you )?like\b",
    ),
    "product_owned": K(
        "Owns",
        "You own {value}.",
        "Which of our products do you have already?",
        r"\b(?:what|which)\b.{0,40}\bdo you (?:already )?(?:have|own)\b",
    ),
    "size": K(
        "Size",
        "Your size{of} is {value}.",
        "Which size do you need?",
        r"\b(?:which|what|your)\s+(?:\w+\s+)?size\b|\bsize (?:do|would|are) you\b",
    ),
    "colour": K(
        "Colour",
        "Your colour{of} is {value}.",
        "Which colour would you like?",
        r"\b(?:which|what|your|favou?rite|preferred)\s+colou?rs?\b",
    ),
    "budget": K(
        "Budget",
        "You want to spend {value}{of}.",
        "How much would you like to spend?",
        r"\bhow much (?:would|do|can|are) you\b.{0,30}\b(?:spend|pay|invest)|\byour budget\b|\bprice range\b",
    ),
    "occasion": K(
        "Occasion",
        "You told us of an occasion: {value}.",
        "What is the occasion?",
        r"\b(?:what|which)(?:'s| is)? the occasion\b|\bis it (?:a gift|for a special)|\bspecial occasion\b",
    ),
    "occasion_date": K(
        "Date of the occasion",
        "The occasion{of} is on {value}.",
        "When is the occasion?",
        r"\bwhen (?:is|are|will|do you need)\b.{0,40}\b(?:occasion|wedding|birthday|party|event|it|them)\b|\bby when\b",
    ),
    "delivery_place": K(
        "Delivery to",
        "We deliver to {value}.",
        "Where shall we deliver to?",
        r"\bwhere\b.{0,30}\b(?:deliver|ship|send)\b|\b(?:delivery|shipping) address\b",
    ),
    "home": K(
        "Lives in",
        "You live in {value}.",
        "Where do you live?",
        r"\bwhere (?:do you live|are you (?:based|located|from))|\b(?:which|what) (?:city|country|town)\b|\byour (?:home )?address\b",
    ),
    "preferred_channel": K(
        "Preferred channel",
        "You prefer to be reached by {value}.",
        "How shall we reach you?",
        r"\bhow (?:shall|should|can|may|would you like|do you (?:want|prefer))\b.{0,25}\b(?:reach|contact)|\b(?:by|via) (?:e-?mail|phone) or\b",
    ),
    "preferred_hour": K(
        "Preferred time",
        "You are best reached at this time: {value}.",
        "When can we reach you?",
        r"\bwhen\b.{0,30}\b(?:reach|call|ring|phone|contact|deliver to) you\b|\bwhen (?:are|will) you (?:be )?(?:home|in|available|reachable|free)\b|\b(?:what|which|best) time\b.{0,30}\b(?:call|reach|you)\b",
    ),
    "complaint": K(
        "Complaint",
        "You complained{of}: {value}",
        "What were you not happy with?",
        r"\bwhat\b.{0,30}\bnot (?:happy|satisfied)\b|\bwhat (?:disappointed|annoyed|bothered) you\b",
    ),
    "praise": K(
        "Praise",
        "You praised{of}: {value}",
        "What did you like most?",
        r"\bwhat did you (?:like|enjoy) (?:most|best)\b",
    ),
    "suggestion": K(
        "Suggestion",
        "You suggested{of}: {value}",
        "What could we do better?",
        r"\bwhat (?:could|can|should) we (?:do better|improve|change)\b|\bany suggestions?\b",
    ),
    "promise": K(
        "Promise to them",
        "We promised you{of}: {value}",
        "What were you promised?",
        r"\bwhat (?:were you|was|did we|have we)\b.{0,12}\bpromised?\b",
    ),
    "household": K(
        "Household",
        "You told us of your household: {value}.",
        "Who is it for?",
        r"\bwho (?:is|are) (?:it|they|this|these) for\b|\bdo you have (?:any )?(?:children|kids|pets|a (?:dog|cat))\b",
    ),
    "company": K(
        "Company",
        "You are with {value}.",
        "Which company are you with?",
        r"\b(?:which|what|your) company\b|\bcompany name\b|\bwho do you work for\b|\bwhere do you work\b",
    ),
    "company_role": K(
        "Role in the company",
        "Your role is {value}.",
        "What is your role there?",
        r"\b(?:what|which)(?:'s| is)? your (?:role|position|job)\b|\bwhat do you do (?:there|for)\b",
    ),
}

ENGLISH = Language(
    tag="en",
    kinds=_KINDS,
    values={
        "open_problem": {
            "damaged": "a damaged item",
            "wrong_item": "the wrong item",
            "late": "a late delivery",
            "missing": "a missing parcel",
            "refund": "a refund",
            "defect": "a faulty item",
            "other": "a problem",
        },
        "order_state": {
            "placed": "placed",
            "packed": "packed",
            "shipped": "on its way",
            "delivered": "delivered",
            "cancelled": "cancelled",
            "returned": "returned",
        },
        "preferred_channel": {
            "email": "e-mail",
            "phone": "phone",
            "chat": "chat",
            "sms": "text message",
            "post": "letter",
            **APPS,
        },
        "preferred_hour": {
            "morning": "in the morning",
            "noon": "at noon",
            "afternoon": "in the afternoon",
            "evening": "in the evening",
            "weekdays": "on weekdays",
            "weekend": "at the weekend",
        },
        "form_of_address": {"formal": "formally", "informal": "by first name"},
        "language": {
            "en": "English",
            "ru": "Russian",
            "is": "Icelandic",
            "zh-TW": "Chinese",
            "th": "Thai",
        },
    },
    about={
        "order": " (order {subject})",
        "product": " ({subject})",
        "occasion": " ({subject})",
    },
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{day} {month} {year}",
    day="{day} {month}",
    why="So that you need not say it again and our answers fit you.",
    asking=(
        r"\b(?:please|may i(?! check)|can i|could i|can you|could you|would you|tell me|tell us|give me|let me know|"
        r"let us know|provide|enter|share|i(?:'ll| will)? need|we(?:'ll| will)? need|send (?:me|us))\b"
    ),
)
