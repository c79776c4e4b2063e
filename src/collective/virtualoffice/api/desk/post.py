"""Open my desk, or say that I am there, away or back."""

from .service import DeskAnswer
from .service import DeskService
from .wish import read_wish
from collective.virtualoffice.api.errors import UnknownPath
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.usecases.desks import open_desk
from collective.virtualoffice.usecases.desks import usual_label
from collective.virtualoffice.usecases.floor import read_floor


ACTIONS = {
    "presence": duty.be_present,
    "pause": duty.pause,
    "resume": duty.resume,
}


class Post(DeskService):
    most_steps = 1

    def reply(self) -> DeskAnswer:
        data = self.data()
        if not self.steps:
            return self.open(data)
        action = ACTIONS.get(self.steps[0])
        if action is None:
            raise UnknownPath
        self.act(action)
        return self.desk()

    def open(self, data: dict) -> DeskAnswer:
        """201 when it was closed, 200 when only its duty changes."""
        before = self.desk()["desk"]
        label = (
            before["label"]
            if before
            else usual_label(read_floor(self.office, self.now))
        )
        wish = read_wish(self.office, data, label)
        if open_desk(self.office, self.clerk, wish, self.now):
            self.created(f"{self.office.absolute_url()}/@desk")
        return self.desk()
