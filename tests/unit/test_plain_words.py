"""What citizens read is short: German at level B1 is, and length can be measured.

Whether the words are easy nobody can measure here: whoever writes one reads it aloud.
"""

from .test_translations import german
import re


LONGEST = 18  # words in a sentence

# Texts of clerks, editors, administrators and programs.
FOR_OTHERS = re.compile(
    r"staff_|settings_|check_|video_|uninstall_|office_|service_|room_closing|"
    r"error_(hours|grid|not_json|malformed|service)"
)
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
OFFICIALESE = re.compile(
    r"\b(bezüglich|hinsichtlich|gemäß|zwecks|mittels|diesbezüglich|obliegt|"
    r"zuständigkeitshalber|Inanspruchnahme|vorsprechen|seitens|ggf|bzw|etc|z\. ?B)\b"
)
ONE_GENDER = re.compile(
    r"\b(Bürger|Mitarbeiter|Sachbearbeiter|Besucher|Dolmetscher|Kunden?|Nutzer)\b"
)
INFORMAL = re.compile(r"\b(du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.I)


def for_citizens() -> dict[str, str]:
    own = (each for each in german() if not FOR_OTHERS.match(each.id))
    return {each.id: each.german for each in own if "_" in each.id}


def too_long(text: str) -> list[str]:
    return [
        sentence
        for sentence in SENTENCE_END.split(text)
        if len(sentence.split()) > LONGEST
    ]


def test_no_sentence_is_long():
    found = {id: too_long(text) for id, text in for_citizens().items()}
    assert {id: long for id, long in found.items() if long} == {}


def test_no_word_is_an_offices():
    said = {id: OFFICIALESE.findall(text) for id, text in for_citizens().items()}
    assert {id: words for id, words in said.items() if words} == {}


def test_nobody_is_left_out():
    texts = for_citizens().items()
    assert [id for id, text in texts if ONE_GENDER.search(text)] == []


def test_everybody_is_addressed_politely():
    assert [id for id, text in for_citizens().items() if INFORMAL.search(text)] == []


def test_what_citizens_read_is_among_what_is_measured():
    assert {"visit_waiting_heading", "knock_name", "room_enter"} <= set(for_citizens())
    assert {"help_title", "guest_ask", "devices_intro"} <= set(for_citizens())


def test_a_long_sentence_would_be_seen():
    assert too_long("Kurz. " + "Wort " * 19) == ["Wort " * 18 + "Wort "]
    assert too_long("Wort " * 10 + "Ende. " + "Wort " * 10) == []
