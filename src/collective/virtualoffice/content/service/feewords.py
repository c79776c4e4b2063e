"""What a fee is called."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.services.money import plain_amount
from decimal import Decimal
from typing import Any
from zope.i18nmessageid import Message


def price(row: dict[str, Any], language: str) -> Message | str:
    """The amount of a row, or its range; the note where there is no amount."""
    amount, up_to = row.get("amount"), row.get("up_to")
    if amount is None:
        return row.get("note") or ""
    if up_to is not None and up_to > amount:
        return _(
            "fee_range",
            default="€${low} to €${high}",
            mapping={"low": euros(amount, language), "high": euros(up_to, language)},
        )
    if not amount:
        return _("fee_free", default="free of charge")
    mapping = {"amount": euros(amount, language)}
    return _("fee_amount", default="€${amount}", mapping=mapping)


def remark(row: dict[str, Any]) -> str | None:
    """What is said beside an amount."""
    return row.get("note") if row.get("amount") is not None else None


def euros(amount: Decimal, language: str) -> str:
    """An amount with the decimal mark of a language, German or English."""
    plain = plain_amount(amount)
    return plain.replace(".", ",") if language.startswith("de") else plain
