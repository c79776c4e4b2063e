"""What the filter says itself: a few words as JSON or as a small page."""

from collections.abc import Iterable
from collective.virtualoffice import _
from collective.virtualoffice.refusals import Explanation
from html import escape
from http import HTTPStatus
from typing import Any
from zope.i18n import translate
from zope.publisher.browser import BrowserLanguages
import json


SPOKEN = ("de", "en")
HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("Vary", "Accept, Accept-Language"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
)
PAGE = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
  </head>
  <body>
    <main>
      <h1>{title}</h1>
      <p>{message}</p>
    </main>
  </body>
</html>
"""
TITLE = _("gate_title", default="This did not work")


class Answers:
    """``otherwise`` is the language of those who wish none that we speak."""

    def __init__(self, otherwise: str) -> None:
        self.otherwise = otherwise

    def refusal(
        self, environ: dict[str, Any], why: Explanation, *, as_json: bool
    ) -> tuple[str, list[tuple[str, str]], bytes]:
        """Status line, headers and body."""
        write = self._json if as_json else self._page
        content_type, text = write(environ, why)
        body = text.encode()
        headers = [
            *HEADERS,
            ("Content-Type", content_type),
            ("Content-Length", str(len(body))),
        ]
        return status_line(why.status), headers, body

    def _json(self, environ: dict[str, Any], why: Explanation) -> tuple[str, str]:
        message = translate(why.message, target_language=self._language(environ))
        content = {"type": why.type, "message": message, **why.more}
        return "application/json", json.dumps(content)

    def _page(self, environ: dict[str, Any], why: Explanation) -> tuple[str, str]:
        language = self._language(environ)
        page = PAGE.format(
            language=language,
            title=escape(translate(TITLE, target_language=language)),
            message=escape(translate(why.message, target_language=language)),
        )
        return "text/html; charset=utf-8", page

    def _language(self, environ: dict[str, Any]) -> str:
        wished: Iterable[str] = BrowserLanguages(environ).getPreferredLanguages()
        bare = (tag.partition("-")[0] for tag in wished)
        return next((tag for tag in bare if tag in SPOKEN), self.otherwise)


def status_line(status: int) -> str:
    return f"{status} {HTTPStatus(status).phrase}"
