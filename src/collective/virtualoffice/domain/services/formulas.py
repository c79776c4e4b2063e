"""Cells that a spreadsheet would run are made harmless, and read back exactly.

See "CSV Injection" of OWASP: =, +, -, @, tab and line ends at the beginning of a cell,
also after spaces and as full-width characters.
"""

import re


RUNS = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")


def disarm(cell: str) -> str:
    """The cell as no spreadsheet runs it: with an apostrophe before it."""
    return f"'{cell}" if RUNS.match(cell) else cell


def rearm(cell: str) -> str:
    """The cell as it was before it was made harmless."""
    return cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell
