"""Campaigns, whom they write to, and what is known of addresses."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.campaigns.campaign import CampaignState
from chat_server.domain.campaigns.mail import MailState, Refusal
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

campaigns = sa.Table(
    "campaigns",
    metadata,
    key(),
    text("name"),
    moment("created_at"),
    sa.Column("state", words(CampaignState), nullable=False),
    json("plan"),
    moment("starts_at", nullable=True),
    sa.Column("planned_to", ID, nullable=True),
    moment("planned_at", nullable=True),
    moment("ended_at", nullable=True),
    json("skipped"),
    text("problem", 64, nullable=True),
    number("mail_opened"),
    number("mail_clicked"),
    number("unsubscribed"),
    moment("archived_at", nullable=True),
)

campaign_mails = sa.Table(
    "campaign_mails",
    metadata,
    key(),
    ref("campaign_id", "campaigns.id"),
    # Without a reference: who is forgotten still counts, under a name that leads nowhere.
    sa.Column("contact_id", ID, nullable=False),
    sa.Column("address_digest", ID, nullable=True),
    sa.Column("state", words(MailState), nullable=False),
    moment("due_at"),
    text("reason", 64, nullable=True),
    moment("sent_at", nullable=True),
    sa.Index(None, "campaign_id", "state", "due_at"),
    sa.Index(None, "campaign_id", "address_digest"),
    sa.Index(None, "contact_id", "sent_at"),
    sa.Index(None, "address_digest", "sent_at"),
)

mail_addresses = sa.Table(
    "mail_addresses",
    metadata,
    key("digest"),
    number("bounces"),
    moment("bounced_at", nullable=True),
    moment("refused_at", nullable=True),
    sa.Column("refusal", words(Refusal), nullable=True),
    number("soft_bounces"),
    sa.Index(None, "refused_at"),
)
