"""A phone with one page before it, whose screen can be locked.

Playwright makes every page believe that it is looked at; such a page is never hidden
and never frozen. Here it leaves the browser as it is, so that locking the screen stops
the page as Chromium does it: hidden, `freeze`, and later `resume`, visible.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from playwright.sync_api import BrowserType
from playwright.sync_api import CDPSession
from playwright.sync_api import Page
from running import CHROMIUM_ARGUMENTS
import os
import subprocess
import time


STARTUP_LIMIT = 30  # seconds
FREEZE_LIMIT = 30  # seconds

NOTE = """() => {
  window.isFrozen = false;
  document.addEventListener("freeze", () => (window.isFrozen = true), { once: true });
}"""


@dataclass(frozen=True)
class Phone:
    page: Page
    browser: CDPSession

    def lock(self) -> None:
        """From now on nothing of the page runs until the phone is unlocked.

        The browser only passes the wish on to the page, which may ask one thing more
        before it stops. Its answer here comes behind whatever it asked.
        """
        self.page.evaluate(NOTE)
        self._show("minimized")
        self.browser.send("Page.setWebLifecycleState", {"state": "frozen"})
        deadline = time.monotonic() + FREEZE_LIMIT
        while not self.page.evaluate("window.isFrozen"):
            assert time.monotonic() < deadline, "The page does not freeze."

    def unlock(self) -> None:
        self.browser.send("Page.setWebLifecycleState", {"state": "active"})
        self._show("normal")

    def _show(self, state: str) -> None:
        window = self.browser.send("Browser.getWindowForTarget")["windowId"]
        wish = {"windowId": window, "bounds": {"windowState": state}}
        self.browser.send("Browser.setWindowBounds", wish)


@contextmanager
def switched_on(chromium: BrowserType, folder: Path, language: str) -> Iterator[Phone]:
    """A phone whose browser keeps its data in a folder."""
    own = [
        "--headless=new",
        "--no-first-run",
        "--remote-debugging-port=0",
        f"--accept-lang={language}",
        f"--user-data-dir={folder}",
    ]
    browser = subprocess.Popen(
        [os.environ["CHROMIUM"], *CHROMIUM_ARGUMENTS, *own, "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port_of(folder)}"
        context = chromium.connect_over_cdp(address, no_defaults=True).contexts[0]
        page = context.pages[0]
        yield Phone(page, context.new_cdp_session(page))
    finally:
        browser.terminate()
        browser.wait(30)


def port_of(folder: Path) -> str:
    """Where a browser that has just been started listens."""
    told = folder / "DevToolsActivePort"
    deadline = time.monotonic() + STARTUP_LIMIT
    while not (told.exists() and told.read_text().count("\n")):
        assert time.monotonic() < deadline, "Chromium did not start."
        time.sleep(0.1)
    return told.read_text().split()[0]
