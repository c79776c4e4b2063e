"""How often one address may knock: a sliding window without a shared counter.

A counter would make every two knocks at the same time conflict, and counting what
others just wrote would read it all again. Here the allowance of an address is
divided among branches: a knock takes a place in one of them, and looks into the
next only where that is full.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collective.virtualoffice.domain.spread import Spread
from collective.virtualoffice.domain.stamps import moment
from collective.virtualoffice.domain.stamps import stamp
from datetime import datetime
from datetime import timedelta
from persistent import Persistent
from secrets import randbelow
from secrets import token_hex


BRANCHES = 64


class Knocks(Persistent):
    """Recent knocks by the fingerprint of their address; no address is kept.

    A key is `fingerprint.branch:microseconds:random`; all of one branch stand in
    one tree, sorted by time.
    """

    def __init__(self) -> None:
        self._times = Spread()

    def take(
        self, fingerprint: str, now: datetime, limit: int, window: timedelta
    ) -> timedelta | None:
        """Count one knock more; how long its address must wait if that is too many."""
        waits = []
        for branch, places in _branches(fingerprint, limit):
            wait = self._wait(branch, now, places, window)
            if wait is None:
                key = f"{branch}:{stamp(now)}:{token_hex(4)}"
                self._times.shard(branch)[key] = None
                return None
            waits.append(wait)
        return min(waits)

    def __len__(self) -> int:
        return len(self._times)

    def forget(self, before: datetime) -> int:
        """Erase the knocks before this moment; how many there were."""
        return sum(_forget(tree, before) for tree in self._times.shards)

    def _wait(
        self, branch: str, now: datetime, places: int, window: timedelta
    ) -> timedelta | None:
        """How long until a place of the branch is free; None if one is."""
        tree = self._times.shard(branch)
        recent = tree.keys(f"{branch}:{stamp(now - window)}~", f"{branch};")
        taken = len(recent)
        if taken < places:
            return None
        return _knocked_at(recent[taken - places]) + window - now


def _branches(fingerprint: str, limit: int) -> Iterator[tuple[str, int]]:
    """The branches of an address, from one met by chance, with the places of each."""
    count = min(BRANCHES, limit)
    start = randbelow(count)
    for turn in range(count):
        number = (start + turn) % count
        yield f"{fingerprint}.{number}", limit // count + (number < limit % count)


def _forget(tree: OOBTree, before: datetime) -> int:
    old = [key for key in tree if _knocked_at(key) < before]
    for key in old:
        del tree[key]
    return len(old)


def _knocked_at(key: str) -> datetime:
    """When the knock of this key was."""
    return moment(key.split(":")[1])
