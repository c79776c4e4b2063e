"""When a row of fees says something, and nothing that contradicts itself."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import GridInvalid
from typing import Any
from zope.i18nmessageid import Message


def check_fees(rows: list[dict[str, Any]]) -> None:
    """Raises GridInvalid that names the first row which does not hold."""
    for number, row in enumerate(rows, 1):
        message = wrong_in(row, number)
        if message:
            raise GridInvalid(message)


def wrong_in(row: dict[str, Any], number: int) -> Message | None:
    amount, up_to = row.get("amount"), row.get("up_to")
    if amount is None and not (row.get("note") or "").strip():
        return _(
            "error_fee_empty",
            default="Row ${row}: enter an amount, or say in the note what it costs.",
            mapping={"row": number},
        )
    if up_to is not None and (amount is None or up_to < amount):
        return _(
            "error_fee_range",
            default="Row ${row}: “up to” needs an amount before it that is not higher.",
            mapping={"row": number},
        )
    return None
