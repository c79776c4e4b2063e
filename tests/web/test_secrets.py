"""After a whole story no secret is anywhere but where it has to be.

The key that signs tokens is nowhere; a token is only in the answer of the room to
whoever sits there; a private link is in no log and not in the database.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from io import BytesIO
from meeting import HOST
from meeting import VideoServer
from pathlib import Path
from people import Citizen
from people import Clerk
from playwright.sync_api import BrowserContext
from playwright.sync_api import Error
from playwright.sync_api import expect
from playwright.sync_api import Response
from test_guests import asked
from test_guests import Guest
from test_guests import invite
from town import ADMIN
from town import JSON_ONLY
from town import Office
from town import Town
from urllib.parse import urlsplit
import jwt
import pytest
import re
import requests
import tarfile


TOKEN = re.compile(rb"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,}")
ROOM = re.compile("/room$|/@@room/")
FOR_ALL = ("@door", "@board", "@@how-it-works", "@@device-test", "@@knock")
FOR_STAFF = ("@waiting-room", "@desk", "@@staff")
OF_SITE = (
    "@controlpanels/virtualoffice",
    "@registry?q=collective.virtualoffice&b_size=200",
    "@@virtualoffice-health",
    "@@virtualoffice-controlpanel",
)
EXPORT = "portal_setup/manage_exportAllSteps"


@dataclass
class Told:
    """All that our server answered to the browsers of the story, by address."""

    host: str
    answers: list[tuple[str, bytes]] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("requestfinished", lambda request: self.keep(request.response()))

    def keep(self, response: Response | None) -> None:
        if response is None or urlsplit(response.url).netloc != self.host:
            return
        try:
            self.answers.append((response.url, response.body()))
        except Error:  # the answer of a redirect has no body
            return

    @property
    def rooms(self) -> list[bytes]:
        return [body for url, body in self.answers if is_room(url)]

    @property
    def others(self) -> list[tuple[str, bytes]]:
        return [(url, body) for url, body in self.answers if not is_room(url)]


@dataclass(frozen=True)
class Story:
    """What was told, what lies on the disk, and the private links of the story."""

    told: Told
    asked: list[tuple[str, bytes]]
    var: Path
    links: list[str]

    def files(self, *folders: str) -> Iterator[tuple[str, bytes]]:
        for folder in folders:
            for path in (self.var / folder).rglob("*"):
                if path.is_file():
                    yield str(path), path.read_bytes()


def is_room(url: str) -> bool:
    return bool(ROOM.search(urlsplit(url).path))


@pytest.fixture
def jitsi(town: Town) -> Iterator[None]:
    """The town signs tokens with its key while a test runs."""
    before = town.set(
        video_system="jitsi",
        jitsi_server=HOST,
        jitsi_app_id="musterstadt",
        jitsi_algorithm="HS256",
    )
    yield
    town.set(**before)


@pytest.fixture
def told(office: Office) -> Told:
    return Told(urlsplit(office.url).netloc)


@pytest.fixture
def person(
    person: Callable[..., BrowserContext], told: Told
) -> Callable[..., BrowserContext]:
    """People who note every answer; their video server is a stand-in."""

    def make(*args: object, **options: object) -> BrowserContext:
        context = person(*args, **options)
        VideoServer().serve(context)
        told.over(context)
        return context

    return make


@pytest.fixture
def story(
    jitsi: None,
    office: Office,
    town: Town,
    person: Callable[..., BrowserContext],
    citizen: Callable[..., Citizen],
    desk: Clerk,
    told: Told,
) -> Story:
    """A citizen, an interpreter and a clerk meet; then the clerk ends the visit."""
    if town.var is None:
        pytest.skip("The data of a town that runs already are not known.")
    erika = citizen()
    erika.knock()
    link, invitation = erika.page.url, invite(erika)
    olena = Guest(person().new_page(), office)
    olena.page.goto(invitation)
    desk.call_next()
    erika.is_called()
    erika.enter()
    olena.ask()
    asked(desk).get_by_role("button", name="Einlassen").click()
    olena.follow("Jetzt eintreten")
    expect(olena.page.locator("#room")).to_be_visible()
    expect(desk.enter().page.locator("#room")).to_be_visible()
    requests.get(f"{link}/nowhere", timeout=60)
    found = list(ask_all(office, desk))
    desk.open_view()
    desk.finish()
    erika.page.goto(link)
    erika.is_headed("Ihr Anliegen ist erledigt")
    return Story(told, found, town.var, [link, invitation])


def ask_all(office: Office, desk: Clerk) -> Iterator[tuple[str, bytes]]:
    """What services answer during the conversation, each to whom it answers."""
    places = [
        *((office.path(name), None) for name in FOR_ALL),
        *((office.path(name), desk.login) for name in FOR_STAFF),
        *((office.town.path(name), ADMIN) for name in OF_SITE),
    ]
    for url, login in places:
        headers = {} if "@@" in url else JSON_ONLY
        answer = requests.get(url, auth=login, headers=headers, timeout=60)
        assert answer.ok, f"{url}: {answer.status_code}"
        yield url, answer.content
    yield from exported(office.town)


def exported(town: Town) -> Iterator[tuple[str, bytes]]:
    """Every file of an export of the whole site's settings."""
    answer = requests.post(town.path(EXPORT), auth=ADMIN, timeout=120)
    with tarfile.open(fileobj=BytesIO(answer.content)) as archive:
        for each in archive:
            if each.isfile():
                yield each.name, archive.extractfile(each).read()


def token_of(link: str) -> bytes:
    return link.rpartition("/")[2].encode()


def test_secrets_stay_where_they_belong(story: Story, town: Town) -> None:
    assert_seen(story, town)
    key = town.jitsi_key.encode()
    answers = [*story.told.answers, *story.asked]
    everywhere = [*answers, *story.files(".")]
    assert [place for place, text in everywhere if key in text] == []

    apart = [*story.told.others, *story.asked, *story.files("log", "filestorage")]
    assert [place for place, text in apart if TOKEN.search(text)] == []

    kept = [*story.files("log", "filestorage", "blobstorage"), *story.asked]
    for link in story.links:
        assert [place for place, text in kept if token_of(link) in text] == []


def name_in(token: bytes, key: str) -> str:
    """Whom it names; when it is good is not asked: the town has a time of its own."""
    untimed = {"verify_exp": False, "verify_iat": False, "verify_nbf": False}
    said = jwt.decode(token, key, ["HS256"], audience="jitsi", options=untimed)
    return said["context"]["user"]["name"]


def assert_seen(story: Story, town: Town) -> None:
    """The search would find what it looks for: tokens, names and settings are there."""
    found = {token for room in story.told.rooms for token in TOKEN.findall(room)}
    names = {name_in(token, town.jitsi_key) for token in found}
    assert {"Erika Mustermann", "Olena Musterenko"} < names
    assert any(b"Erika Mustermann" in text for _, text in story.files("filestorage"))
    assert any(text for _, text in story.files("log"))
    assert any(name == "registry.xml" for name, _ in story.asked)
    assert all(len(token_of(link)) > 43 for link in story.links)
