"""Campaigns that write to people: planning, sending, and what comes back."""

from .addresses import MailAddresses
from .answers import MailAnswers
from .keeping import CampaignKeeping, Removal
from .mailing import Mailing
from .planning import Campaigns, DryRun, Progress, Verdict
from .runs import CampaignRuns

__all__ = [
    "CampaignKeeping",
    "CampaignRuns",
    "Campaigns",
    "DryRun",
    "MailAddresses",
    "MailAnswers",
    "Mailing",
    "Progress",
    "Removal",
    "Verdict",
]
