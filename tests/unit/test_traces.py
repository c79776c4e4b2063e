"""The search for traces finds what was said, however it was written down."""

from base64 import b64encode
from html import escape
from traces import Sought
from urllib.parse import quote
import json
import pickle
import pytest


WORD = "Pfützenquarx"
SOUGHT = Sought("quarx", [WORD, "Wüstenquarx"])


@pytest.mark.parametrize(
    "written",
    [
        WORD.encode(),
        WORD.encode("latin-1"),
        WORD.encode("utf-16"),
        WORD.upper().encode(),
        json.dumps({"name": f"Erika {WORD}"}).encode(),
        json.dumps(json.dumps({"name": WORD})).encode(),
        quote(WORD).encode(),
        quote(WORD, encoding="latin-1").encode(),
        quote(quote(WORD)).encode(),
        f"<b>{escape(WORD)}</b>".encode("ascii", "xmlcharrefreplace"),
        b"Pf&uuml;tzenquarx",
        b"Pf&#xFC;tzenquarx",
        b"pfuetzenquarx",
        b"pfutzenquarx",
        ascii(WORD).encode(),
        pickle.dumps([WORD]),
        b64encode(f"a{WORD}b".encode()),
        b64encode(f"ab{WORD}c".encode()),
        WORD.encode().hex().encode(),
        b"Pf=C3=BCtzenquarx",
    ],
)
def test_a_word_is_found_in_every_spelling(written):
    assert SOUGHT.in_(b"\0before " + written + b" after\xff") == [WORD]


def test_only_what_is_there_is_found():
    assert SOUGHT.in_("Erika Mustermann, Pfützen".encode()) == []
    assert SOUGHT.in_(b"Wuestenquarx") == ["Wüstenquarx"]
    assert SOUGHT.in_(b"tzenquarx") == ["a part of a word"]
