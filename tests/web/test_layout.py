"""What belongs together stands together."""

from collections.abc import Callable
from people import Citizen
from people import Clerk
from playwright.sync_api import Locator


NEAR = 32  # pixels
GAP = """alert => {
    const { bottom, left, right } = alert.getBoundingClientRect();
    const below = [...alert.closest("#content").querySelectorAll("*")]
      .filter((each) => !alert.contains(each) && each.checkVisibility())
      .map((each) => each.getBoundingClientRect())
      .filter((box) => box.height > 2 && box.right > left && box.left < right)
      .map((box) => box.top - bottom)
      .filter((gap) => gap >= 0);
    return Math.min(...below);
}"""


def is_near(alert: Locator) -> None:
    """Fails if there is a large gap below it."""
    gap = alert.evaluate(GAP)
    assert gap < NEAR, f"{gap} px below {alert.inner_text()!r}"


def test_a_banner_is_near_what_it_is_about(
    citizen: Callable[..., Citizen], desk: Clerk
) -> None:
    erika = citizen()
    erika.knock()
    desk.call_next()
    is_near(desk.page.locator("#staff-done .alert"))
    erika.is_called()
    erika.enter()
    is_near(erika.page.locator("#room > .alert-info"))
    is_near(desk.enter().page.locator("#room > .alert-info"))
