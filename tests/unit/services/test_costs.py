"""What a service costs, in one line."""

from collective.virtualoffice.domain.services.costs import span
from decimal import Decimal
import pytest


def fee(amount=None, up_to=None):
    return {
        "title": "Ausweis",
        "amount": None if amount is None else Decimal(amount),
        "up_to": None if up_to is None else Decimal(up_to),
        "note": "je nach Aufwand",
    }


@pytest.mark.parametrize(
    ("fees", "expected"),
    [
        ([], None),
        ([fee()], None),
        ([fee("5")], ("5", "5")),
        ([fee("5", "20"), fee("8")], ("5", "20")),
        ([fee("12.60"), fee("0")], ("0", "12.60")),
        ([fee("7"), fee()], ("7", "7")),
        ([fee("7", "7")], ("7", "7")),
    ],
)
def test_the_lowest_and_the_highest_amount_count(fees, expected):
    assert span(fees) == (expected and tuple(map(Decimal, expected)))


def test_rows_may_lack_columns():
    assert span([{"title": "Ausweis", "amount": Decimal(3)}, {"title": "?"}]) == (3, 3)
