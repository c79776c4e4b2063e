"""What docs/nginx.conf promises while Zope is away is what the office keeps."""

from collective.virtualoffice.domain.signs import SLOWEST
from collective.virtualoffice.domain.waiting.rules import Rules
from datetime import timedelta
from pathlib import Path
import re


EXAMPLE = Path(__file__).parents[2] / "docs" / "nginx.conf"
PROMISE = re.compile(r"(?:weniger als|less than) (\d+) (?:Minuten|minutes)")
# Until the page notices that Zope is there again, and tells it that somebody is here.
NOTICED_AFTER = timedelta(minutes=1)


def test_a_place_outlasts_the_outage_it_is_promised_for():
    promised = PROMISE.findall(EXAMPLE.read_text())
    assert len(promised) == 6
    longest = timedelta(minutes=max(map(int, promised)))
    silent_before = timedelta(seconds=SLOWEST)
    assert silent_before + longest + NOTICED_AFTER <= Rules().expire
