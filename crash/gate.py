"""Where all clients wait while the server is down, so that nothing moves meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Over(Exception):
    """The test is over: nobody passes any more."""


class Gate:
    """Counts who is inside: once it is closed and drained, what was found stands still.

    ``life`` numbers the openings: connections of an earlier one are dead. It is
    ``is_doomed`` from just before a kill: only then may answers fail to come.
    """

    def __init__(self) -> None:
        self.changed = Condition()
        self.is_open = False
        self.is_over = False
        self.is_doomed = False
        self.inside = 0
        self.life = 0

    @contextmanager
    def passing(self) -> Iterator[int]:
        """Wait until it is open, and answer which life it is. Raises Over."""
        with self.changed:
            self.changed.wait_for(lambda: self.is_open or self.is_over)
            if self.is_over:
                raise Over
            self.inside += 1
        try:
            yield self.life
        finally:
            with self.changed:
                self.inside -= 1
                self.changed.notify_all()

    def open(self) -> None:
        with self.changed:
            self.life += 1
            self.is_open, self.is_doomed = True, False
            self.changed.notify_all()

    def doom(self) -> None:
        """The server is about to be killed."""
        self.is_doomed = True

    def close(self) -> None:
        """Let nobody in any more, and wait until everybody is out."""
        with self.changed:
            self.is_open = False
            self.changed.wait_for(lambda: not self.inside)

    def end(self) -> None:
        with self.changed:
            self.is_over = True
            self.changed.notify_all()
