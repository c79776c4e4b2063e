"""People in front of a browser: what they look at and what they press."""

from dataclasses import dataclass
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from town import Office
from words import GERMAN
from words import Words


@dataclass(frozen=True)
class Person:
    """Somebody with one page of the office before them."""

    page: Page
    office: Office
    words: Words = GERMAN

    def press(self, name: str) -> None:
        self.button(name).click()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def follow(self, name: str) -> None:
        self.link(name).click()

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)

    def reads(self, text: str) -> None:
        """Fails unless the page says so before long."""
        expect(self.page.get_by_role("main")).to_contain_text(text)

    def is_headed(self, text: str) -> None:
        """Fails unless the page gets this main heading before long."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def go_offline(self) -> None:
        """With all tabs, once each has loaded what belongs to it."""
        for page in self.page.context.pages:
            page.wait_for_load_state()
        self.page.context.set_offline(True)

    def go_online(self) -> None:
        self.page.context.set_offline(False)

    @property
    def room(self) -> str:
        """The name of the room that the page shows."""
        name = self.page.locator("#room p .text-break")
        expect(name).not_to_be_empty()
        return name.inner_text()


class Citizen(Person):
    """Somebody who wants something of the office."""

    def open_form(self) -> None:
        self.page.goto(self.office.path("@@knock"))

    def fill_in(self, name: str = "Erika Mustermann") -> None:
        self.page.get_by_label(self.words.name, exact=True).fill(name)
        self.page.get_by_label(self.words.read_notice).check()

    def knock(self, name: str = "Erika Mustermann") -> None:
        """From the form to the waiting room."""
        self.open_form()
        self.fill_in(name)
        self.press(self.words.knock)
        self.is_headed(self.words.waiting_room)

    def comes_alive(self) -> None:
        """Wait for the script of the waiting page."""
        expect(self.page.locator("html")).to_contain_class("vo-live")

    def is_called(self) -> None:
        """Fails unless the page shows the call before long."""
        self.is_headed(self.words.your_turn)

    def enter(self) -> None:
        self.press(self.words.enter)
        expect(self.page.locator("#room")).to_be_visible()

    @property
    def place(self) -> Locator:
        return self.page.locator("#visit-place")


@dataclass(frozen=True)
class Clerk(Person):
    """Somebody who serves visitors; ``login`` is the name and the password."""

    login: tuple[str, str] = ("", "")

    def log_in(self) -> None:
        """Without looking at the form, nor at the page that greets behind it."""
        name, password = self.login
        self.page.context.request.post(
            self.office.town.path("login"),
            form={
                "__ac_name": name,
                "__ac_password": password,
                "buttons.login": "Log in",
            },
            max_redirects=0,
        )
        self.page.context.clear_cookies(name="statusmessages")

    def open_view(self) -> None:
        self.page.goto(self.office.path("@@staff"))

    def open_desk(self) -> None:
        self.open_view()
        self.press(self.words.open_desk)
        expect(self.page.locator("#staff-desk")).to_be_visible()

    def call_next(self) -> None:
        self.press(self.words.call_next)
        expect(self.current).to_be_visible()

    def enter(self) -> Person:
        """The same clerk in the room, which has a tab of its own."""
        with self.page.expect_popup() as popup:
            self.current.get_by_role("link", name=self.words.to_the_room).click()
        return Person(popup.value, self.office, self.words)

    def tell_all(self, text: str) -> None:
        """A message to all who wait."""
        box = self.page.locator("#staff-messages")
        box.get_by_role("textbox").fill(text)
        box.get_by_role("button").click()
        expect(box.get_by_role("list")).to_contain_text(text)

    def finish(self, outcome: str = "solved") -> None:
        """Say how it ended, and end it."""
        self.current.get_by_role("combobox").select_option(outcome)
        self.current.get_by_role("button", name=self.words.finish).click()
        expect(self.current).to_have_count(0)

    @property
    def current(self) -> Locator:
        """The visit at the clerk's own desk."""
        return self.page.locator("#staff-current")

    @property
    def queue(self) -> Locator:
        return self.page.locator("#staff-queue")

    @property
    def told(self) -> Locator:
        """What the page says about the last thing that was done."""
        return self.page.locator(".portalMessage")
