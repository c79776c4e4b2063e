"""Somebody who has a keyboard and no mouse."""

from dataclasses import dataclass
from people import Person
from playwright.sync_api import expect
from playwright.sync_api import Locator
from sight import MEASURES


STOPS = 150  # that one page may have


@dataclass(frozen=True)
class Keys:
    """Moves with the tabulator key; at each stop of a page the focus is looked at."""

    person: Person

    def to(self, target: Locator, key: str = "Tab") -> None:
        """As often as it takes; nobody is caught on the way."""
        expect(target).to_be_visible()
        for _ in range(STOPS):
            if is_focused(target):
                return
            self.stroke(key)
            self.look()
        raise AssertionError(f"{key} never reaches {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.to(target)
        self.stroke(key)

    def type(self, target: Locator, text: str) -> None:
        self.to(target)
        self.person.page.keyboard.type(text)

    def choose(self, target: Locator, option: str) -> None:
        """In a list of choices, by its first letters."""
        self.type(target, option)
        expect(target.locator("option:checked")).to_have_text(option)

    def skip(self) -> None:
        """From the top of a page past everything that stands on each."""
        skip = self.person.page.locator("a[href$='#main-container']").first
        self.stroke("Tab")
        self.to(skip)
        self.stroke("Enter")
        self.stroke("Tab")
        assert is_focused(self.person.page.locator("main :focus")), "not in the content"

    def stroke(self, key: str) -> None:
        self.person.page.keyboard.press(key)

    def look(self) -> None:
        """Fails if the focus in our part of the page is not to be seen."""
        page = self.person.page
        if not page.evaluate("'sight' in window"):
            page.evaluate(MEASURES)
        trouble = page.evaluate("sight.stop()")
        assert trouble is None, trouble


def is_focused(target: Locator) -> bool:
    return target.evaluate("element => element === document.activeElement")
