"""Count it, without a person."""

from collective.virtualoffice.api.service import Service
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.usecases.demand import note_demand


class Post(Service):
    def reply(self) -> None:
        way = read_way(self.data().get("way"))
        address = client_address(self.request, read_settings().trusted_proxies)
        note_demand(self.office, way, address, self.now)


def read_way(code: object) -> Way:
    """What somebody chose, in untrusted data. Raises Invalid."""
    if code not in list(Way):
        raise Invalid({"way": "required" if code is None else "unknown"})
    return Way(code)
