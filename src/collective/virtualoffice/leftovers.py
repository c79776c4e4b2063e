"""What a storage leaves lying beside the database.

A FileStorage writes every transaction into ``Data.fs.tmp`` first, from its beginning,
and never makes that file shorter: the end of a long transaction stays there, of people
who were erased as well, until a longer one comes or the next start.
"""

from typing import Any


def wipe_draft(storage: Any) -> None:
    """Empty that file; the lock is the one under which it is written and read.

    ZODB has no other way to it. Storages without such a file are left alone; that of a
    ZEO server is out of reach.
    """
    draft = getattr(storage, "_tfile", None)
    if draft is None:
        return
    with storage._commit_lock:
        draft.seek(0)
        draft.truncate()
