"""Under which letter a title stands."""

from collective.virtualoffice.domain.services.letters import letter_of
from collective.virtualoffice.domain.services.letters import LETTERS
from collective.virtualoffice.domain.services.letters import OTHER
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Wohnsitz anmelden", "W"),
        ("wohnsitz", "W"),
        ("Änderung der Anschrift", "A"),
        ("Öffentliche Urkunde", "O"),
        ("Übermittlungssperre", "U"),
        ("Éclair", "E"),
        ("Łódź", "L"),
        ("Ørsted", "O"),
        ("ßelig", "S"),
        ("„Grüne“ Plakette", "G"),
        ("  - Ausweis", "A"),
        ("ﬁktiv", "F"),
        ("24-Stunden-Dienst", OTHER),
        ("Ωmega", OTHER),
        ("登録", OTHER),
        ("§", OTHER),
        ("", OTHER),
    ],
)
def test_a_title_stands_under_its_base_letter(title, letter):
    assert letter_of(title) == letter


@given(st.text(st.characters(exclude_categories=())))
def test_every_title_has_one_place(title):
    assert letter_of(title) in {*LETTERS, OTHER}


@given(st.sampled_from(LETTERS), st.text())
def test_a_plain_letter_stands_under_itself(letter, rest):
    assert letter_of(letter.lower() + rest) in {letter, letter_of(letter + rest)}
