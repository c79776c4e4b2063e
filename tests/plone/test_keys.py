from collective.virtualoffice import keys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
import os
import pytest
import stat


LONG_ENOUGH = "k" * 32


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """Each test asks for the key as a fresh process without a key does."""
    monkeypatch.delenv(keys.TOKEN_KEY, raising=False)
    monkeypatch.delenv(keys.CLOCK_KEY, raising=False)
    keys.token_key.cache_clear()
    yield
    keys.token_key.cache_clear()


@pytest.fixture
def var(tmp_path, monkeypatch) -> Path:
    config = SimpleNamespace(clienthome=str(tmp_path))
    monkeypatch.setattr(keys, "getConfiguration", lambda: config)
    return tmp_path


def key_from(directory: str) -> str:
    return keys._shared_file_key(Path(directory) / keys.FILE_NAME)


def test_the_key_of_the_environment_wins_and_no_file_is_made(var, monkeypatch):
    monkeypatch.setenv(keys.TOKEN_KEY, f" {LONG_ENOUGH}\n")
    assert keys.token_key() == LONG_ENOUGH.encode()
    assert list(var.iterdir()) == []


@pytest.mark.parametrize("key", ["", "short", "k" * 31])
def test_a_key_too_short_is_refused_not_replaced(var, monkeypatch, key):
    monkeypatch.setenv(keys.TOKEN_KEY, key)
    with pytest.raises(keys.KeyUnavailable) as refused:
        keys.token_key()
    assert refused.value.reason == "settings_key_too_short"
    assert list(var.iterdir()) == []


def test_at_first_start_a_key_is_made_that_only_the_instance_may_read(var):
    key = keys.token_key()
    (file,) = var.iterdir()
    assert file.name == "virtualoffice-token.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(bytes.fromhex(key.decode())) == 32


def test_the_next_start_finds_the_same_key(var):
    first = keys.token_key()
    keys.token_key.cache_clear()
    assert keys.token_key() == first


def test_the_key_is_remembered_in_the_process(var):
    first = keys.token_key()
    (var / keys.FILE_NAME).unlink()
    assert keys.token_key() == first


def test_processes_that_start_at_once_agree(tmp_path):
    with ProcessPoolExecutor(8, mp_context=get_context("fork")) as processes:
        found = set(processes.map(key_from, [str(tmp_path)] * 32))
    assert len(found) == 1
    assert [file.name for file in tmp_path.iterdir()] == [keys.FILE_NAME]


def test_who_loses_the_race_takes_the_winners_key(var):
    path = var / keys.FILE_NAME
    keys._make_key_file(path)
    first = path.read_text()
    keys._make_key_file(path)
    assert path.read_text() == first


@pytest.mark.parametrize("content", [b"", b"cut off", b"\xff" * 64])
def test_a_broken_key_file_is_refused_and_left_as_it_is(var, content):
    path = var / keys.FILE_NAME
    path.write_bytes(content)
    with pytest.raises(keys.KeyUnavailable):
        keys.token_key()
    assert path.read_bytes() == content


def test_a_missing_directory_makes_the_key_unavailable_with_words(var):
    os.rmdir(var)
    with pytest.raises(keys.KeyUnavailable) as refused:
        keys.token_key()
    assert refused.value.reason == "settings_key_unreadable"
    assert keys.FILE_NAME in refused.value.reason.mapping.values()


def test_without_a_key_the_start_says_so_loudly(var, monkeypatch, caplog):
    monkeypatch.setenv(keys.TOKEN_KEY, "short")
    keys.make_key_at_start(None)
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]


def test_the_key_is_made_at_the_start(var):
    keys.make_key_at_start(None)
    assert (var / keys.FILE_NAME).exists()


@pytest.mark.parametrize(
    "value, expected", [(None, None), ("", None), ("  ", None), ("secret\n", b"secret")]
)
def test_the_clock_has_a_key_only_if_the_environment_sets_one(
    monkeypatch, value, expected
):
    if value is not None:
        monkeypatch.setenv(keys.CLOCK_KEY, value)
    assert keys.clock_key() == expected
