"""What a citizen is told while nobody can enter a video room."""

from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.usecases.looking import Stay
from collective.virtualoffice.video import video_trouble
from collective.virtualoffice.wording import clock
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class Outage:
    """For the waiting page: only whoever is called or talks needs the video now."""

    stay: Stay
    now: datetime
    request: Any
    outage = ViewPageTemplateFile("states/outage.pt")

    @cached_property
    def is_out_of_order(self) -> bool:
        needs_video = self.stay.seen.state in {State.CALLED, State.IN_CALL}
        return needs_video and video_trouble() is not None

    @property
    def tried_at(self) -> str:
        return clock(self.request, self.now)
