"""After a day on which everything happened nobody finds in it who was there.

What citizens say is told to them and their clerks, lies in their visit and nowhere
else, and after its time not on the disk either. So all is collected that a town of its
own answers, logs and stores, and the words of its people are looked for in it.
"""

from dataclasses import dataclass
from day import Day
from disk import facts
from disk import files
from disk import pack
from disk import records
from disk import undo_log
from everything import BREAKABLE
from everything import live_through
from pathlib import Path
from people import Citizen
from playwright.sync_api import Browser
from running import running_town
from running import talkative_town
from spoken import ERASED
from spoken import MARK
from spoken import name
from spoken import PHONE
from spoken import PHONES
from spoken import REFUSED
from spoken import SAID
from town import ADMIN
from town import Town
from traces import Sought
from watching import Watched
import pytest
import shutil


WORDS = Sought(MARK, SAID)
NUMBERS = Sought(PHONE, PHONES)
KNOWN_TO = {**SAID, **PHONES}
PACKAGE = "collective.virtualoffice.domain.waiting"
HOLDS_WORDS = {f"{PACKAGE}.visit.Visit", f"{PACKAGE}.room.WaitingRoom"}
# Plone keeps translations of its widgets in the browser, and how a page was reached.
PLONES_OWN = {"widgets", '"pageload"'}
ACCESS_LOG = "log/instance-access.log"


@dataclass(frozen=True)
class Past:
    """Two days in one town: as it is started, and as whoever wants to know everything.

    ``stored`` is the database of the first, ``early`` after it was packed; ``logs`` are
    those of both, ``late`` is the database of both when their time had come, ``left``
    every file after packing.
    """

    days: tuple[Day, Day]
    browser: Watched
    stored: Path
    early: bytes
    logs: dict[str, bytes]
    late: bytes
    left: dict[str, bytes]

    @property
    def secrets(self) -> list[str]:
        """The secret part of every link, and what makes a knock the same one."""
        links = [link for day in self.days for link in day.links]
        keys = [key for day in self.days for key in day.keys]
        return [*(link.rpartition(".")[2] for link in links), *keys]

    @property
    def addresses(self) -> list[str]:
        return [address for day in self.days for address in day.addresses]

    @property
    def logins(self) -> list[str]:
        """Of all who served."""
        return [login for day in self.days for login in day.logins]

    def told(self, data: bytes) -> list[str]:
        """Everything in there that somebody said, holds or comes from."""
        lines = (*self.secrets, *self.addresses)
        return [*said(data), *(each for each in lines if each.encode() in data)]


def said(data: bytes) -> list[str]:
    return [*WORDS.in_(data), *NUMBERS.in_(data)]


@dataclass(frozen=True)
class Heard:
    """Who was told which of the words."""

    to: str
    asked: str
    words: frozenset[str]


@pytest.fixture(scope="module")
def heard(past: "Past") -> list[list[Heard]]:
    """The answers of both days, in order."""
    return [
        [Heard(each.to, each.asked, frozenset(said(each.said))) for each in day.heard]
        for day in past.days
    ]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Past:
    folder = tmp_path_factory.mktemp("past")
    broken, stored = folder / "broken", tmp_path_factory.mktemp("stored") / "Data.fs"
    broken.write_text("")
    flaws = {"TOWN_MAY_BREAK_AT": " ".join(BREAKABLE), "TOWN_IS_BROKEN_AT": str(broken)}
    database = folder / "filestorage" / "Data.fs"
    with running_town(folder, **flaws) as town:
        town.set(trusted_proxies=["127.0.0.1", "::1"], knocks_per_address=4)
        first = spend_a_day(town, broken)
        watched = visit_by_browser(town, browser)
        shutil.copy(database, stored)
        pack(town.root, ADMIN, folder)
        early = database.read_bytes()
    with talkative_town(town, **flaws) as town:
        second = spend_a_day(town, broken)
        town.let_pass(hours=25)
        town.run_clock()
        late = database.read_bytes()
        pack(town.root, ADMIN, folder)
        left = files(folder)
    logs = {path: data for path, data in files(folder).items() if is_log(path)}
    return Past((first, second), watched, stored, early, logs, late, left)


def spend_a_day(town: Town, broken: Path) -> Day:
    offices = town.open_office(), town.open_office(title="Bürgerbüro Nord")
    day = Day(town, *offices, broken)
    live_through(day)
    return day


def visit_by_browser(town: Town, browser: Browser) -> Watched:
    """Sara comes, talks and goes, while her browser is watched."""
    office = town.open_office()
    clerk = office.hire("Office Clerk")
    office.open_desk(clerk)
    with browser.new_context(locale="de-DE") as context:
        watched = Watched.over(context)
        sara = Citizen(context.new_page(), office)
        sara.knock(name("Sägequarx"))
        watched.link = sara.page.url
        id = watched.token.partition(".")[0]
        town.ask("POST", office.path("@calls"), clerk, visit=id)
        sara.is_called()
        sara.enter()
        sara.follow("Raum verlassen")
        town.ask("POST", office.path(f"@calls/{id}/finish"), clerk, outcome="solved")
        sara.is_headed("Ihr Anliegen ist erledigt")
        watched.look_at(sara.page)
    return watched


def is_log(path: str) -> bool:
    return path.startswith("log/") or path == "said"


