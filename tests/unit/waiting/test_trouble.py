"""What keeps a citizen from being seen and heard."""

from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.trouble import overcome
from collective.virtualoffice.domain.waiting.trouble import report
from collective.virtualoffice.domain.waiting.trouble import Trouble
from pickle import dumps
from pickle import loads
import pytest


def test_a_trouble_is_known_until_it_is_over(town):
    visit = town.speak()
    assert town.citizen(report, visit, Trouble.SCRIPT).troubles == ("script",)
    assert town.citizen(overcome, visit, [Trouble.SCRIPT]).troubles == ()


def test_who_got_in_without_a_camera_has_none_until_it_works(town):
    visit = town.speak()
    for trouble in (Trouble.CONNECTION, Trouble.CAMERA):
        town.citizen(report, visit, trouble)
    joined = town.citizen(overcome, visit, [Trouble.SCRIPT, Trouble.CONNECTION])
    assert joined.troubles == ("camera",)
    assert town.citizen(overcome, visit, [Trouble.CAMERA]).troubles == ()


def test_troubles_add_up_and_none_is_told_twice(town):
    visit = town.speak()
    for trouble in (Trouble.CAMERA, Trouble.MICROPHONE, Trouble.CAMERA):
        town.citizen(report, visit, trouble)
    assert town.see(visit).troubles == ("camera", "microphone")
    assert loads(dumps(visit)).troubles == (Trouble.CAMERA, Trouble.MICROPHONE)


@pytest.mark.parametrize(
    "deed",
    [
        (calling.hold,),
        (calling.requeue,),
        (calling.finish, Outcome.SOLVED),
    ],
)
def test_no_trouble_outlives_the_conversation(town, deed):
    visit = town.speak()
    town.citizen(report, visit, Trouble.CAMERA)
    town.clerk(deed[0], visit, *deed[1:])
    assert visit.troubles == town.see(visit).troubles == ()


def test_whoever_leaves_takes_the_trouble_along(town):
    visit = town.speak()
    town.citizen(report, visit, Trouble.CAMERA)
    town.citizen(staying.leave, visit)
    assert visit.troubles == ()


def test_a_conversation_that_lapsed_has_no_trouble(town):
    visit = town.speak()
    town.citizen(report, visit, Trouble.CAMERA)
    town.later(hours=12)
    assert town.see(visit).troubles == ()


def test_a_colleague_who_takes_over_learns_of_the_trouble(town):
    visit = town.speak()
    town.citizen(report, visit, Trouble.CONNECTION)
    town.later(minutes=3)
    town.open("colleague")
    seen = town.clerk_named("colleague", calling.take_over, visit)
    assert seen.troubles == ("connection",)


def test_only_in_a_conversation_is_there_trouble(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    with pytest.raises(NotPossible):
        town.citizen(report, visit, Trouble.CAMERA)
    with pytest.raises(NotPossible):
        town.citizen(overcome, visit, [Trouble.CAMERA])
