"""The office itself knows no Zope and no Plone."""

from collections.abc import Iterator
from collective.virtualoffice import domain
from pathlib import Path
import ast
import pytest
import sys


ROOT = Path(domain.__file__).parent
OWN = domain.__name__
ALLOWED = {"persistent", "BTrees", *sys.stdlib_module_names}


def imports(source: str) -> Iterator[str]:
    """Every module that the source imports by its full name, anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"


def is_allowed(module: str, depth: int) -> bool:
    """``depth`` is how many packages of the domain hold the importing module."""
    if module.startswith("."):
        return len(module) - len(module.lstrip(".")) <= depth
    return module.partition(".")[0] in ALLOWED or f"{module}.".startswith(f"{OWN}.")


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.stem)
def test_the_domain_imports_only_what_it_may(path):
    depth = len(path.relative_to(ROOT).parts)
    assert [m for m in imports(path.read_text()) if not is_allowed(m, depth)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import zope.component",
        "def f():\n    from plone import api",
        "from collective.virtualoffice import _",
        "from collective.virtualoffice.storage import decide",
        "from collective.virtualoffice.domains import x",
        "from ..storage import decide",
        "import transaction",
    ],
)
def test_a_way_out_of_the_domain_is_seen(source):
    assert not all(is_allowed(module, 1) for module in imports(source))


def test_the_ways_inside_are_open():
    source = "import re\nfrom .floor import Floor\nfrom BTrees.OOBTree import OOBTree"
    assert all(is_allowed(module, 1) for module in imports(source))
    assert is_allowed(f"{OWN}.errors", 1)
