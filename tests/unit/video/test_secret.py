"""The key under which tokens are signed, and what is wrong with it."""

from collective.virtualoffice.video import VideoUnavailable
from collective.virtualoffice.video.secret import signing_key
from traceback import format_exception
import pytest


SECRET = "a shared secret of more than 32 bytes"


def reason(algorithm: str) -> str:
    with pytest.raises(VideoUnavailable) as caught:
        signing_key(algorithm)
    return caught.value.reason


def test_it_is_in_the_environment(set_key):
    set_key(f" {SECRET}\n")
    assert signing_key("HS256") == SECRET


def test_it_is_in_a_file(set_key, tmp_path):
    file = tmp_path / "key"
    file.write_text(f"{SECRET}\n")
    set_key(file=str(file))
    assert signing_key("HS256") == SECRET


def test_the_environment_wins_over_the_file(set_key):
    set_key(SECRET, "/nowhere")
    assert signing_key("HS256") == SECRET


def test_a_changed_file_needs_no_restart(set_key, tmp_path):
    file = tmp_path / "key"
    set_key(file=str(file))
    assert reason("HS256") == "key_unreadable"
    file.write_text(SECRET)
    assert signing_key("HS256") == SECRET


@pytest.mark.parametrize("key", [None, "", "  \n"])
def test_none_is_there(set_key, key):
    set_key(key)
    assert reason("HS256") == reason("RS256") == "key_missing"


@pytest.mark.parametrize("length, short", [(31, True), (32, False)])
def test_a_secret_has_at_least_32_bytes(set_key, length, short):
    set_key("x" * length)
    if short:
        assert reason("HS256") == "key_short"
    else:
        assert signing_key("HS256")


def test_bytes_count_and_not_letters(set_key):
    set_key("ü" * 16)
    assert signing_key("HS256")


def test_a_file_that_is_no_text(set_key, tmp_path):
    file = tmp_path / "key"
    file.write_bytes(b"\xff\xfe" * 40)
    set_key(file=str(file))
    assert reason("HS256") == "key_unreadable"


def test_a_private_rsa_key(set_key, rsa_key):
    set_key(rsa_key)
    assert signing_key("RS256").key_size == 2048


def test_line_breaks_may_be_written_out(set_key, rsa_key):
    set_key(rsa_key.replace("\n", "\\n"))
    assert signing_key("RS256").key_size == 2048


def test_a_private_key_is_no_shared_secret(set_key, rsa_key):
    set_key(rsa_key)
    assert reason("HS256") == "key_unfit"


def test_an_rsa_key_has_at_least_2048_bits(set_key, weak_rsa_key):
    set_key(weak_rsa_key)
    assert reason("RS256") == "key_short"


def test_another_kind_of_key_is_unfit(set_key, curve_key):
    set_key(curve_key)
    assert reason("RS256") == "key_unfit"
    set_key(SECRET)
    assert reason("RS256") == "key_unfit"


@pytest.mark.parametrize("algorithm, key", [("RS256", SECRET), ("HS256", "hush hush")])
def test_no_failure_tells_the_key(set_key, algorithm, key):
    set_key(key)
    with pytest.raises(VideoUnavailable) as caught:
        signing_key(algorithm)
    assert key not in "".join(format_exception(caught.value))
