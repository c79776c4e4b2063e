"""A mapping that many transactions can write at once."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from hashlib import blake2b
from persistent import Persistent
from typing import Any


SHARDS = 64


class Spread(Persistent):
    """A mapping from text to values, spread over 64 trees by a hash of the key.

    One tree under random keys conflicts in every third commit of eight busy
    threads; spread, hardly ever (the measurements are in docs/design.rst).
    The object itself is never written after it was made.
    """

    def __init__(self) -> None:
        self.shards = tuple(OOBTree() for _ in range(SHARDS))

    def shard(self, key: str) -> OOBTree:
        """The tree that holds ``key``."""
        return self.shards[blake2b(key.encode(), digest_size=1).digest()[0] % SHARDS]

    def get(self, key: str, default: Any = None) -> Any:
        return self.shard(key).get(key, default)

    def __contains__(self, key: str) -> bool:
        return key in self.shard(key)

    def __getitem__(self, key: str) -> Any:
        return self.shard(key)[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.shard(key)[key] = value

    def __delitem__(self, key: str) -> None:
        del self.shard(key)[key]

    def __len__(self) -> int:
        return sum(len(shard) for shard in self.shards)

    def values(self) -> Iterator[Any]:
        for shard in self.shards:
            yield from shard.values()

    def items(self) -> Iterator[tuple[str, Any]]:
        for shard in self.shards:
            yield from shard.items()

    def between(self, low: str, high: str) -> Iterator[tuple[str, Any]]:
        """Items whose key is at least ``low`` and below ``high``, shard by shard."""
        for shard in self.shards:
            yield from shard.items(min=low, max=high, excludemax=True)
