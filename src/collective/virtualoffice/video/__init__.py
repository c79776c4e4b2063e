"""Where desks and citizens meet."""

from .access import find_video
from .access import require_video
from .access import RoomAccess
from .access import Seat
from .access import video_trouble
from .access import VideoUnavailable


__all__ = [
    "RoomAccess",
    "Seat",
    "VideoUnavailable",
    "find_video",
    "require_video",
    "video_trouble",
]
