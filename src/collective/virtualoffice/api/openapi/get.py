"""What the API promises, for programs (OpenAPI 3.1)."""

from collections.abc import Mapping
from collective.virtualoffice.api.service import PublicService
from functools import cache
from importlib.resources import files
from typing import Any
import json
import yaml


# How the description calls the site that answers it.
EXAMPLE_SITE = "https://town.example.org"


class Get(PublicService):
    def reply(self) -> Mapping[str, Any] | None:
        return self.unless_known(describe(self.context.absolute_url()))


def describe(site: str) -> dict[str, Any]:
    """The API of the site at this address."""
    address = json.dumps(site)[1:-1]
    return json.loads(_written().replace(EXAMPLE_SITE, address))


@cache
def _written() -> str:
    """What people write, as programs read it."""
    text = files(__package__).joinpath("openapi.yaml").read_text("utf-8")
    return json.dumps(yaml.safe_load(text))
