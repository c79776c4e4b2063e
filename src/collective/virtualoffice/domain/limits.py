"""How often one address may knock: a sliding window without a shared counter.

A counter would make every two knocks at the same time conflict. Here each knock is
a record of its own under a key that no other has; counting reads a range of keys.
"""

from collective.virtualoffice.domain.spread import Spread
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from persistent import Persistent
from secrets import token_hex


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Knocks(Persistent):
    """Recent knocks by the fingerprint of their address; no address is kept.

    Keys are `fingerprint:microseconds:random`: the random part sends simultaneous
    knocks of one address to different trees.
    """

    def __init__(self) -> None:
        self._times = Spread()

    def wait_for(
        self, fingerprint: str, now: datetime, limit: int, window: timedelta
    ) -> timedelta | None:
        """How long this address must wait before it may knock; None if it may now.

        Where all addresses together knocked less often, none is counted.
        """
        if len(self._times) < limit:
            return None
        since = f"{fingerprint}:{_stamp(now - window)}~"
        recent = self._times.between(since, f"{fingerprint};")
        times = sorted(moment for _key, moment in recent)
        if len(times) < limit:
            return None
        return times[len(times) - limit] + window - now

    def note(self, fingerprint: str, now: datetime) -> None:
        """Remember that this address knocked."""
        key = f"{fingerprint}:{_stamp(now)}:{token_hex(8)}"
        self._times[key] = now

    def forget(self, before: datetime) -> int:
        """Erase the knocks before this moment; how many there were."""
        old = [key for key, moment in self._times.items() if moment < before]
        for key in old:
            del self._times[key]
        return len(old)


def _stamp(moment: datetime) -> str:
    """Microseconds in a fixed width, so that keys sort by time."""
    return f"{(moment - EPOCH) // timedelta(microseconds=1):017d}"
