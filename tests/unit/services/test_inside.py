from collective.virtualoffice.domain.services.inside import inside
from collective.virtualoffice.domain.services.inside import links_of
from hypothesis import given
from hypothesis import strategies as st
import pytest


UID = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        (f"resolveuid/{UID}", UID),
        (f"../../resolveuid/{UID}/@@images/image", UID),
        (f"/resolveuid/{UID.upper()}#unten", UID),
        ("/formulare/hund.pdf", "/formulare/hund.pdf"),
        ("/formulare/hund.pdf/", "/formulare/hund.pdf"),
        ("/formulare/hund.pdf/view", "/formulare/hund.pdf"),
        ("/formulare/hund.pdf/@@download/file", "/formulare/hund.pdf"),
        ("/b%C3%BCrger?x=1#y", "/bürger"),
        ("/a/../b", "/b"),
    ],
)
def test_a_link_inside_the_site(link, target):
    assert inside(link) == target


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "#unten",
        "/",
        "/@@services",
        "https://example.org/a",
        "//example.org/a",
        "mailto:amt@example.org",
        "nebenan",
        "https://[kaputt",
    ],
)
def test_a_link_that_is_not_asked_for(link):
    assert inside(link) is None


def test_links_and_pictures_of_a_text():
    text = '<p><a href="/a">A</a> <a name="x">B</a> <img src="/c" /><b'
    assert list(links_of(text)) == ["/a", "/c"]


@given(st.text())
def test_no_text_breaks_the_reader(text):
    assert all(isinstance(link, str) for link in links_of(text))
    assert inside(text) is None or inside(text)
