"""Services and what narrows them, as JSON."""

from collective.virtualoffice.usecases.finding import Offer
from typing import NotRequired
from typing import TypedDict


OfferShape = TypedDict(
    "OfferShape",
    {
        "@id": str,
        "@type": str,
        "UID": str,
        "title": str,
        "description": str,
        "video": str | None,
        "minutes": int | None,
        "ways": list[str],
        "situations": list[str],
    },
)

BatchingShape = TypedDict(
    "BatchingShape",
    {
        "@id": str,
        "first": str,
        "last": str,
        "next": NotRequired[str],
        "prev": NotRequired[str],
    },
)

ServicesShape = TypedDict(
    "ServicesShape",
    {
        "@id": str,
        "items": list[OfferShape],
        "items_total": int,
        "letters": dict[str, int],
        "situations": dict[str, int],
        "batching": NotRequired[BatchingShape],
    },
)


def offer_shape(offer: Offer) -> OfferShape:
    brain = offer.brain
    return {
        "@id": brain.getURL(),
        "@type": brain.portal_type,
        "UID": brain.UID,
        "title": brain.Title,
        "description": brain.Description,
        "video": brain.virtualoffice_video,
        "minutes": brain.virtualoffice_minutes,
        "ways": [str(way) for way in offer.ways],
        "situations": list(brain.Subject),
    }
