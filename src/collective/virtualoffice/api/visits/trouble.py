"""What the page of the room says of the citizen's devices and of the way in."""

from collections.abc import Callable
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.domain.waiting.trouble import overcome
from collective.virtualoffice.domain.waiting.trouble import report
from collective.virtualoffice.domain.waiting.trouble import Trouble
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.domain.waiting.visit import Visit
from typing import Any


def read_trouble(data: dict[str, Any]) -> Callable[[Floor, Visit], Snapshot]:
    """``over`` lists what is past, ``kind`` is what is new; null: all is well.

    Raises Invalid.
    """
    if "over" in data:
        over = _read_kinds(data["over"])
        return lambda floor, visit: overcome(floor, visit, over)
    if "kind" not in data:
        raise Invalid({"kind": "required"})
    if data["kind"] is None:
        return lambda floor, visit: overcome(floor, visit, tuple(Trouble))
    kind = _read_kind("kind", data["kind"])
    return lambda floor, visit: report(floor, visit, kind)


def _read_kinds(value: object) -> list[Trouble]:
    if not isinstance(value, list) or len(value) > len(Trouble):
        raise Invalid({"over": "not_a_list"})
    return [_read_kind("over", each) for each in value]


def _read_kind(field: str, value: object) -> Trouble:
    if not isinstance(value, str) or value not in set(Trouble):
        raise Invalid({field: "unknown"})
    return Trouble(value)
