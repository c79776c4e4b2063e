"""The description in itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
import jsonschema_rs
import schemathesis


def test_it_is_openapi(described):
    schemathesis.openapi.from_dict(described).validate()


def test_its_examples_are_what_it_describes(described):
    count = 0
    for schema, example in examples(described):
        whole = {**schema, "components": described["components"]}
        jsonschema_rs.validate(whole, example)
        count += 1
    assert count > 40


def test_what_it_does_not_name_is_not_answered(described, resolve):
    """All shapes of answers are closed; else a new member would go unseen."""
    closed = 0
    for answer in described["components"]["responses"].values():
        content = answer.get("content", {}).get("application/json", {})
        schema = content.get("schema", {})
        known = [*given(content), *resolve(schema).get("examples", ())]
        whole = {**schema, "components": described["components"]}
        for example in known:
            assert jsonschema_rs.is_valid(whole, example)
            assert not jsonschema_rs.is_valid(whole, {**example, "more": 1})
            closed += 1
    assert closed > 15


def examples(part: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    """Every schema with each of its examples."""
    if isinstance(part, list):
        for each in part:
            yield from examples(each)
    if not isinstance(part, dict):
        return
    if "schema" in part:
        yield from ((part["schema"], each) for each in given(part))
    elif isinstance(part.get("examples"), list):
        yield from ((part, each) for each in part["examples"])
    for each in part.values():
        yield from examples(each)


def given(content: dict[str, Any]) -> list[Any]:
    """The examples of one body."""
    one = [content["example"]] if "example" in content else []
    return [*one, *(each["value"] for each in content.get("examples", {}).values())]


def test_the_file_of_the_docs_is_the_one_that_is_served():
    checkout = Path(__file__).parents[3]
    shown = checkout / "docs" / "openapi.yaml"
    served = "src/collective/virtualoffice/api/openapi/openapi.yaml"
    assert shown.read_bytes() == (checkout / served).read_bytes()
