"""Can everybody use what a page shows?"""

from axe_playwright_python.sync_playwright import Axe
from people import Person
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from sight import DESKTOP
from sight import losses
from sight import PHONE
from sight import STILL


SIZES = (PHONE, DESKTOP)

# What Plone 6.2 itself writes around our pages and no setting changes: the arrow that
# unfolds a menu is a label with a button's role; the editors' toolbar has a link
# without an address or a region, and on a phone links and a menu without names.
PLONES_OWN = {
    ("aria-allowed-role", "label[for^=navitem-]"),
    ("aria-allowed-role", "#edit-bar"),
    ("aria-prohibited-attr", ".toolbar-collapse"),
    ("link-name", "#personaltools-menulink"),
    ("link-name", "#edit-bar .nav-link"),
    ("region", ".toolbar-collapse"),
    ("region", ".toolbar-label"),
}

# axe leaves out by default what WCAG 2.2 added: the size of what is pressed.
ALL_RULES = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
IS = "([target, selector]) => document.querySelector(target)?.matches(selector)"


def barriers(page: Page, name: str) -> list[str]:
    """What stands in the way on the page as it is now, on a phone and on a desk."""
    found = [f"{name}, {loss}" for loss in losses(page)]
    for size in SIZES:
        page.set_viewport_size(size)
        place = f"{name} at {size['width']} px"
        found += [f"{place}: {violation}" for violation in violations(page)]
    return found


def violations(page: Page) -> list[str]:
    """What axe objects to, but for what is Plone's own."""
    page.add_style_tag(content=STILL)
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['html'][:200]}"
        for rule in Axe().run(page, options=ALL_RULES).response["violations"]
        for node in rule["nodes"]
        if not is_plones_own(page, rule["id"], node["target"][0])
    ]


def is_plones_own(page: Page, rule: str, target: str) -> bool:
    selectors = [selector for each, selector in PLONES_OWN if each == rule]
    return any(page.evaluate(IS, [target, selector]) for selector in selectors)


def move_to(person: Person, target: Locator) -> None:
    """With the tabulator key, as often as it takes; the focus is to be seen."""
    for _ in range(120):
        if target.evaluate("element => element === document.activeElement"):
            break
        person.page.keyboard.press("Tab")
    expect(target).to_be_focused()
    style = target.evaluate(
        "element => [getComputedStyle(element).outlineStyle,"
        " getComputedStyle(element).boxShadow]"
    )
    assert style != ["none", "none"], "the focus cannot be seen"
