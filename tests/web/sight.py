"""Is everything there for those who see a page large, spaced, still, in few colours?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from playwright.sync_api import Page
from playwright.sync_api import ViewportSize


DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=320, height=640)
# WCAG 2.2, 1.4.10: 320 by 256 CSS pixels are 1280 by 1024 at four times their size.
FOUR_TIMES = ViewportSize(width=320, height=256)

# WCAG 2.2, 1.4.12: what readers may set, and nothing is lost.
SPACING = """
* {
  letter-spacing: 0.12em !important;
  line-height: 1.5 !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important }
"""
TWICE = "html { font-size: 200% !important }"
# A menu that is still fading is neither there nor gone.
STILL = """
*, ::before, ::after { transition: none !important }
html { scroll-behavior: auto !important }
"""

MEASURES = (Path(__file__).parent / "sight.js").read_text()


@dataclass(frozen=True)
class Way:
    """One way of looking at a page, and what `sight.js` measures in it."""

    name: str
    size: ViewportSize
    measures: tuple[str, ...] = ("lost",)
    style: str = STILL
    media: dict[str, str] = field(default_factory=dict)


WAYS = (
    Way("1280 px", DESKTOP, ("lost", "faint", "unfocused")),
    Way("text of 200 %", DESKTOP, style=TWICE),
    Way("320 px", PHONE),
    Way("400 %", FOUR_TIMES, ("lost", "unfocused")),
    Way("text spacing", PHONE, style=SPACING),
    Way(
        "forced colours",
        DESKTOP,
        ("flat", "unfocused"),
        media={"forced_colors": "active"},
    ),
    Way(
        "reduced motion",
        DESKTOP,
        ("moving",),
        style="main {}",
        media={"reduced_motion": "reduce"},
    ),
)


def losses(page: Page) -> list[str]:
    """What gets lost on the page as it is now, however it is looked at."""
    page.evaluate(MEASURES)
    # Whoever uses the keyboard is shown the focus; the mouse was used before.
    page.keyboard.press("Tab")
    return [
        f"{way.name}: {loss}"
        for way in WAYS
        for measure in way.measures
        for loss in look(page, way, measure)
    ]


def look(page: Page, way: Way, measure: str) -> list[str]:
    with looking(page, way):
        return page.evaluate(f"sight.{measure}()")


@contextmanager
def looking(page: Page, way: Way) -> Iterator[None]:
    """For as long as the context lasts."""
    page.set_viewport_size(way.size)
    page.emulate_media(**way.media)
    style = page.add_style_tag(content=way.style)
    yield
    style.evaluate("element => element.remove()")
    page.emulate_media(**dict.fromkeys(way.media, "null"))
