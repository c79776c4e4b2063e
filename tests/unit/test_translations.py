"""Every text has a German translation, once, that says what the English one says."""

from ast import Call
from ast import Constant
from ast import Dict
from ast import Name
from ast import parse
from ast import walk
from collections import Counter
from collections.abc import Iterator
from collective.virtualoffice import domain
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
import json
import re


ROOT = Path(domain.__file__).parent.parent
DOMAIN = "collective.virtualoffice"
GERMAN = ROOT / "locales" / "de" / "LC_MESSAGES" / f"{DOMAIN}.po"
I18N = "{http://xml.zope.org/namespaces/i18n}"
PLACEHOLDER = re.compile(r"\$?\{\w+\}")
ENTRY = re.compile(
    r'^(?:#\. Default: ("[^\n]*)\n)?msgid ("[^\n]*)\nmsgstr ("[^\n]*)$', re.M
)


@dataclass(frozen=True)
class Text:
    """A text in the code; ``filled`` are the names it is given values for, if known."""

    id: str
    english: str
    place: str = ""
    filled: frozenset[str] | None = None


@dataclass(frozen=True)
class Translation:
    """An entry of the catalogue; ``english`` is its comment."""

    id: str
    english: str | None
    german: str


def in_code(source: str, place: str = "") -> Iterator[Text]:
    """The texts of a module: calls of ``_`` with an id that is written there."""
    for node in walk(parse(source)):
        if not isinstance(node, Call) or not isinstance(node.func, Name):
            continue
        if node.func.id == "_" and isinstance(node.args[0], Constant):
            given = {word.arg: word.value for word in node.keywords}
            yield Text(
                node.args[0].value,
                given["default"].value,
                place,
                names(given.get("mapping")),
            )


def names(mapping: object) -> frozenset[str] | None:
    if mapping is None:
        return frozenset()
    known = isinstance(mapping, Dict)
    return frozenset(key.value for key in mapping.keys) if known else None


