"""What lies on the disk of a town: in its database, its logs, anywhere."""

from collections.abc import Iterator
from collective.virtualoffice.domain.figures.journal import Fact
from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.storage import ANNOTATION
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from pathlib import Path
from ZODB.DB import DB
from ZODB.FileStorage import FileIterator
from ZODB.FileStorage import FileStorage
from ZODB.utils import get_pickle_metadata
import requests


PACK = "Control_Panel/Database/main/manage_pack"
OLD = ("filestorage/Data.fs.old", "blobstorage.old")
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Record:
    """One revision of one object; ``kind`` is its class."""

    kind: str
    data: bytes


def files(folder: Path) -> dict[str, bytes]:
    """Every file, by its path in the folder."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def records(database: Path) -> Iterator[Record]:
    """Every revision of every object that the database still has."""
    for transaction in FileIterator(str(database)):
        for each in transaction:
            if each.data:
                kind = ".".join(get_pickle_metadata(each.data))
                yield Record(kind, each.data)


def undo_log(database: Path) -> Iterator[bytes]:
    """What is noted with every transaction: who, where, what."""
    for each in FileIterator(str(database)):
        yield each.user + b" " + each.description + b" " + repr(each.extension).encode()


def facts(database: Path) -> list[Fact]:
    """The journals of all offices."""
    with _site(database) as site:
        rooms = site.__annotations__[ANNOTATION].rooms.values()
        return [
            fact
            for room in rooms
            for kind in Kind
            for fact in room.journal.between(kind, *ALWAYS)
        ]


@contextmanager
def _site(database: Path) -> Iterator[object]:
    opened = DB(FileStorage(str(database), read_only=True))
    try:
        with opened.transaction() as connection:
            yield connection.root()["Application"].musterstadt
    finally:
        opened.close()


def pack(root: str, login: tuple[str, str], folder: Path) -> None:
    """As docs/privacy tells it, but keeping nothing; and delete what it leaves."""
    answer = requests.post(
        f"{root}/{PACK}",
        auth=login,
        data={"days:float": "0"},
        allow_redirects=False,
        timeout=60,
    )
    assert answer.status_code in (200, 302), answer.text
    for name in OLD:
        (folder / name).unlink(missing_ok=True)
