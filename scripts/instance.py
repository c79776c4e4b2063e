"""A Zope of its own folder and port, from the one build of this checkout."""

from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from subprocess import TimeoutExpired
import ctypes
import os
import re
import signal
import socket


CHECKOUT = Path(__file__).resolve().parent.parent
BUILT = CHECKOUT / "parts" / "instance"
SCRIPTS = CHECKOUT / "scripts"
INTERPRETER = BUILT / "bin" / "interpreter"
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
ZEO_CLIENT = """<zeoclient>
      server 127.0.0.1:{port}
      blob-dir {shared}/blobstorage
      shared-blob-dir on
    </zeoclient>"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Instance:
    """Where one Zope keeps its data and on which port of localhost it answers.

    Several share one database when a ZEO server has it (see cluster.py): ``shared``
    is that server's folder, with the blobs and the token key, ``zeo`` its port.
    """

    var: Path
    port: int
    shared: Path | None = None
    zeo: int | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def database(self) -> Path:
        return self.var / "filestorage" / "Data.fs"

    @property
    def console(self) -> Path:
        """What the processes print; the event log is beside it."""
        return self.var / "log" / "console.log"

    def configure(self) -> None:
        """Write the built configuration anew for this folder and port."""
        for folder in ("etc", "log", "filestorage", "blobstorage", "instance", "cache"):
            (self.var / folder).mkdir(parents=True, exist_ok=True)
        for name in ("zope.conf", "wsgi.ini"):
            text = (BUILT / "etc" / name).read_text()
            (self.var / "etc" / name).write_text(self._adapt(text))

    def _adapt(self, text: str) -> str:
        moved = text if self.zeo is None else self._share(text)
        moved = moved.replace(f"{CHECKOUT}/var", str(self.var)).replace(
            str(BUILT / "etc" / "zope.conf"), str(self.var / "etc" / "zope.conf")
        )
        return re.sub(r"listen = \S+", f"listen = localhost:{self.port}", moved)

    def _share(self, text: str) -> str:
        client = ZEO_CLIENT.format(shared=self.shared, port=self.zeo)
        own = re.sub(r"<blobstorage>.*</blobstorage>", client, text, flags=re.DOTALL)
        return own.replace(f"{CHECKOUT}/var/instance\n", f"{self.shared}/instance\n")

    def serve(self, environment: dict[str, str]) -> Popen[bytes]:
        """Start answering requests."""
        return self._start(["Zope2.Startup.serve", "etc/wsgi.ini"], environment)

    def run(self, script: Path) -> Popen[bytes]:
        """Start a script that finds the root of the database as ``app``."""
        module = "Zope2.utilities.zconsole"
        return self._start([module, "run", "etc/zope.conf", str(script)], {})

    def _start(self, module: list[str], environment: dict[str, str]) -> Popen[bytes]:
        return launch(["-m", *module], self.var, environment, self.console)


def launch(
    arguments: list[str], folder: Path, environment: dict[str, str], console: Path
) -> Popen[bytes]:
    """Start the build's Python in a folder; what it prints goes to ``console``."""
    # A session of its own: Ctrl-C reaches only us, and we stop it in order.
    with console.open("ab") as output:
        return Popen(
            [str(INTERPRETER), *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )


def end(process: Popen[bytes]) -> None:
    """End a process in order, and by force after half a minute."""
    process.terminate()
    try:
        process.wait(30)
    except TimeoutExpired:
        process.kill()
        process.wait()


def die_with_parent() -> None:
    """Ask the kernel to stop this process when the start program is killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
