"""What docs/openapi.yaml describes."""

from collective.virtualoffice.api.openapi.get import describe
from functools import reduce
from typing import Any
import pytest


@pytest.fixture(scope="session")
def described() -> dict[str, Any]:
    return describe("https://town.example.org")


@pytest.fixture(scope="session")
def at(described: dict[str, Any]) -> Any:
    """at("schemas Door") is that part of the components."""

    def find(place: str) -> Any:
        return reduce(lambda part, name: part[name], place.split(), components)

    components = described["components"]
    return find


@pytest.fixture(scope="session")
def resolve(at: Any) -> Any:
    """resolve(schema) is what it refers to, else the schema itself."""

    def follow(schema: dict[str, Any]) -> dict[str, Any]:
        reference = schema.get("$ref")
        return schema if reference is None else at(" ".join(reference.split("/")[2:]))

    return follow
