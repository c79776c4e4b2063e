"""Makes the site that is measured; runs inside Zope, which gives ``app``."""

from loadsite import make_office
from trivial import furnish
import transaction


furnish(make_office(app, "bench"))  # noqa: F821
transaction.commit()
