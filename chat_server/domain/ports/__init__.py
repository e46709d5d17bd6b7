"""What services need from the driven side; `app/` joins them with the real parts."""

from .arrivals import Elements, Followed, Inboxes, Touches
from .bot import Bot, BotError
from .campaigns import Campaigns
from .clock import Clock
from .contact_history import ContactHistory
from .desk import Desk
from .dialogues import Conversations, Messages
from .ears import Ears
from .experiments import Experiments, Usual
from .files import Files, FileStorage
from .help import HelpPages
from .history import Log, Transcripts
from .hubs import Leases, SharedBuckets
from .incentives import Incentives, PublishedCodes
from .lessons import BotJobs, Lessons, Taught
from .listening import Listening
from .lists import DialogueFilter, Hit, Slice
from .mailer import Mailer, MailError
from .masking import Finder
from .meaning import Marker, Meaning
from .outlived import Outlived
from .pause import Pause
from .people import Contacts, Erasures, Facts, Merges
from .proactive import Greetings
from .purchases import Purchases
from .recall import Recall
from .rises import Rises
from .segments import Segments
from .shop import Shop
from .shortcuts import Findable, Progress, Shortcuts
from .staff import Agents, Teams
from .store import Store, Transaction
from .webhooks import Carrier, Webhooks
from .work import Absences, Outbox, Turns

__all__ = [
    "Absences",
    "Agents",
    "Bot",
    "BotError",
    "BotJobs",
    "Campaigns",
    "Carrier",
    "Clock",
    "ContactHistory",
    "Contacts",
    "Conversations",
    "Desk",
    "DialogueFilter",
    "Ears",
    "Elements",
    "Erasures",
    "Experiments",
    "Facts",
    "FileStorage",
    "Files",
    "Findable",
    "Finder",
    "Followed",
    "Greetings",
    "HelpPages",
    "Hit",
    "Inboxes",
    "Incentives",
    "Leases",
    "Lessons",
    "Listening",
    "Log",
    "MailError",
    "Mailer",
    "Marker",
    "Meaning",
    "Merges",
    "Messages",
    "Outbox",
    "Outlived",
    "Pause",
    "Progress",
    "PublishedCodes",
    "Purchases",
    "Recall",
    "Rises",
    "Segments",
    "SharedBuckets",
    "Shop",
    "Shortcuts",
    "Slice",
    "Store",
    "Taught",
    "Teams",
    "Touches",
    "Transaction",
    "Transcripts",
    "Turns",
    "Usual",
    "Webhooks",
]
