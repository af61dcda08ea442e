"""Drafts of e-mails as RFC 5322 has them, by Python's own library: what it is given cannot become a header.

A draft has the same bytes whenever the same ledger is asked on the same day: `Date` is noon in UTC of that day, and `Message-ID` is made
from what the draft says. `X-Unsent: 1` lets mail programs open it as a draft; when it is sent they put in a date of their own.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from tcsg.output.stable import named
from tcsg.output.text import clean

if TYPE_CHECKING:
    from email.headerregistry import Address

    from tcsg.output.reminder import Reminder


def as_eml(reminder: Reminder, to: Address | None, sender: Address | None, today: date) -> bytes:
    """One draft, in UTF-8 and with lines short enough for every mail program; without an address it has no `To`.

    In the subject `=?` gets a blank: the library would take it for the begin of an encoded word, and write out what that holds.
    """
    # Lazy: only drafts need them.
    from email.message import EmailMessage
    from email.policy import SMTP

    said = named("reminder", str(today), str(sender or ""), str(to or ""), reminder.who.name, reminder.subject, reminder.body)
    message = EmailMessage(SMTP)
    message["Message-ID"] = f"<{said}@tcsg.invalid>"
    message["Date"] = datetime.combine(today, time(12), UTC)
    if sender is not None:
        message["From"] = sender
    if to is not None:
        message["To"] = to
    message["Subject"] = reminder.subject.replace("=?", "= ?")
    message["X-Unsent"] = "1"
    message.set_content(reminder.body, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def address(name: str, spec: str) -> Address:
    """An address with the name that is shown; ValueError when it is none.

    Of the name stay letters, digits, blanks and what names are written with. The library takes a name that looks like an encoded word
    (RFC 2047) for one, and writes out what it holds, be it a line break and another header; and it folds long lists wrongly.
    """
    from email.errors import MessageError
    from email.headerregistry import Address  # lazy: brings the parser of headers

    shown = " ".join(re.sub(r"[^\w '’.-]", " ", clean(name)).split())[:_LONGEST].strip()
    try:
        return Address(display_name=shown, addr_spec=spec)
    except (MessageError, IndexError) as error:  # the parser's own ways to refuse
        raise ValueError(str(error)) from error


_LONGEST = 60
"""Characters of a name that are shown."""
