"""What is stored with a page: annotations, relations, rich texts."""

from io import BytesIO
from OFS.interfaces import IItem
from persistent import Persistent
from pickle import Pickler
from ZODB.blob import Blob


class _Found(Pickler):
    """Notes what a state refers to, and writes none of it."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), protocol=2)
        self.objects: list[Persistent] = []

    def persistent_id(self, obj: object) -> str | None:
        if not isinstance(obj, Persistent):
            return None
        self.objects.append(obj)
        return "kept apart"


def parts_of(item: Persistent) -> list[Persistent]:
    """All persistent objects below an item that are not content themselves.

    Their references back to the item name its class. They have to be stored again
    when the class changes, or whoever loads them first gets the old one.
    """
    parts: dict[int, Persistent] = {}
    todo = [item]
    while todo:
        for part in _referred(todo.pop()):
            if id(part) not in parts and part is not item and not _stands_alone(part):
                parts[id(part)] = part
                todo.append(part)
    return list(parts.values())


def _referred(obj: Persistent) -> list[Persistent]:
    found = _Found()
    found.dump(obj.__getstate__())
    return found.objects


def _stands_alone(part: Persistent) -> bool:
    return isinstance(part, Blob) or IItem.providedBy(part)
