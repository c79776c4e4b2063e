"""Whatever is asked, the running town answers what docs/openapi.yaml describes.

Requests are made up from the description, fit and unfit ones, and sent as a citizen,
a clerk and a head. Most of them know real keys and ids, of visits in every state. They
are the same in every run; CONTRACT_EXAMPLES=1000 makes up more.
"""

from cast import Cast
from collections import defaultdict
from collections.abc import Iterator
from hypothesis import HealthCheck
from hypothesis import settings
from lending import lend
from pathlib import Path
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import content_type_conformance
from schemathesis.specs.openapi.checks import response_headers_conformance
from schemathesis.specs.openapi.checks import response_schema_conformance
from schemathesis.specs.openapi.checks import status_code_conformance
from town import JSON_ONLY
from town import Town
from typing import Any
from zlib import crc32
import os
import pytest
import schemathesis


DESCRIPTION = Path(__file__).parents[2] / "docs" / "openapi.yaml"
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "8"))
SOME, FEW = EXAMPLES // 2, EXAMPLES // 4
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
# Of so many requests one knows no real key or id.
SHARE = 4
STAFF = "staff"
CITIZEN, CLERK, HEAD = "citizen", "clerk", "head"
ROLES = {CITIZEN: "Office Clerk", CLERK: "Office Clerk", HEAD: "Office Head"}


def load(**phases: Any) -> Any:
    config = SchemathesisConfig.from_dict({"phases": phases})
    return schemathesis.openapi.from_path(DESCRIPTION, config=config)


def made_up(examples: int) -> settings:
    """The same in every run, however slow the town is."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


# What was answered, by operation.
seen: dict[str, set[int]] = defaultdict(set)
thorough = load(coverage={"unexpected-methods": ["PUT"]})
brief = load(coverage={"enabled": False})


@pytest.fixture(scope="module")
def casts(town: Town) -> Iterator[dict[str, Cast]]:
    """An office for each who asks, where one address may knock often."""
    before = town.set(knocks_per_address=1_000_000)
    yield {name: make_cast(town, role) for name, role in ROLES.items()}
    town.set(**before)


def make_cast(town: Town, role: str) -> Cast:
    office = town.open_office(max_waiting=1000)
    return Cast(office, office.hire(role), office.hire("Office Clerk"))


@pytest.fixture
def cast(casts: dict[str, Cast], who: str) -> Cast:
    """The one whose office it is, where nobody waits."""
    casts[who].clear()
    return casts[who]


def send(case: Case, cast: Cast, who: str) -> int:
    """Ask for what was made up, try the answer, and tell its status."""
    chance = crc32(f"{case.path_parameters} {case.body} {case.headers}".encode())
    if chance % SHARE:
        lend(case, cast, chance // SHARE)
    answer = case.call(
        base_url=cast.town.url if "site" in case.operation.tags else cast.office.url,
        headers=JSON_ONLY,
        auth=None if who == CITIZEN else cast.login,
        session=cast.session,
    )
    case.validate_response(answer, checks=CHECKS)
    if case.method == case.operation.method.upper():
        seen[case.operation.label].add(answer.status_code)
    return answer.status_code


@pytest.mark.parametrize("who", [CITIZEN])
@thorough.exclude(tag=STAFF).parametrize()
@made_up(EXAMPLES)
def test_everybody_is_answered_as_described(case: Case, cast: Cast, who: str) -> None:
    send(case, cast, who)


@pytest.mark.parametrize("who", [CLERK])
@thorough.include(tag=STAFF).parametrize()
@made_up(EXAMPLES)
def test_staff_are_answered_as_described(case: Case, cast: Cast, who: str) -> None:
    send(case, cast, who)


@pytest.mark.parametrize("who", [HEAD])
@brief.parametrize()
@made_up(SOME)
def test_a_head_is_answered_as_described(case: Case, cast: Cast, who: str) -> None:
    send(case, cast, who)


@pytest.mark.parametrize("who", [CLERK])
@brief.exclude(tag=STAFF).parametrize()
@made_up(FEW)
def test_staff_may_ask_what_everybody_may(case: Case, cast: Cast, who: str) -> None:
    send(case, cast, who)


@pytest.mark.parametrize("who", [CITIZEN])
@brief.include(tag=STAFF).parametrize()
@made_up(FEW)
def test_citizens_may_not_do_what_staff_do(case: Case, cast: Cast, who: str) -> None:
    assert send(case, cast, who) >= 400


def test_every_good_answer_was_seen() -> None:
    """Else the tests above might have been refused throughout."""
    promised = dict(map(good_answers, thorough.get_all_operations()))
    if seen.keys() != promised.keys():
        pytest.skip("Not everything was tried.")
    missed = {name: good - seen[name] for name, good in promised.items()}
    assert {name: statuses for name, statuses in missed.items() if statuses} == {}


def good_answers(loaded: Any) -> tuple[str, set[int]]:
    """An operation, and the statuses below 400 that are described of it."""
    operation = loaded.ok()
    statuses = map(int, operation.definition.raw["responses"])
    return operation.label, {status for status in statuses if status < 400}
