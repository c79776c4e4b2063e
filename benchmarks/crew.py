"""The log-ins that serve the offices of the bench."""

from base64 import b64encode
from contextlib import suppress
from typing import Any


PASSWORD = "demo-musterstadt"  # as of all log-ins of the demo
CLERKS = tuple(f"bench{number}" for number in range(32))


def keeper(office: str) -> str:
    """Who keeps an office open in which nobody is called."""
    return f"keeper-{office}"


def appoint(office: Any) -> None:
    """Make the log-ins of an office clerks there."""
    for name in (*CLERKS, keeper(office.getId())):
        with suppress(KeyError):  # clerks serve in every office
            office.acl_users.source_users.addUser(name, name, PASSWORD)
        office.manage_setLocalRoles(name, ["Office Clerk"])
    office.reindexObjectSecurity()


def login(name: str) -> tuple[str, str]:
    """The header of a log-in."""
    written = b64encode(f"{name}:{PASSWORD}".encode()).decode()
    return "Authorization", f"Basic {written}"
