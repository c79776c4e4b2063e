"""Private links, and what pages know of people, stay out of every log.

Requests carry tokens in their path, and Zope writes paths: into the access log, at
every retried conflict, in the error log and in tracebacks. Masking sits in the
record factory of `logging`: a filter would have to be put on each handler, would
miss those that come later (the WSGI server configures logging by file, add-ons such
as Sentry bring their own) and would see exceptions before they are text. Every
record of every logger passes the factory once, and no logging configuration
replaces it. A page that fails tells the values of all its variables: those of our
pages are cut out.
"""

from collections.abc import Callable
from logging import LogRecord
from traceback import format_exception
from typing import Any
import logging
import re


MASK = "***"
AT = "(?:@|%(?:25)*40)"
SLASH = "(?:/|%(?:25)*2[Ff])"
PRIVATE = re.compile(
    rf"(?P<name>{AT}(?:visits?|guests?|appointment|bookings|reservations){SLASH})"
    rf"(?:(?!{SLASH})[^\s?#&\"'<>\\:,;)\]}}])+"
    r"|(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+"
    r"|(?<![\w-])(?:[\w-]+\.){1,2}[A-Za-z0-9_-]{43}(?![\w-])"
)
OURS = "virtualoffice"
# As Chameleon and Zope write them, in texts and in HTML.
VARIABLES = re.compile(
    r"^(?P<label> - Arguments: ).*(?:\n[ \t].*)*|(?P<info>__traceback_info__: ).*",
    re.MULTILINE,
)


def mask(text: str) -> str:
    """The text without the secret part of private links.

    Masked are the step after the name of a private page or service, whatever it is,
    and wherever it stands what has the shape of our tokens or of a JWT, whose signature
    is as long as its key wants it. Of an error in a page of ours the values go, too.
    """
    if OURS in text:
        text = without_variables(text)
    return PRIVATE.sub(lambda match: f"{match['name'] or ''}{MASK}", text)


def without_variables(text: str) -> str:
    """An error without the values that a page template had when it failed."""
    return VARIABLES.sub(lambda found: f"{found['label'] or found['info']}{MASK}", text)


class MaskedRecords:
    """A record factory that masks what another one makes."""

    def __init__(self, make: Callable[..., LogRecord]) -> None:
        self.make = make

    def __call__(self, *args: Any, **kwargs: Any) -> LogRecord:
        record = self.make(*args, **kwargs)
        _mask_message(record)
        _mask_exception(record)
        if record.stack_info:
            record.stack_info = mask(record.stack_info)
        return record


def mask_at_start(event: Any) -> None:
    """Mask all records from now on; harmless when repeated."""
    make = logging.getLogRecordFactory()
    if not isinstance(make, MaskedRecords):
        logging.setLogRecordFactory(MaskedRecords(make))


def _mask_message(record: LogRecord) -> None:
    """Arguments are masked only where needed: others want them as they are."""
    try:
        message = record.getMessage()
    except Exception:
        message = f"{record.msg} {record.args}"
    masked = mask(message)
    if masked != message:
        record.msg, record.args = masked, ()


def _mask_exception(record: LogRecord) -> None:
    """Formatters use the text of an exception when a record already has it.

    The exception itself goes: a handler that sends it elsewhere would send the path.
    """
    if not isinstance(record.exc_info, tuple) or record.exc_info[0] is None:
        return
    text = "".join(format_exception(*record.exc_info)).rstrip("\n")
    masked = mask(text)
    if masked != text:
        record.exc_text = masked
        record.exc_info = None
