"""What versions.cfg pins must fit what README.rst promises."""

from importlib.metadata import distributions
from packaging.specifiers import SpecifierSet


# The oldest of the Pythons for which all this is: Debian 12 has it.
OLDEST = "3.11.2"


def test_every_distribution_takes_the_oldest_python() -> None:
    needs = {
        distribution.name: SpecifierSet(distribution.metadata["Requires-Python"] or "")
        for distribution in distributions()
    }

    assert {name: need for name, need in needs.items() if OLDEST not in need} == {}
