from collective.virtualoffice import keys
from collective.virtualoffice.logs import MaskedRecords
from types import SimpleNamespace
from zope.event import notify
from zope.processlifetime import DatabaseOpenedWithRoot
import logging
import pytest


@pytest.fixture
def started(portal, tmp_path, monkeypatch):
    """The directory of an instance that has just started."""
    config = SimpleNamespace(clienthome=str(tmp_path))
    monkeypatch.setattr(keys, "getConfiguration", lambda: config)
    monkeypatch.delenv(keys.TOKEN_KEY, raising=False)
    keys.token_key.cache_clear()
    before = logging.getLogRecordFactory()
    notify(DatabaseOpenedWithRoot(None))
    yield tmp_path
    logging.setLogRecordFactory(before)
    keys.token_key.cache_clear()


def test_a_started_instance_masks_its_logs(started):
    assert isinstance(logging.getLogRecordFactory(), MaskedRecords)


def test_a_started_instance_has_its_token_key(started):
    assert (started / keys.FILE_NAME).exists()
