"""A mapping that many transactions can write at once."""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from hashlib import blake2b
from persistent import Persistent
from typing import Any


SHARDS = 64
Key = str | int
Tree = OOBTree | LOBTree


class Spread(Persistent):
    """A mapping from text to values, spread over 64 trees by a hash of the key.

    One tree under random keys conflicts in every third commit of eight busy
    threads; spread, hardly ever (the measurements are in docs/design.rst).
    The object itself is never written after it was made.
    """

    tree: type[Tree] = OOBTree

    def __init__(self) -> None:
        self.shards = tuple(self.tree() for _ in range(SHARDS))

    def shard(self, key: Key) -> Tree:
        """The tree that holds ``key``."""
        digest = blake2b(self._bytes(key), digest_size=1).digest()
        return self.shards[digest[0] % SHARDS]

    def get(self, key: Key, default: Any = None) -> Any:
        return self.shard(key).get(key, default)

    def __contains__(self, key: Key) -> bool:
        return key in self.shard(key)

    def __getitem__(self, key: Key) -> Any:
        return self.shard(key)[key]

    def __setitem__(self, key: Key, value: Any) -> None:
        self.shard(key)[key] = value

    def __delitem__(self, key: Key) -> None:
        del self.shard(key)[key]

    def __len__(self) -> int:
        return sum(len(shard) for shard in self.shards)

    def values(self) -> Iterator[Any]:
        for shard in self.shards:
            yield from shard.values()

    def items(self) -> Iterator[tuple[Key, Any]]:
        for shard in self.shards:
            yield from shard.items()

    def between(self, low: Key, high: Key) -> Iterator[tuple[Key, Any]]:
        """Items whose key is at least ``low`` and below ``high``, shard by shard."""
        for shard in self.shards:
            yield from shard.items(min=low, max=high, excludemax=True)

    @staticmethod
    def _bytes(key: Key) -> bytes:
        return key.encode()


class NumberedSpread(Spread):
    """The same for keys that are whole numbers, from 0 to below 2 ** 63."""

    tree = LOBTree

    @staticmethod
    def _bytes(key: Key) -> bytes:
        return key.to_bytes(8)
