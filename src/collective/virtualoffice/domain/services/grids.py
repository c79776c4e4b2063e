"""Tables inside a cell: a row a line, its parts divided by a bar."""

import re


BETWEEN = " | "
ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n"}
MARKED = re.compile(r"\\(.)", re.S)
# A bar before which stands no backslash that is not itself escaped.
PART = re.compile(r"(?:[^\\|]|\\.|\\\Z)*", re.S)


def join(parts: list[str]) -> str:
    """One row; empty parts are kept, so that every row shows how many there are."""
    return BETWEEN.join(map(_escape, parts)).strip()


def split(line: str) -> list[str]:
    """The parts of one row, without the spaces around them."""
    parts, at = [], 0
    while True:
        found = PART.match(line, at)
        assert found is not None  # the expression matches nothing, too
        parts.append(_plain(found[0].strip(" \t")))
        at = found.end() + 1
        if found.end() == len(line):
            return parts


def _escape(part: str) -> str:
    return "".join(ESCAPES.get(char, char) for char in part)


def _plain(part: str) -> str:
    return MARKED.sub(lambda mark: "\n" if mark[1] == "n" else mark[1], part)
