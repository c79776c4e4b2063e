"""Reads what a FileStorage holds."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from ZODB.FileStorage import FileIterator
from ZODB.FileStorage import FileStorage
from ZODB.serialize import referencesf
from ZODB.utils import get_pickle_metadata
import time


RECORD_HEADER = 42  # ZODB.FileStorage.format
TRANSACTION_FRAME = 23 + 8


def written_after(database: Path, position: int) -> Counter[str]:
    """Bytes by class that were appended to a Data.fs since it was so long."""
    found: Counter[str] = Counter()
    with closing(FileIterator(str(database), pos=position)) as transactions:
        for each in transactions:
            said = each.user, each.description, each.extension_bytes
            found["(transactions)"] += TRANSACTION_FRAME + sum(map(len, said))
            for record in each:
                data = record.data or b""
                found[class_name(data)] += RECORD_HEADER + len(data)
    return found


def class_name(data: bytes) -> str:
    return get_pickle_metadata(data)[1] if data else "(undone)"


def packed_size(database: Path) -> int:
    """How large a copy of it is after packing."""
    with TemporaryDirectory(prefix="pack-") as folder:
        path = Path(copy(database, folder))
        with closing(FileStorage(str(path))) as storage:
            storage.pack(time.time(), referencesf)
        return path.stat().st_size
