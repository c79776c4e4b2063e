"""Asks one address again and again, as poll.js does: with the tag, in its rhythm."""

from collections.abc import AsyncIterator
from collections.abc import Callable
from paces import FAILED
from random import uniform
from typing import Any
from wire import Refused
from wire import Wire
import asyncio


async def poll(
    wire: Wire, kind: str, path: str, every: Callable[[], float]
) -> AsyncIterator[Any]:
    """Each answer that is new, at once when it comes."""
    tag, failures = None, 0
    while True:
        known = {} if tag is None else {"If_None_Match": tag}
        try:
            answer = await wire.send(kind, "GET", path, **known)
            failures = 0
            if answer.status == 200:
                tag = answer.headers["etag"]
                yield answer.data
        except Refused:
            failures += 1
        wished = every()
        slower = min(wished * 2**failures, max(FAILED, wished))
        await asyncio.sleep(slower * uniform(0.9, 1.1))
