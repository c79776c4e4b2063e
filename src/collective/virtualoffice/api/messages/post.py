"""Say something to one or all."""

from collective.virtualoffice.api.ids import optional_visit_id
from collective.virtualoffice.api.service import Service
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.knock import read_text
from collective.virtualoffice.usecases.floor import act


TEXT_LENGTH = 500


class Post(Service):
    def reply(self) -> None:
        data = self.data()
        text = read_text(data, "text", TEXT_LENGTH)
        id = optional_visit_id(data)
        act(self.office, self.now, lambda floor: calling.tell(floor, text, id))
