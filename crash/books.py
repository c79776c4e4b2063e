"""Writes down what is stored of the office; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.storage import house
from collective.virtualoffice.storage import office_key
from datetime import datetime
from datetime import UTC
from pathlib import Path
from zope.component.hooks import setSite
import json


site = app.musterstadt  # noqa: F821
setSite(site)
room = house(site).room(office_key(site.crash))
always = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
found = {
    "facts": {kind: len(room.journal.between(kind, *always)) for kind in Kind},
    "heard": {visit.id: visit.signs.seen for visit in room.visits()},
}
Path("books.json").write_text(json.dumps(found))
