"""Waits in words: as exact as they can be, and no more."""

from collective.virtualoffice.domain.waiting.estimate import Wait
from collective.virtualoffice.wording import wait_in_words
from zope.i18n import translate
import pytest


@pytest.mark.parametrize(
    ("low", "high", "rough", "words"),
    [
        (0, 0, False, "höchstens eine Minute"),
        (0, 8, False, "bis zu 8 Minuten"),
        (3, 9, False, "etwa 3 bis 9 Minuten"),
        (12, 23, True, "etwa 10 bis 25 Minuten (grob geschätzt)"),
        (30, 120, False, "etwa 30 bis 120 Minuten"),
        (40, 121, True, "bis zu 3 Stunden (grob geschätzt)"),
        (292, 900, True, "etwa 4 bis 15 Stunden (grob geschätzt)"),
    ],
)
def test_a_wait_is_said_in_round_numbers(integration, low, high, rough, words):
    said = translate(wait_in_words(Wait(low, high, rough)), target_language="de")
    assert said == words


def test_nobody_can_say_how_long_while_no_desk_is_open():
    assert wait_in_words(None) is None