class Template(HTMLParser):
    """Reads a page template; its elements nest, whatever it declares."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self.texts: list[Text] = []
        self.open: list[tuple[str | None, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("i18n:name")
        if name and self.open:
            self.open[-1][1].append(f"${{{name}}}")
        for each in filter(None, (given.get("i18n:attributes") or "").split(";")):
            attribute, id = each.split()
            self.texts.append(Text(id, given[attribute], self.place))
        part_of = self.open[-1][1] if self.open and not name else []
        id = given.get("i18n:translate")
        self.open.append((id, [] if id is not None or name else part_of))

    def handle_endtag(self, tag: str) -> None:
        id, parts = self.open.pop()
        if id is not None:
            english = " ".join("".join(parts).split())
            self.texts.append(Text(id or english, english, self.place))

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][1].append(data)


def in_template(source: str, place: str = "") -> list[Text]:
    reader = Template(place)
    reader.feed(source)
    reader.close()
    assert not reader.open, f"{place} does not nest"
    return reader.texts


def in_profile(source: str, place: str = "") -> Iterator[Text]:
    """Texts that GenericSetup reads: there the English text itself is the id."""
    yield from _below(ElementTree.fromstring(source), None, place)


def _below(
    element: ElementTree.Element, domain: str | None, place: str
) -> Iterator[Text]:
    domain = element.get(f"{I18N}domain", domain)
    text = (element.text or "").strip()
    if domain == DOMAIN:
        if f"{I18N}translate" in element.attrib and text:
            yield Text(text, text, place)
        for each in filter(None, element.get(f"{I18N}attributes", "").split(";")):
            title = element.attrib[each.split()[0]]
            yield Text(title, title, place)
    for child in element:
        yield from _below(child, domain, place)


def in_zcml(source: str, place: str = "") -> Iterator[Text]:
    """What the list of add-ons shows of the default profile."""
    for element in ElementTree.fromstring(source).iter():
        if (
            element.tag.endswith("}registerProfile")
            and element.get("name") == "default"
        ):
            for name in ("title", "description"):
                yield Text(element.attrib[name], element.attrib[name], place)


def in_menus(source: str, place: str = "") -> Iterator[Text]:
    """What the menus of the editors offer."""
    for element in ElementTree.fromstring(source).iter():
        if element.get("menu"):
            yield Text(element.attrib["title"], element.attrib["title"], place)


READERS = {
    "*.py": in_code,
    "*.pt": in_template,
    "profiles/default/**/*.xml": in_profile,
    "profiles.zcml": in_zcml,
    "browser/**/*.zcml": in_menus,
}


@cache
def texts() -> list[Text]:
    return [
        text
        for pattern, read in READERS.items()
        for path in sorted(ROOT.rglob(pattern))
        for text in read(path.read_text(), str(path.relative_to(ROOT)))
    ]


def catalogue(source: str) -> list[Translation]:
    """The entries of a .po file in which every string stands on one line."""
    found = [
        Translation(json.loads(id), english and json.loads(english), json.loads(german))
        for english, id, german in ENTRY.findall(source)
    ]
    assert len(found) == len(re.findall("^msgid ", source, re.M)), "an unreadable entry"
    return [each for each in found if each.id]


@cache
def german() -> list[Translation]:
    return catalogue(GERMAN.read_text())


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def untranslated(used: list[Text], known: list[Translation]) -> set[str]:
    return {each.id for each in used} - {each.id for each in known if each.german}


def twice(known: list[Translation]) -> list[str]:
    return [id for id, count in Counter(each.id for each in known).items() if count > 1]


def unlike(used: list[Text], known: list[Translation]) -> list[str]:
    """The ids whose German text has other placeholders than the English one."""
    found = {each.id: placeholders(each.german) for each in known}
    return sorted(
        {e.id for e in used if found.get(e.id, []) != placeholders(e.english)}
    )


def test_every_text_has_a_german_one():
    assert untranslated(texts(), german()) == set()


def test_no_text_is_translated_twice():
    assert twice(german()) == []


def test_the_same_places_are_filled_in_both_languages():
    assert unlike(texts(), german()) == []


def test_nothing_is_translated_that_nobody_says():
    assert {each.id for each in german()} - {each.id for each in texts()} == set()


def test_one_id_says_one_thing():
    said = {(each.id, each.english) for each in texts()}
    assert [
        id for id, count in Counter(id for id, _ in said).items() if count > 1
    ] == []


def test_the_catalogue_quotes_the_english_text_of_the_code():
    english = {each.id: each.english for each in texts()}
    stale = [each for each in german() if each.english != english.get(each.id)]
    assert stale == []


def test_every_placeholder_gets_a_value():
    for text in texts():
        wanted = {name[2:-1] for name in placeholders(text.english) if name[0] == "$"}
        assert text.filled is None or wanted <= text.filled, text


def test_german_texts_have_german_quotes_and_dashes():
    typed = [
        each.german for each in german() if re.search("[\"'`”]|\\.{3}| - ", each.german)
    ]
    unpaired = [
        e.german for e in german() if e.german.count("„") != e.german.count("“")
    ]
    assert typed + unpaired == []


def test_a_missing_text_is_seen():
    used = [
        *in_code('_("one", default="1")'),
        *in_template('<p i18n:translate="two">2</p>'),
    ]
    known = catalogue('msgid "one"\nmsgstr ""\n')
    assert untranslated(used, known) == {"one", "two"}


def test_a_text_translated_twice_is_seen():
    entry = 'msgid "one"\nmsgstr "eins"\n\n'
    assert twice(catalogue(entry * 2)) == ["one"]


def test_a_lost_placeholder_is_seen():
    page = '<p i18n:translate="one">At <b i18n:name="time">9</b>, <i>now</i></p>'
    used = list(in_template(page))
    assert used == [Text("one", "At ${time}, now")]
    assert unlike(used, catalogue('msgid "one"\nmsgstr "Um ${zeit}"\n')) == ["one"]
    assert unlike(used, catalogue('msgid "one"\nmsgstr "Um ${time}"\n')) == []


def test_titles_of_types_and_profiles_are_read():
    assert {"Service", "My virtual offices", "Virtual citizens' office"} <= {
        each.id for each in texts()
    }
