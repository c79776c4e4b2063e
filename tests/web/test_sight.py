"""What `sight.js` looks for is found where it is."""

from playwright.sync_api import Page
from sight import DESKTOP
from sight import look
from sight import MEASURES
from sight import PHONE
from sight import Way
import pytest


FAULTS = {
    "lost": (
        '<p style="width: 40rem">wide</p>',
        '<p style="height: 1rem; overflow: hidden">cut<br>off</p>',
        '<p style="width: 2rem; overflow: hidden">Donaudampfschifffahrt</p>',
    ),
    "faint": ('<input style="border: 1px solid #ddd">',),
    "flat": ('<a class="btn">no edge</a>', '<span class="badge">no edge</span>'),
    "moving": (
        '<p style="transition: color 1s">moves</p>',
        "<style>@keyframes away { to { opacity: 0 } }</style>"
        '<p style="animation: away 9s">moves</p>',
    ),
    "unfocused": (
        '<button style="outline: none">not seen</button>',
        '<button style="outline: 3px solid #ddd">faint</button>',
        '<button style="outline: 3px solid">obscured</button>'
        '<div style="background: #fff; inset: 0; position: fixed"></div>',
    ),
}
FINE = (
    "<h1>All is well</h1><p>Words that wrap as they should.</p>"
    '<input style="border: 1px solid #555; outline: 3px solid">'
    '<button class="btn" style="border: 1px solid; outline: 3px solid">press</button>'
)
MEASURED = [(measure, fault) for measure, faults in FAULTS.items() for fault in faults]


def measured(page: Page, measure: str, content: str) -> list[str]:
    page.set_content(f"<!DOCTYPE html><main>{content}</main>")
    page.evaluate(MEASURES)
    size = PHONE if measure == "lost" else DESKTOP
    return look(page, Way("as it is", size, style="main {}"), measure)


@pytest.mark.parametrize(("measure", "fault"), MEASURED)
def test_a_fault_is_found(page: Page, measure: str, fault: str) -> None:
    assert measured(page, measure, fault)


@pytest.mark.parametrize("measure", FAULTS)
def test_what_is_fine_is_not_found(page: Page, measure: str) -> None:
    assert measured(page, measure, FINE) == []
