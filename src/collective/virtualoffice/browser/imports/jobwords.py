"""Words for how an import stands."""

from collective.virtualoffice import _
from collective.virtualoffice.catalogue.imports.report import Report
from collective.virtualoffice.catalogue.imports.report import Verdict
from zope.i18nmessageid import Message


VERDICTS = {
    Verdict.NEW: _("import_new", default="New"),
    Verdict.CHANGED: _("import_changed", default="Changed"),
    Verdict.UNCHANGED: _("import_unchanged", default="Unchanged"),
    Verdict.REFUSED: _("import_refused", default="Refused"),
}
OUT_OF_DATE = _(
    "import_out_of_date",
    default="Nothing was done: this page was out of date. Please try again.",
)
ENDED = _(
    "import_ended",
    default="The server was stopped meanwhile. Nothing was changed. Please bring the "
    "file again.",
)
BROKEN = _(
    "import_broke",
    default="Something went wrong here. Nothing was changed. The administrator finds "
    "the reason in the server's log.",
)
ENCODINGS = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
DIVIDERS = {
    "semicolon": _("import_semicolon", default="semicolons"),
    "comma": _("import_comma", default="commas"),
    "tab": _("import_tab", default="tabs"),
}


def read_as(report: Report) -> list[Message]:
    """How the file was understood, so that a wrong guess is seen."""
    found = dict(report.read_as)
    if "sheet" in found:
        return [
            _(
                "import_read_sheet",
                default="Read: the first of ${sheets} sheets, “${sheet}”.",
                mapping={"sheet": found["sheet"], "sheets": found["sheets"]},
            )
        ]
    return [
        _(
            "import_read_text",
            default="Read: letters as ${encoding}, cells divided by ${divider}.",
            mapping={
                "encoding": ENCODINGS[found["encoding"]],
                "divider": DIVIDERS[found["divider"]],
            },
        )
    ]
