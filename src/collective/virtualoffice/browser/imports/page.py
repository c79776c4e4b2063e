"""The page where a file is brought, or fetched."""

from .choices import columns_shown
from .choices import folders
from .choices import Option
from .choices import situations
from .choices import sources
from .choices import states
from .jobwords import OUT_OF_DATE
from collective.virtualoffice import _
from collective.virtualoffice.browser.staff.forms import FormPage
from collective.virtualoffice.catalogue.imports.jobs import add_job
from collective.virtualoffice.catalogue.imports.jobs import Job
from collective.virtualoffice.catalogue.imports.jobs import jobs
from collective.virtualoffice.catalogue.imports.plan import Wishes
from collective.virtualoffice.catalogue.imports.running import place_of
from collective.virtualoffice.catalogue.imports.running import start
from collective.virtualoffice.catalogue.imports.words import file_words
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.domain.services.table import MOST_BYTES
from collective.virtualoffice.domain.services.table import MOST_ROWS
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from ZPublisher.HTTPRequest import FileUpload


SEE_OTHER = 303
MEGABYTE = 1_000_000
LONGEST_NAME = 200
NO_FILE = _("import_no_file", default="Please choose a file.")
TOO_BIG = file_words(BadFile("too_big", most=MOST_BYTES // MEGABYTE))


class ImportPage(FormPage):
    """Asks for a file, keeps it, and lets it be looked at."""

    index: ViewPageTemplateFile
    title = _("import_title", default="Import and export services")
    problem: Any = None
    most_rows = MOST_ROWS
    most_megabytes = MOST_BYTES // MEGABYTE

    def __call__(self) -> str:
        self.secure()
        if self.request.method == "POST":
            self.problem = self._problem()
            if not self.problem:
                return self._begin()
            self.request.response.setStatus(400)
        return self.rendered(self.index)

    @property
    def folders(self) -> list[Option]:
        return folders(self._typed("folder"))

    @property
    def states(self) -> list[Option]:
        return states(self.request)

    @property
    def sources(self) -> list[Option]:
        return sources()

    @property
    def situations(self) -> list[Option]:
        return situations()

    @property
    def columns(self) -> list[Any]:
        return columns_shown()

    @property
    def source(self) -> str:
        return self._typed("source")

    @property
    def mine(self) -> list[Job]:
        """The imports that this user began, the last first."""
        user = api.user.get_current().getId()
        own = (job for job in jobs(self.context).values() if job.user == user)
        return sorted(own, key=lambda job: job.began, reverse=True)

    def began(self, job: Job) -> str:
        return api.portal.get_localized_time(job.began, long_format=True)

    @cached_property
    def upload(self) -> FileUpload | None:
        found = self.request.form.get("file")
        return found if isinstance(found, FileUpload) and found.filename else None

    def _problem(self) -> Any:
        if not self.is_genuine:
            return OUT_OF_DATE
        if self.upload is None:
            return NO_FILE
        size = self.upload.seek(0, 2)
        self.upload.seek(0)
        return TOO_BIG if size > MOST_BYTES else None

    def _begin(self) -> str:
        wishes = Wishes(self._typed("folder"), self._typed("source"))
        name = str(self.upload.filename).replace("\\", "/").rpartition("/")[2]
        user = api.user.get_current().getId()
        data, now = self.upload.read(), datetime.now(UTC)
        job = Job(user, name[:LONGEST_NAME], data, wishes, now)
        add_job(self.context, job)
        start(place_of(self.context, job))
        url = f"{self.context.absolute_url()}/@@service-import-job/{job.id}"
        self.request.response.redirect(url, status=SEE_OTHER)
        return ""

    def _typed(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found.strip()[:LONGEST_NAME] if isinstance(found, str) else ""