def test_nobody_is_told_what_others_said(heard: list[list[Heard]]) -> None:
    for day in heard:
        for each in day:
            strange = {
                word for word in each.words if each.to not in KNOWN_TO.get(word, ())
            }
            assert strange == set(), each
        assert any("error_log/showEntry" in each.asked for each in day)
        told = {each.to for each in day if "Pfützenquarx" in each.words}
        assert told == KNOWN_TO["Pfützenquarx"]


def test_nobody_is_told_the_link_of_others(past: Past) -> None:
    for day in past.days:
        for link, holders in day.links.items():
            secret = link.rpartition(".")[2].encode()
            heard = {each.to for each in day.heard if secret in each.said}
            assert heard <= holders, link


def test_nobody_is_told_where_others_come_from_or_how_clerks_log_in(past: Past) -> None:
    for day in past.days:
        for voice in day.voices.values():
            heard = {e.to for e in day.heard if voice.address.encode() in e.said}
            assert heard == set()
        for who in ("clerk", "colleague", "head", "stranger", "editor"):
            login = day.voices[who].login[0].encode()
            heard = {each.to for each in day.heard if login in each.said}
            assert heard <= {who, "auditor", "editor"}


def test_whoever_erases_a_visit_is_gone_from_every_answer_at_once(
    past: Past, heard: list[list[Heard]]
) -> None:
    for day, answers in zip(past.days, heard, strict=True):
        erased_at = day.max_was_erased_at
        assert any(each.words.issuperset(ERASED) for each in answers[:erased_at])
        for each in answers[erased_at:]:
            assert each.words & set(ERASED) == set(), each


def test_whatever_is_answered_at_a_private_address_is_told_to_nobody(
    past: Past,
) -> None:
    """Errors included: their pages are Plone's, with the site's statistics."""
    heard = [each for day in past.days for each in day.heard]
    pages = [e for e in heard if "/@@visit/" in e.asked or "/@@guest/" in e.asked]
    assert any("/nowhere" in each.asked for each in pages)
    for each in pages:
        for header in (b"no-store", b"no-referrer", b"script-src 'self';"):
            assert header in each.said, each.asked


def test_no_log_tells_who_came_or_how_to_get_in(past: Past) -> None:
    assert {path for path, data in past.logs.items() if data} >= {
        "log/instance.log",
        "log/console.log",
        ACCESS_LOG,
        "said",
    }
    assert b"POST /musterstadt" in past.logs[ACCESS_LOG]
    assert b"Cannot do anything" in past.logs["log/instance.log"]
    for path, data in past.logs.items():
        addresses = past.addresses if path == ACCESS_LOG else []
        assert [each for each in past.told(data) if each not in addresses] == [], path


def test_only_visits_and_what_staff_said_to_all_hold_what_was_said(past: Past) -> None:
    found: dict[str, set[str]] = {}
    for record in records(past.stored):
        for each in past.told(record.data):
            found.setdefault(record.kind, set()).add(each)
    assert set(found) == HOLDS_WORDS
    assert found[f"{PACKAGE}.room.WaitingRoom"] == {"Lärmquarx"}
    inside = set(KNOWN_TO) - REFUSED
    assert found[f"{PACKAGE}.visit.Visit"] == inside - {"Lärmquarx"}


def test_the_undo_log_tells_neither_who_came_nor_who_served(past: Past) -> None:
    notes = list(undo_log(past.stored))
    assert any(b"admin" in note for note in notes)
    for note in notes:
        assert past.told(note) == []
        assert [login for login in past.logins if login.encode() in note] == []


def test_no_fact_of_the_journal_names_anybody(past: Past) -> None:
    kept = facts(past.stored)
    assert {"knocked", "refused", "demand", "called", "finished"} <= {
        fact.kind for fact in kept
    }
    written = repr(kept).encode()
    assert past.told(written) == []
    assert [login for login in past.logins if login.encode() in written] == []


def test_whoever_erases_a_visit_is_gone_from_the_disk_once_it_is_packed(
    past: Past,
) -> None:
    assert set(said(past.stored.read_bytes())) >= {*ERASED, "Rübenquarx"}
    assert "Rübenquarx" in said(past.early)
    assert set(said(past.early)) & set(ERASED) == set()


def test_after_its_time_and_packing_nothing_is_left_in_any_file(past: Past) -> None:
    assert {"Pfützenquarx", "Sägequarx", "Lärmquarx"} <= set(said(past.late))
    assert {"filestorage/Data.fs", "filestorage/Data.fs.tmp"} <= set(past.left)
    for path, data in past.left.items():
        addresses = past.addresses if path == ACCESS_LOG else []
        assert [each for each in past.told(data) if each not in addresses] == [], path


def test_no_mail_is_sent(past: Past) -> None:
    assert [path for path in past.left if path.startswith("mail/")] == []


def test_the_browser_keeps_nothing_and_tells_nobody_but_the_office(past: Past) -> None:
    watched = past.browser
    assert any("/presence" in each for each in watched.addresses)
    assert any("/seat" in each for each in watched.addresses)
    assert said("\n".join(watched.addresses).encode()) == []
    assert said("\n".join(watched.headers).encode()) == []
    assert watched.token not in "\n".join(watched.headers)
    assert {each.partition("-")[0] for each in watched.kept} <= PLONES_OWN
    assert said("\n".join(watched.kept).encode()) == []
    assert watched.token not in "\n".join(watched.kept)
