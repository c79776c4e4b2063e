"""Who waits in the offices of the bench, as `prepare.py` wrote it down."""

from instance import Instance
import json


class Visits:
    def __init__(self, instance: Instance) -> None:
        found = json.loads((instance.var / "visits.json").read_text())
        self.tokens = {
            office: {each["id"]: each["token"] for each in visits}
            for office, visits in found.items()
        }

    def of(self, office: str) -> dict[str, str]:
        """The keys of an office's visits by their ids."""
        return self.tokens[office]
