"""What was measured on, and how much memory it took."""

from importlib.metadata import version
from pathlib import Path
import os
import platform


PACKAGES = ("Products.CMFPlone", "Zope", "ZODB", "plone.restapi", "waitress")


def machine() -> dict[str, str]:
    """The machine and the versions, by name."""
    return {
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def processor() -> str:
    """As Linux names it, else its kind."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.partition(":")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.machine()).strip()


def memory(process: int) -> int:
    """Megabytes that a process has in memory (proc(5), VmRSS)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    resident = next(line for line in lines if line.startswith("VmRSS:"))
    return int(resident.split()[1]) // 1024
