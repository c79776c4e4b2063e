"""In which language a page speaks, whatever is asked for."""

from collective.virtualoffice import language
from hypothesis import given
from hypothesis import strategies as st
from untrusted import texts
import pytest


class Request(dict):
    """Notes that its locale was set up anew."""

    located = False

    def setupLocale(self) -> None:
        self.located = True


@pytest.fixture(autouse=True)
def spoken(monkeypatch):
    monkeypatch.setattr(language, "spoken_tags", lambda: ["de", "en", "pt-br"])


def spoken_after(wish: str) -> str:
    request = Request(LANGUAGE="as negotiated")
    language.speak(request, wish)
    assert request.located is (request["LANGUAGE"] != "as negotiated")
    return request["LANGUAGE"]


@pytest.mark.parametrize(
    "wish, expected",
    [
        ("de", "de"),
        ("EN-gb", "en"),
        ("pt-BR", "pt-br"),
        ("pt", "as negotiated"),
        ("fr", "as negotiated"),
        ("", "as negotiated"),
    ],
)
def test_a_page_speaks_what_is_wished_or_stays_as_it_is(wish, expected):
    assert spoken_after(wish) == expected


wishes = texts | st.builds("{}{}".format, st.sampled_from(["de", "EN", "pt"]), texts)


@given(wishes)
def test_whatever_is_wished_only_a_language_of_the_site_is_spoken(wish):
    assert spoken_after(wish) in {"de", "en", "pt-br", "as negotiated"}
