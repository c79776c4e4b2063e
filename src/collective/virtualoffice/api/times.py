"""Times as they go out."""

from collective.virtualoffice.content.office import site_zone
from datetime import datetime


def written(moment: datetime | None) -> str | None:
    """ISO 8601 with the offset of the site's time zone, to the second."""
    if moment is None:
        return None
    return moment.astimezone(site_zone()).isoformat(timespec="seconds")
