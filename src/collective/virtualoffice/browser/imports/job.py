"""One import: how far it is, what it would do, and the question whether to do it."""

from .jobwords import BROKEN
from .jobwords import ENDED
from .jobwords import OUT_OF_DATE
from .jobwords import read_as
from .jobwords import VERDICTS
from collective.virtualoffice import _
from collective.virtualoffice.browser.assets import script_url
from collective.virtualoffice.browser.staff.forms import FormPage
from collective.virtualoffice.catalogue.imports.jobs import Job
from collective.virtualoffice.catalogue.imports.jobs import jobs
from collective.virtualoffice.catalogue.imports.jobs import let_write
from collective.virtualoffice.catalogue.imports.jobs import running
from collective.virtualoffice.catalogue.imports.jobs import State
from collective.virtualoffice.catalogue.imports.jobs import WORKING
from collective.virtualoffice.catalogue.imports.report import Report
from collective.virtualoffice.catalogue.imports.report import RowReport
from collective.virtualoffice.catalogue.imports.report import Vanished
from collective.virtualoffice.catalogue.imports.report import Verdict
from collective.virtualoffice.catalogue.imports.running import place_of
from collective.virtualoffice.catalogue.imports.running import start
from collective.virtualoffice.catalogue.imports.words import file_words
from collective.virtualoffice.catalogue.imports.words import LATER
from collective.virtualoffice.domain.services.pages import read_start
from collective.virtualoffice.domain.services.reading import BadFile
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from plone.base.batch import Batch
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


SEE_OTHER = 303
PAGE_SIZE = 50
VANISHED = "vanished"
# What is shown first, of what there is.
URGENCY = (Verdict.REFUSED, Verdict.CHANGED, Verdict.NEW)
TABS = {each: VERDICTS[each] for each in URGENCY}
TABS[VANISHED] = _("import_vanished", default="Not in the file any more")
TABS[Verdict.UNCHANGED] = VERDICTS[Verdict.UNCHANGED]
RUNNING = _(
    "import_running",
    default="Nothing was done: another import, begun by ${user}, is writing just now. "
    "Please try again when it is done.",
    mapping=LATER,
)
CHOOSE = _(
    "import_choose",
    default="Nothing was done: rows are refused. Correct the file, or choose to take "
    "the others without them.",
)
EXPIRED = _(
    "import_expired",
    default="Nothing was done: the file is kept for two hours only. Bring it again.",
)


@implementer(IPublishTraverse)
class JobPage(FormPage):
    """`@@service-import-job/{id}`: for its own user only."""

    index: ViewPageTemplateFile
    title = _("import_job_title", default="Import of services")
    id = ""

    def publishTraverse(self, request: Any, name: str) -> "JobPage":
        if self.id:
            raise NotFound(name)
        self.id = name
        return self

    def __call__(self) -> str:
        self.secure()
        if self.request.method == "POST":
            self._answer()
            self.request.response.redirect(self.url, status=SEE_OTHER)
            return ""
        self.job  # noqa: B018 (raises NotFound before anything is rendered)
        return self.rendered(self.index)

    @cached_property
    def job(self) -> Job:
        found = jobs(self.context).get(self.id)
        if found is None or found.user != api.user.get_current().getId():
            raise NotFound(self.id)
        return found

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@service-import-job/{self.id}"

    @property
    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@service-import"

    @property
    def script(self) -> str:
        return script_url("serviceimport.js")

    @cached_property
    def state(self) -> State:
        return self.job.state_at(datetime.now(UTC))

    @property
    def works(self) -> bool:
        return self.state in WORKING

    @property
    def percent(self) -> int:
        """How far the work is."""
        return 100 * self.job.done // max(1, self.job.total)

    @property
    def problem(self) -> str:
        """Why it failed, in words."""
        problem = self.job.problem
        if isinstance(problem, tuple):
            words = file_words(BadFile(problem[0], **problem[1]))
        else:
            words = ENDED if problem is None else BROKEN
        return translate(words, context=self.request)

    @cached_property
    def report(self) -> Report:
        return self.job.looked.report

    @property
    def read_as(self) -> list[str]:
        return [translate(each, context=self.request) for each in read_as(self.report)]

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """What there is, with its number and whether it is shown."""
        return [
            {
                "id": each,
                "title": title,
                "count": len(self._rows(each)),
                "current": each == self.shown,
            }
            for each, title in TABS.items()
        ]

    @cached_property
    def shown(self) -> str:
        """The kind of rows that the page shows."""
        wished = self.request.form.get("show")
        there = [each for each in TABS if self._rows(each)]
        fallback = there[0] if there else Verdict.UNCHANGED
        return next((each for each in TABS if each == wished), fallback)

    def _rows(self, kind: str) -> list[RowReport] | list[Vanished]:
        if kind == VANISHED:
            return list(self.report.vanished)
        return [row for row in self.report.rows if row.verdict == kind]

    @property
    def shows_vanished(self) -> bool:
        return self.shown == VANISHED

    @cached_property
    def batch(self) -> Batch:
        start = read_start(self.request.form)
        return Batch(self._rows(self.shown), PAGE_SIZE, start)

    @property
    def previous_url(self) -> str:
        return self.page_url(max(0, self.batch.start - 1 - PAGE_SIZE))

    def page_url(self, start: int) -> str:
        return f"{self.url}?show={self.shown}&b_start={start}"

    @property
    def to_take(self) -> int:
        counts = self.report.counts
        return counts[Verdict.NEW] + counts[Verdict.CHANGED]

    @property
    def refused(self) -> int:
        return self.report.counts[Verdict.REFUSED]

    @property
    def may_take(self) -> bool:
        return bool(self.to_take) and self.job.may_be_taken(datetime.now(UTC))

    def refusals(self, row: RowReport) -> list[tuple[str, str]]:
        words = [translate(each.reason, context=self.request) for each in row.refusals]
        columns = [each.column for each in row.refusals]
        return list(zip(columns, words, strict=True))

    def _answer(self) -> None:
        now = datetime.now(UTC)
        others = list(running(self.context, now))
        if not self.is_genuine:
            self._say(OUT_OF_DATE)
        elif others:
            self._say(Message(RUNNING, mapping={"user": others[0].user}))
        elif not self.job.may_be_taken(now):
            self._say(EXPIRED if self.state is State.LOOKED else OUT_OF_DATE)
        elif self.refused and not self.request.form.get("partial"):
            self._say(CHOOSE)
        else:
            self._take(now)

    def _take(self, now: datetime) -> None:
        wished = (
            bool(self.request.form.get(each)) for each in ("overwrite", "partial")
        )
        let_write(self.context, self.job, *wished, now)
        start(place_of(self.context, self.job))

    def _say(self, text: Any) -> None:
        api.portal.show_message(text, self.request, "warning")
