"""What a page says to machines."""

from html.parser import HTMLParser
import json


class Facts(HTMLParser):
    """The JSON-LD of a page, as a machine finds it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside, self.found = False, []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.inside = ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(json.loads(data))
            self.inside = False
