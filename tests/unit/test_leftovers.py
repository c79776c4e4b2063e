from collective.virtualoffice.leftovers import wipe_draft
from threading import Thread
from ZODB.blob import BlobStorage
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.MappingStorage import MappingStorage
import pytest
import transaction


NAME = "Erika Mustermann"


@pytest.fixture
def database(tmp_path):
    """As Zope opens it: a FileStorage with blobs."""
    storage = FileStorage(str(tmp_path / "Data.fs"))
    database = DB(BlobStorage(str(tmp_path / "blobs"), storage))
    yield database
    database.close()


@pytest.fixture
def draft(tmp_path, database):
    """What lies in the file beside the database after somebody was erased."""
    with database.transaction() as connection:
        connection.root()["visit"] = "x" * 10_000 + NAME
    with database.transaction() as connection:
        del connection.root()["visit"]
    return lambda: (tmp_path / "Data.fs.tmp").read_bytes()


def test_nothing_of_whom_was_erased_is_left_in_the_draft(database, draft):
    assert NAME.encode() in draft()
    wipe_draft(database.storage)
    assert draft() == b""


def test_the_next_transaction_is_stored_as_ever(tmp_path, database, draft):
    wipe_draft(database.storage)
    with database.transaction() as connection:
        connection.root()["note"] = NAME
    database.close()
    again = DB(FileStorage(str(tmp_path / "Data.fs"), read_only=True))
    with again.transaction() as connection:
        assert dict(connection.root()) == {"note": NAME}
    again.close()


def test_it_waits_for_a_transaction_that_is_being_stored(database, draft):
    connection = database.open(transaction.TransactionManager())
    manager = connection.transaction_manager
    connection.root()["note"] = NAME
    begun = manager.get()
    connection.tpc_begin(begun)
    wiping = Thread(target=wipe_draft, args=(database.storage,))
    wiping.start()
    connection.commit(begun)
    connection.tpc_vote(begun)
    connection.tpc_finish(begun)
    wiping.join(60)
    manager.abort()
    assert connection.root()["note"] == NAME
    assert draft() == b""
    connection.close()


def test_storages_without_a_draft_are_left_alone():
    wipe_draft(MappingStorage())
