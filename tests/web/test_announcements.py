"""What a screen reader says by itself is said once (WCAG 2.2, 4.1.3)."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import expect
from playwright.sync_api import Page
from town import Office


LISTEN = """() => {
  window.told = [];
  const speaks = "[role=status], [role=alert], [aria-live]";
  const heard = (records) => {
    for (const { target } of records) {
      const place = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      const said = place?.closest(speaks)?.textContent.trim();
      if (said) told.push(said);
    }
  };
  const whole = { characterData: true, childList: true, subtree: true };
  new MutationObserver(heard).observe(document.body, whole);
}"""
AGAIN = "document.dispatchEvent(new Event('resume'))"


def listen(page: Page) -> None:
    page.evaluate(LISTEN)


def ask_again(page: Page, times: int = 3) -> None:
    """The page asks at once, as often as that, instead of in some seconds."""
    for _ in range(times):
        page.evaluate(AGAIN)
        page.wait_for_timeout(1_000)


def test_nothing_is_said_while_nothing_is_new(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    passer_by, erika = citizen(), citizen()
    passer_by.page.goto(office.url)
    passer_by.reads("Geöffnet")
    erika.knock()
    erika.comes_alive()
    expect(desk.queue).to_contain_text("Erika Mustermann")
    passer_by.page.reload()
    passer_by.reads("Geöffnet – 1 Person wartet")
    pages = [passer_by.page, erika.page, desk.page]
    for page in pages:
        listen(page)
    for page in pages:
        ask_again(page)
    assert [page.evaluate("told") for page in pages] == [[], [], []]


def test_news_are_said_once(
    office: Office, desk: Clerk, citizen: Callable[..., Citizen]
) -> None:
    passer_by = citizen()
    passer_by.page.goto(office.url)
    passer_by.reads("Geöffnet – gerade frei")
    pages = [passer_by.page, desk.page]
    for page in pages:
        listen(page)
    office.knock("Max Mustermann")
    expect(desk.queue).to_contain_text("Max Mustermann")
    passer_by.page.wait_for_timeout(1_000)
    for page in pages:
        ask_again(page)
    said, arrived = (page.evaluate("told") for page in pages)
    assert said == ["Geöffnet – 1 Person wartet"]
    assert len(arrived) == 1
