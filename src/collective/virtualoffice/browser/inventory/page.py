"""The inventory as a page."""

from . import words
from .charts import Chart
from .charts import charts
from .listing import InventoryBase
from .wishform import WishForm
from collective.virtualoffice.domain.services.counts import count
from collective.virtualoffice.domain.services.counts import Counts
from collective.virtualoffice.domain.services.pages import read_start
from collective.virtualoffice.domain.services.sieve import ASCENDING
from collective.virtualoffice.domain.services.sieve import Entry
from collective.virtualoffice.domain.services.sieve import MOST_TEXT
from collective.virtualoffice.domain.services.sieve import Sieve
from collective.virtualoffice.domain.services.sieve import UNSET
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from plone.base.batch import Batch
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ON_PAGE = 30


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    """One service in the words of the page."""

    uid: str
    title: str
    url: str
    state: str
    fitness: str
    maturity: str
    reviewed: str
    offices: str
    findings: list[str]


class InventoryPage(WishForm, InventoryBase):
    """All services that the reader may view, or those that a filter finds."""

    index: ViewPageTemplateFile
    charts_part = ViewPageTemplateFile("charts.pt")
    filter_part = ViewPageTemplateFile("filter.pt")
    table_part = ViewPageTemplateFile("table.pt")
    most_text = MOST_TEXT
    filter_labels = words.FILTERS
    columns = words.COLUMNS

    def __call__(self) -> str:
        self.secure()
        return self.rendered(self.index)

    @cached_property
    def counts(self) -> Counts:
        return count(self.found)

    @property
    def charts(self) -> tuple[Chart, ...]:
        return charts(self.counts)

    def filtered(self, name: str, value: str) -> str:
        """The same with one more filter."""
        return self.address(replace(self.sieve, **{name: value}))

    @property
    def csv_url(self) -> str:
        return self.address(self.sieve, ".csv")

    def sort_url(self, column: str) -> str:
        return self.address(self.sieve.sorted_by(column))

    def sorted_as(self, column: str) -> str | None:
        """For `aria-sort`."""
        if self.sieve.sort != column:
            return None
        return "ascending" if self.sieve.order == ASCENDING else "descending"

    @property
    def found_words(self) -> str:
        return self.say(words.found(len(self.found)))

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.found, ON_PAGE, read_start(self.request.form))

    @property
    def batch_keys(self) -> list[str]:
        """What the links to other pages of the list keep."""
        return [*self.sieve.said]

    @property
    def rows(self) -> list[Row]:
        return [self._row(entry) for entry in self.batch]

    def _row(self, entry: Entry) -> Row:
        facts = entry.facts
        return Row(
            uid=entry.uid,
            title=entry.title,
            url=self.inventory.url(entry),
            state=self.names["state"].get(entry.state, ""),
            fitness=self.names["fitness"][facts["video"] or UNSET],
            maturity=self.names["maturity"][facts["maturity"] or UNSET],
            reviewed=self.day(facts["reviewed"]),
            offices=", ".join(self.inventory.office_names(entry)),
            findings=self.details(entry),
        )

    def choices(self, name: str) -> list[Choice]:
        """What a filter can be set to."""
        chosen, names = getattr(self.sieve, name), self.names[name]
        unknown = {chosen: chosen} if chosen and chosen not in names else {}
        return [
            Choice(value, title, value == chosen)
            for value, title in {**names, **unknown}.items()
        ]

    @property
    def everything(self) -> str:
        """Without any filter, in the same order."""
        return self.address(Sieve(sort=self.sieve.sort, order=self.sieve.order))
