"""How long it takes from a clerk's call to a waiting page that shows it."""

from collections.abc import Iterator
from crew import keeper
from crew import login
from load import Call
from load import Client
from measured import SITE
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from trials import FEW
from trials import knock
import json
import os
import random
import time


CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
CLERK = (login(keeper(FEW)),)


def reactions(port: int, count: int) -> Iterator[float]:
    """Seconds of so many calls, in a real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=CHROMIUM_ARGUMENTS
        )
        page = browser.new_page()
        for _ in range(count):
            yield time_a_call(page, Client(port))


def time_a_call(page: Page, client: Client) -> float:
    """One visit waits at any moment of its page's rhythm, and is called."""
    visit = json.loads(client.send(knock(FEW)(0)))
    page.goto(visit["links"]["page"])
    page.wait_for_selector("#visit-live[data-state=waiting]")
    time.sleep(random.uniform(1, 4))
    calls = f"{SITE}/{FEW}/@calls"
    client.send(Call("POST", calls, {"visit": visit["id"]}, CLERK))
    began = time.perf_counter()
    page.wait_for_selector("#visit-live[data-state=called]")
    shown = time.perf_counter() - began
    client.send(Call("POST", f"{calls}/{visit['id']}/missed", {}, CLERK))
    return shown
