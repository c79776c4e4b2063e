"""What a service costs, in one line."""

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def span(fees: Iterable[Mapping[str, Any]]) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest amount; None where no fee names one."""
    named = [fee for fee in fees if fee.get("amount") is not None]
    if not named:
        return None
    highest = [max(fee["amount"], fee.get("up_to") or fee["amount"]) for fee in named]
    return min(fee["amount"] for fee in named), max(highest)
