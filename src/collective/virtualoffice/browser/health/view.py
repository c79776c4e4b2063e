"""The answer for monitoring."""

from .checks import health
from datetime import datetime
from datetime import UTC
from Products.Five import BrowserView
import json


class HealthView(BrowserView):
    """200 while everything works, else 503; no secrets."""

    def __call__(self) -> str:
        found = health(self.context, self.request, datetime.now(UTC))
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "no-store")
        response.setStatus(503 if found["status"] == "failing" else 200)
        return json.dumps(found)
