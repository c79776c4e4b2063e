"""Makes the site that is measured; runs inside Zope, which gives ``app``."""

from history import remember
from loadsite import make_office
from trivial import furnish
import transaction


office = make_office(app, "bench")  # noqa: F821
furnish(office)
remember(office)
transaction.commit()
