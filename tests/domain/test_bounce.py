"""Delivery reports: what counts against an address, and what is no report."""

from __future__ import annotations

import pytest

from chat_server.domain.campaigns.bounce import BounceKind, kind_of, read_report
from chat_server.domain.errors import Invalid

REPORT = """\
From: MAILER-DAEMON@mail.test
To: news@hub.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.test
Arrival-Date: Mon, 23 Nov 2026 01:00:00 +0000

Original-Recipient: rfc822;una@mail.test
Final-Recipient: rfc822; una+moved@mail.test
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b
Content-Type: {returned}

{head}
--b--
"""


def report(
    action: str = "failed",
    status: str = "5.1.1",
    message_id: str = "<m1@hub.test>",
    returned: str = "message/rfc822",
) -> bytes:
    head = f"From: news@hub.test\nMessage-ID: {message_id}\nSubject: Autumn\n"
    text = REPORT.format(action=action, status=status, returned=returned, head=head)
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_recipient_reason_and_our_mail(returned: str) -> None:
    (bounce,) = read_report(report(returned=returned))
    assert (bounce.kind, bounce.recipient) == (BounceKind.HARD, "una@mail.test")
    assert (bounce.status, bounce.message_id) == ("5.1.1", "<m1@hub.test>")


@pytest.mark.parametrize(
    ("action", "status", "kind"),
    [
        ("failed", "5.1.1", "hard"),
        ("failed", "5.1.10 (null MX)", "hard"),
        ("failed", "5.0.0", "hard"),
        ("failed", "5.2.2", "soft"),
        ("failed", "5.7.1", "soft"),
        ("failed", "4.4.7", "soft"),
        ("failed", None, "soft"),
        ("failed", "very bad", "soft"),
        ("delayed", "4.2.0", "soft"),
        ("delivered", "2.0.0", "none"),
        ("relayed", "2.0.0", "none"),
    ],
)
def test_only_what_is_the_addresss_own_and_for_good_is_hard(
    action: str, status: str | None, kind: str
) -> None:
    assert kind_of(action, status).value == kind


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe not a mail at all",
        b"Subject: I am on holiday\r\n\r\nBack on Monday.",
        b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n",
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n",
        report().replace(b"Action: failed\r\n", b""),
    ],
)
def test_what_is_no_report_is_refused_by_a_code_that_stays(raw: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        read_report(raw)
    assert refused.value.fields == {"body": "not_a_delivery_report"}
