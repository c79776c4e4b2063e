"""How Python and Chromium are found, on machines made of a few small programs."""

from instance import CHECKOUT
from pathlib import Path
from subprocess import CompletedProcess
import os
import pytest
import shutil
import subprocess


DRIVABLE = "#!/bin/sh\n# drivable\n"
DOWNLOADED = "var/browsers/chromium_headless_shell-1/linux/chrome-headless-shell"
NO_NETWORK = "Error: getaddrinfo ENOTFOUND cdn.playwright.dev"


class Machine:
    """A checkout whose programs, and apt, are ours: they note how they were called."""

    def __init__(self, root: Path) -> None:
        self.checkout = root / "checkout"
        self.commands = root / "commands"
        self.calls = root / "calls"
        self.calls.touch()
        (self.checkout / "scripts").mkdir(parents=True)
        for name in ("browser.sh", "say.sh", "venv.sh"):
            shutil.copy(CHECKOUT / "scripts" / name, self.checkout / "scripts")
        self.give("checkout/bin/zopepy", 'grep -qx "# drivable" "$2"')
        self.give("checkout/bin/playwright", f'echo "{NO_NETWORK}"; [ $1 = --version ]')
        self.give("commands/apt-get", "")
        self.become(0)
        self.offer()

    def give(self, path: str, body: str) -> Path:
        """Put a program there."""
        program = self.calls.parent / path
        program.parent.mkdir(parents=True, exist_ok=True)
        note = f'echo "{program.name} $*" >>{self.calls}'
        program.write_text(f"#!/bin/bash\n{note}\n{body}\n")
        program.chmod(0o755)
        return program

    def give_chromium(self, name: str) -> Path:
        """Put a Chromium that can be driven into the path."""
        program = self.give(f"commands/{name}", "")
        program.write_text(DRIVABLE)
        return program

    def putting(self, path: str) -> str:
        """The lines of a program that put a drivable Chromium there."""
        target = self.calls.parent / path
        return (
            f"mkdir -p {target.parent}\n"
            f'printf "{DRIVABLE}" >{target}\n'
            f"chmod +x {target}\n"
        )

    def become(self, user: int) -> None:
        self.give("commands/id", f"echo {user}")

    def offer(self, *packages: str) -> None:
        """What apt has under its own name."""
        known = "|".join(packages) or "-"
        self.give(
            "commands/apt-cache", f'case "$2" in {known}) echo "Package: $2";; esac'
        )

    def find_browser(self) -> CompletedProcess[str]:
        return self._run("browser.sh")

    def make_environment(self) -> CompletedProcess[str]:
        return self._run("venv.sh", ".venv", "requirements.txt")

    def _run(self, script: str, *arguments: str) -> CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / "scripts" / script, *arguments],
            env={"PATH": f"{self.commands}:{os.defpath}"},
            capture_output=True,
            text=True,
        )

    def was_called(self, words: str) -> bool:
        return words in self.calls.read_text()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_chromium_in_the_path_is_taken_as_it_is(machine: Machine) -> None:
    chromium = machine.give_chromium("chromium")

    assert machine.find_browser().stdout == f"{chromium}\n"
    assert not machine.was_called("apt-get")


def test_one_that_only_asks_for_a_snap_is_passed_over(machine: Machine) -> None:
    machine.give("commands/chromium-browser", "echo 'snap install chromium'; exit 1")
    chrome = machine.give_chromium("google-chrome")

    assert machine.find_browser().stdout == f"{chrome}\n"


def test_debian_installs_its_own(machine: Machine) -> None:
    machine.offer("chromium")
    machine.give("commands/apt-get", machine.putting("commands/chromium"))

    assert machine.find_browser().stdout == f"{machine.commands}/chromium\n"
    assert not machine.was_called("playwright install")


def test_ubuntu_has_none_in_apt_and_downloads_one(machine: Machine) -> None:
    download = machine.putting(f"checkout/{DOWNLOADED}")
    machine.give("checkout/bin/playwright", f"[ $1 != install ] || {{ {download} }}")

    assert machine.find_browser().stdout == f"{machine.checkout}/{DOWNLOADED}\n"
    assert not machine.was_called("apt-get install")


def test_root_installs_the_libraries_that_a_download_lacks(machine: Machine) -> None:
    works = machine.putting(f"checkout/{DOWNLOADED}")
    machine.give("checkout/bin/playwright", f"[ $1 != install-deps ] || {{ {works} }}")

    assert machine.find_browser().stdout == f"{machine.checkout}/{DOWNLOADED}\n"


def test_others_are_told_how_to_install_them(machine: Machine) -> None:
    machine.become(1000)
    machine.give("checkout/bin/playwright", "")

    found = machine.find_browser()

    assert found.returncode == 1
    assert "sudo bin/playwright install-deps chromium" in found.stderr


@pytest.mark.parametrize(
    ("packages", "advice"),
    [(["chromium"], "apt install chromium"), ([], "install Google Chrome")],
)
def test_without_a_network_one_line_says_why_and_what_to_do(
    machine: Machine, packages: list[str], advice: str
) -> None:
    machine.become(1000)
    machine.offer(*packages)

    found = machine.find_browser()

    assert found.returncode == 1
    (line,) = [line for line in found.stderr.splitlines() if line.startswith("!!")]
    assert NO_NETWORK in line
    assert advice in line


def test_root_installs_the_library_that_playwright_needs(machine: Machine) -> None:
    library = machine.calls.parent / "library"
    machine.offer("libatomic1")
    machine.give("commands/apt-get", f"[ $1 != install ] || touch {library}")
    machine.give("checkout/bin/playwright", f"[ -e {library} ]")
    chromium = machine.give_chromium("chromium")

    assert machine.find_browser().stdout == f"{chromium}\n"
    assert machine.was_called("apt-get install -y -qq --no-install-recommends libat")


def test_others_are_told_which_library_playwright_needs(machine: Machine) -> None:
    machine.become(1000)
    machine.give("checkout/bin/playwright", "exit 127")

    assert "apt install libatomic1" in machine.find_browser().stderr


@pytest.mark.parametrize(
    ("package", "advice"),
    [
        ("python3.11-venv", "apt install python3.11-venv"),
        ("python3-venv", "apt install python3 python3-venv"),
    ],
)
def test_where_no_python_fits_one_line_says_which_to_install(
    machine: Machine, package: str, advice: str
) -> None:
    for minor in (".11", ".12", ".13", ".14", ""):
        machine.give(f"commands/python3{minor}", "exit 1")
    machine.offer(package)

    made = machine.make_environment()

    assert made.returncode == 1
    assert advice in made.stderr
