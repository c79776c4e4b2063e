"""Makes the site that is measured; runs inside Zope, which gives ``app``.

Whoever waits is written into ``visits.json``: their ids and keys by office.
"""

from crew import appoint
from history import remember
from history import wait
from loadsite import make_office
from pathlib import Path
from townservices import make_services
from trivial import furnish
import json
import os
import transaction


waiting = json.loads(os.environ["BENCH_OFFICES"])
offices = {id: make_office(app, id) for id in waiting}  # noqa: F821
transaction.commit()
for office in offices.values():
    furnish(office)
    appoint(office)
    remember(office)
    transaction.commit()
visits = {id: wait(offices[id], count) for id, count in waiting.items()}
transaction.commit()
services = int(os.environ["BENCH_SERVICES"])
if services:
    town = offices[min(offices)].__parent__
    make_services(town, list(offices.values()), services)
    transaction.commit()
Path("visits.json").write_text(json.dumps(visits))
