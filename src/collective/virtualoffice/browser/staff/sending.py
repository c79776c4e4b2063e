"""A form that a clerk sent: checked, done, answered."""

from .deeds import Deed
from .deeds import DEEDS
from .deeds import Task
from .deeds import Unanswered
from .forms import FormPage
from .forms import login_url
from AccessControl import Unauthorized
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.visit import Snapshot
from collective.virtualoffice.refusals import explain_to_staff
from collective.virtualoffice.usecases.serving import may
from datetime import datetime
from datetime import UTC
from plone import api
from urllib.parse import urlencode
from zope.i18n import translate
from zope.i18nmessageid import Message


SEE_OTHER = 303
NOT_DONE = _(
    "staff_not_done",
    default="Nothing was done: this page was out of date. Please try again.",
)
LOGGED_OUT = _(
    "staff_logged_out",
    default="Nothing was done: you were logged out. Please log in again.",
)
UNANSWERED = _(
    "staff_unanswered",
    default="Nothing was done: please choose how the visit ended.",
)


class StaffForm(FormPage):
    """Whoever is not logged in is sent to the login, and nothing is done.

    So the check of the permission is here and not at the door.
    """

    def __call__(self) -> str:
        self.secure()
        if self.request.method != "POST":
            return self.go(self.page)
        if api.user.is_anonymous():
            return self.ask_to_log_in()
        return self.answer()

    @property
    def page(self) -> str:
        """The staff view of the office."""
        return f"{self.context.absolute_url()}/@@staff"

    @property
    def task(self) -> Task:
        clerk = api.user.get_current().getId()
        return Task(self.context, clerk, self.request.form, datetime.now(UTC))

    def answer(self) -> str:
        deed = DEEDS.get(str(self.request.form.get("deed")))
        if deed is not None and not may(deed.permission, self.context):
            raise Unauthorized(deed.permission)
        if deed is None or not self.is_genuine:
            self.say(NOT_DONE, "warning")
            return self.go(self.page)
        return self.go(self.do(deed))

    def do(self, deed: Deed) -> str:
        """Where to go afterwards."""
        task = self.task
        try:
            result = deed.do(task)
        except Unanswered as missing:
            self.say(UNANSWERED, "warning")
            return f"{self.page}?{urlencode({'unanswered': missing.visit})}"
        except Exception as error:
            self.say(self.words(error), "warning")
        else:
            called = isinstance(result, Snapshot)
            return self.page_after(task, result.id if called else task.visit)
        return self.page

    def page_after(self, task: Task, visit: str) -> str:
        """The page that says what was done, for as long as it is so."""
        query = {"done": task.text("deed")} | ({"visit": visit} if visit else {})
        return f"{self.page}?{urlencode(query)}"

    def words(self, error: Exception) -> str:
        """What a refusal means; raises the error if it is none."""
        explained = explain_to_staff(error)
        messages = [explained.message, *explained.fields.values()]
        return " ".join(translate(each, context=self.request) for each in messages)

    def ask_to_log_in(self) -> str:
        self.say(LOGGED_OUT, "warning")
        return self.go(login_url(self.page))

    def say(self, text: Message | str, kind: str) -> None:
        api.portal.show_message(text, self.request, kind)

    def go(self, url: str) -> str:
        self.request.response.redirect(url, status=SEE_OTHER)
        return ""
