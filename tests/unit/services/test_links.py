"""Addresses that editors, programs and imports may lead citizens to."""

from collective.virtualoffice.links import is_link
from collective.virtualoffice.links import NoLink
from hypothesis import given
from hypothesis import strategies as st
from urllib.parse import urljoin
import pytest


HERE = "https://town.example.org/services/dog"


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/form.pdf",
        "HTTP://example.org",
        "/forms/dog.pdf",
        "/",
        "resolveuid/0123456789abcdef0123456789abcdef",
        "resolveuid/0123456789abcdef0123456789abcdef/@@download/file",
        None,
        "",
    ],
)
def test_web_addresses_and_places_of_the_site_are_links(link):
    assert is_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "mailto:somebody@example.org",
        "ftp://example.org",
        "//example.org",
        "/\\example.org",
        "/a\\b",
        "/a b",
        "/a\u202eb",
        "forms/dog.pdf",
        "https://",
        "resolveuid/",
        "resolveuid/../x",
        "https://example.org/a b",
    ],
)
def test_everything_else_is_refused(link):
    with pytest.raises(NoLink):
        is_link(link)


@given(st.text(st.sampled_from("/\\:.@ajvscript\t\u00a0#?"), max_size=20))
def test_a_place_of_the_site_never_leads_to_another_host(text):
    link = f"/{text}"
    try:
        is_link(link)
    except NoLink:
        return
    assert urljoin(HERE, link).startswith("https://town.example.org/")
