"""Text as every file can carry it."""

import re


# What XML 1.0 cannot hold, and halves of characters that UTF-8 cannot.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NEWLINE = re.compile("\r\n?")


def plain(text: str) -> str:
    """Without characters that no file can hold, with one kind of line end.

    What stands around it is not part of it.
    """
    return UNWRITABLE.sub("", NEWLINE.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Plain text of one line."""
    return plain(text).replace("\n", " ")
