"""What comes as JSON is an object that can be written as JSON again, or is refused."""

from collective.virtualoffice.api.body import LARGEST
from collective.virtualoffice.api.body import read_json
from collective.virtualoffice.api.body import require_json_or_nothing
from collective.virtualoffice.api.errors import Malformed
from collective.virtualoffice.api.errors import NotJson
from collective.virtualoffice.api.errors import RequestError
from collective.virtualoffice.api.errors import TooLarge
from contextlib import suppress
from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
from untrusted import anything
from untrusted import latin
from untrusted import texts
import json
import pytest


class Request(dict):
    """A request as Zope keeps it."""

    def __init__(self, body: bytes, **environ: str) -> None:
        super().__init__(BODYFILE=BytesIO(body))
        told = {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
        self.environ = told | environ


def read(body: bytes, **environ: str):
    return read_json(Request(body, **environ))


encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1"])


def is_plain(said: dict) -> bool:
    try:
        json.dumps(said, allow_nan=False)
    except ValueError:
        return False
    return True


@given(st.dictionaries(texts, anything, max_size=4).filter(is_plain))
def test_an_object_is_read_as_it_was_written(said):
    assert read(json.dumps(said).encode()) == said


@given(anything, encodings, st.integers(0, 30), st.binary(max_size=3))
def test_what_is_nearly_json_is_read_or_refused(said, encoding, at, noise):
    written = json.dumps(said).encode(encoding)
    is_read_or_refused(written[:at] + noise + written[at:])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body):
    is_read_or_refused(body)


def is_read_or_refused(body: bytes) -> None:
    try:
        said = read(body)
    except Malformed:
        return
    assert isinstance(said, dict)
    json.dumps(said, allow_nan=False)


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"null",
        b"{",
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": "\xff"}',
        b'{"a": "\x00"}',
        b"\x00",
        b"\xff\xfe{",
        b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
        b'{"a":' + b"[" * 60_000,
        b'{"a": ' + b"9" * 60_000 + b"}",
        b'{"privacy_noted": true, "privacy_noted": false}',
        b'{"a": {"b": 1, "b": 2}}',
    ],
    ids=lambda body: body[:20].decode(errors="replace"),
)
def test_what_is_no_object_of_plain_json_is_refused(body):
    with pytest.raises((Malformed, TooLarge)):
        read(body)


def test_nothing_at_all_says_nothing():
    assert read(b"") == {}


class Unread:
    """A body that nobody may touch."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError


def test_ten_megabytes_are_refused_before_they_are_read():
    request = Request(b"", CONTENT_LENGTH=str(10 * 1024 * 1024))
    request["BODYFILE"] = Unread()
    with pytest.raises(TooLarge):
        read_json(request)


def test_ten_megabytes_without_a_length_are_refused_before_they_are_parsed():
    with pytest.raises(TooLarge):
        read(b" " * (10 * 1024 * 1024), CONTENT_LENGTH="")


def test_the_largest_body_is_read():
    assert read(b"{}" + b" " * (LARGEST - 2)) == {}


@given(latin | st.integers().map(str), latin, st.binary(max_size=20))
def test_any_headers_are_understood_or_refused(length, content_type, body):
    for kind in (content_type, "application/json"):
        request = Request(body, CONTENT_LENGTH=length, CONTENT_TYPE=kind)
        with suppress(RequestError):
            assert isinstance(read_json(request), dict)


@given(latin)
def test_only_json_is_taken_for_json(content_type):
    request = Request(b"{}", CONTENT_TYPE=content_type)
    try:
        require_json_or_nothing(request)
    except NotJson:
        return
    kind = content_type.partition(";")[0].strip().lower()
    assert kind == "application/json"


@pytest.mark.parametrize("length", ["-1", "+2", "1_0", "٢", "2.0", "2 2", "0x2"])
def test_a_length_is_digits_and_nothing_else(length):
    with pytest.raises(Malformed):
        read(b"{}", CONTENT_LENGTH=length)
