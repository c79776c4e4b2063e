"""Our tokens before Jitsi's own judge: who gets in, who moderates, who is refused."""

from .bosh import Refused
from .conftest import Keys
from .conftest import Prosody
from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.settings import Settings
from collective.virtualoffice.video import Seat
from collective.virtualoffice.video import secret
from collective.virtualoffice.video.access import RoomAccess
from collective.virtualoffice.video.jitsi import Jitsi
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any
import pytest
import secrets


DEBIAN = {"host": "meet.example.org", "prefix": "conference", "domain": True}
DOCKER = {"host": "meet.jitsi", "prefix": "muc", "domain": False}
OWNER, MEMBER = ("owner", "moderator"), ("member", "participant")


@pytest.fixture(
    scope="module",
    params=[("HS256", DEBIAN), ("RS256", DEBIAN), ("HS256", DOCKER)],
    ids=["secret", "key pair", "docker"],
)
def judge(
    request: Any, run_prosody: Callable[..., Any]
) -> Iterator[tuple[str, Prosody]]:
    algorithm, place = request.param
    with run_prosody(algorithm, **place) as prosody:
        yield algorithm, prosody


@pytest.fixture
def prosody(judge: tuple[str, Prosody]) -> Prosody:
    return judge[1]


@pytest.fixture
def make(
    judge: tuple[str, Prosody], keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., RoomAccess]:
    """make(room, moderator, minutes, **settings) is the way in that we hand out."""
    algorithm, _ = judge
    key = keys.private if algorithm == "RS256" else keys.secret
    monkeypatch.setenv(secret.KEY, key)

    def access(
        room: str, moderator: bool = True, minutes: int = 60, **chosen: str
    ) -> RoomAccess:
        until = datetime.now(UTC) + timedelta(minutes=minutes)
        known = {
            "jitsi_server": "meet.example.org",
            "jitsi_app_id": "buergerbuero",
            "jitsi_algorithm": algorithm,
            "jitsi_key_id": keys.key_id if algorithm == "RS256" else "",
        }
        seat = Seat(room, "pseudonym", "Erika 李 👩‍👩‍👧", moderator, "", until, "de")
        return Jitsi().access(seat, Settings(**{**known, **chosen}))

    return access


@pytest.fixture
def room() -> str:
    return secrets.token_hex(32)


def path(access: RoomAccess) -> str:
    return f"/{access.options['roomName']}"


@pytest.mark.parametrize("claim", ["moderator", "affiliation", "both"])
@pytest.mark.parametrize("tenant", ["", "Rathaus"])
@pytest.mark.parametrize("moderator, place", [(True, OWNER), (False, MEMBER)])
def test_only_the_desk_moderates(
    prosody: Prosody,
    make: Callable[..., RoomAccess],
    room: str,
    claim: str,
    tenant: str,
    moderator: bool,
    place: tuple[str, str],
) -> None:
    access = make(room, moderator, jitsi_moderator_claim=claim, jitsi_tenant=tenant)
    prosody.open(path(access))
    assert prosody.enter(path(access), access.jwt) == place


@pytest.mark.parametrize(
    "chosen, reason",
    [
        ({"minutes": -1}, "Not acceptable by exp"),
        ({"jitsi_issuer": "somebody"}, "invalid 'iss' claim"),
        ({"jitsi_audience": "another"}, "invalid 'aud' claim"),
    ],
)
def test_what_does_not_hold_lets_nobody_in(
    prosody: Prosody,
    make: Callable[..., RoomAccess],
    room: str,
    chosen: dict[str, Any],
    reason: str,
) -> None:
    access = make(room, **chosen)
    prosody.open(path(access))
    with pytest.raises(Refused, match=f"not-allowed .*{reason}"):
        prosody.enter(path(access), access.jwt)


def test_without_a_token_or_with_a_changed_one_nobody_gets_in(
    prosody: Prosody, make: Callable[..., RoomAccess], room: str
) -> None:
    access = make(room)
    prosody.open(path(access))
    with pytest.raises(Refused, match="token required"):
        prosody.enter(path(access), None)
    with pytest.raises(Refused, match="Invalid signature"):
        prosody.enter(path(access), f"{access.jwt[:-8]}AAAAAAAA")


@pytest.mark.parametrize("other", ["x{room}", "{room}x", "0123456789abcdef"])
def test_a_token_opens_its_own_room_only(
    prosody: Prosody, make: Callable[..., RoomAccess], room: str, other: str
) -> None:
    there = "/" + other.format(room=room)
    prosody.open(there)
    with pytest.raises(Refused, match="mismatch"):
        prosody.enter(there, make(room).jwt)


def test_nobody_enters_what_is_not_open(
    prosody: Prosody, make: Callable[..., RoomAccess], room: str
) -> None:
    access = make(room)
    with pytest.raises(Refused, match="room-does-not-exist"):
        prosody.enter(path(access), access.jwt)


@pytest.mark.parametrize(
    "mine, there", [("rathaus", "/museum/"), ("rathaus", "/"), ("", "/museum/")]
)
def test_a_tenant_s_token_is_good_there_only(
    prosody: Prosody,
    make: Callable[..., RoomAccess],
    room: str,
    mine: str,
    there: str,
) -> None:
    if prosody.host == DOCKER["host"]:
        pytest.skip("tenants are not verified by default")
    prosody.open(there + room)
    with pytest.raises(Refused, match="mismatched"):
        prosody.enter(there + room, make(room, jitsi_tenant=mine).jwt)
