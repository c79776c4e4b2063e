"""Whatever is asked, the running town answers what docs/openapi.yaml describes.

Requests are made up from the description, fit and unfit ones, and sent as a citizen,
a clerk and a head. Half of them know real keys and ids, of visits in every state. They
are the same in every run; CONTRACT_EXAMPLES=1000 makes up more.
"""

from cast import Cast
from collections import Counter
from collections import defaultdict
from hypothesis import HealthCheck
from hypothesis import settings
from lending import lend
from pathlib import Path
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.core import NotSet
from schemathesis.specs.openapi.checks import content_type_conformance
from schemathesis.specs.openapi.checks import response_headers_conformance
from schemathesis.specs.openapi.checks import response_schema_conformance
from schemathesis.specs.openapi.checks import status_code_conformance
from town import ADMIN
from town import JSON_ONLY
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
# Of so many requests that fit the description one knows no real key or id, and of so
# many others one does.
SHARE = 4
STAFF = "staff"
AT_SITE = {"site", "finder"}
CITIZEN, CLERK, HEAD = "citizen", "clerk", "head"


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
seen: dict[str, Counter[int]] = defaultdict(Counter)
asked: Counter[str] = Counter()
thorough = load(coverage={"unexpected-methods": ["PUT"]})
brief = load(coverage={"enabled": False})


def by_chance(case: Case, who: str) -> int:
    """A number that is the same in every run; for the same request again another."""
    body = None if isinstance(case.body, NotSet) else case.body
    name = f"{who} {case.operation.label} {case.path_parameters} {body}"
    asked[name] += 1
    return crc32(f"{name} {asked[name]}".encode())


def send(case: Case, cast: Cast, who: str) -> int:
    """Ask for what was made up, try the answer, and tell its status."""
    chance, tags = by_chance(case, who), case.operation.tags
    if (chance % SHARE > 0) == case.meta.generation.mode.is_positive:
        lend(case, cast, chance // SHARE)
    answer = case.call(
        base_url=cast.office.url if AT_SITE.isdisjoint(tags) else cast.town.url,
        headers=JSON_ONLY,
        auth=login_of(case, cast, who),
        session=cast.session,
    )
    case.validate_response(answer, checks=CHECKS)
    if case.method == case.operation.method.upper():
        seen[case.operation.label][answer.status_code] += 1
    return answer.status_code


def login_of(case: Case, cast: Cast, who: str) -> tuple[str, str] | None:
    """The clock has a key and no log-in; no role in an office shows the inventory."""
    name = case.operation.definition.raw["operationId"]
    if who == CITIZEN or name == "runClock":
        return None
    return ADMIN if (who, name) == (HEAD, "readInventory") else cast.login


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
    missed = {name: good - seen[name].keys() for name, good in promised.items()}
    assert {name: statuses for name, statuses in missed.items() if statuses} == {}


def good_answers(loaded: Any) -> tuple[str, set[int]]:
    """An operation, and the statuses below 400 that are described of it."""
    operation = loaded.ok()
    statuses = map(int, operation.definition.raw["responses"])
    return operation.label, {status for status in statuses if status < 400}
