"""docs/accessibility.rst names every criterion, and only tests that there are."""

from pathlib import Path
import ast
import pytest
import re


CHECKOUT = Path(__file__).parents[2]
PAGE = (CHECKOUT / "docs" / "accessibility.rst").read_text()
CRITERION = re.compile(r"^   \* - (\d\.\d\.\d+) ", re.MULTILINE)
TEST = re.compile(r"``(tests/[\w/]+\.py)(?:::(\w+))?``")

# WCAG 2.2, levels A and AA, by guideline; 4.1.1 is no criterion any more.
CRITERIA = [
    f"{guideline}.{number}"
    for guideline, numbers in {
        "1.1": [1],
        "1.2": [1, 2, 3, 4, 5],
        "1.3": [1, 2, 3, 4, 5],
        "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
        "2.1": [1, 2, 4],
        "2.2": [1, 2],
        "2.3": [1],
        "2.4": [1, 2, 3, 4, 5, 6, 7, 11],
        "2.5": [1, 2, 3, 4, 7, 8],
        "3.1": [1, 2],
        "3.2": [1, 2, 3, 4, 6],
        "3.3": [1, 2, 3, 4, 7, 8],
        "4.1": [2, 3],
    }.items()
    for number in numbers
]
TESTS = sorted(set(TEST.findall(PAGE)))


def test_every_criterion_is_in_the_table_once() -> None:
    assert len(CRITERIA) == 55
    assert CRITERION.findall(PAGE) == CRITERIA


def test_each_criterion_has_a_test_or_says_why_not() -> None:
    table = PAGE[PAGE.index("WCAG 2.2 A and AA") : PAGE.index("4.1.1 (parsing)")]
    for row in table.split("\n   * - ")[1:]:
        _, how, shown = row.split("\n     - ")
        is_shown = "survey" in shown or TEST.search(shown) or "by hand:" in shown
        assert is_shown or how.startswith("not applicable:"), row


@pytest.mark.parametrize(("path", "name"), TESTS)
def test_what_it_names_is_there(path: str, name: str) -> None:
    tree = ast.parse((CHECKOUT / path).read_text())
    assert not name or name in {getattr(node, "name", None) for node in tree.body}
