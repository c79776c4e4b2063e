"""Services into a site and out of it from the command line.

``bin/instance services import FILE`` says what the file would do; with ``--take`` it is
done. ``bin/instance services export FILE`` writes all services into a file, as XLSX
where its name ends so, else as CSV.
"""

from .export import all_services
from .export import as_csv
from .export import as_xlsx
from .plan import Plan
from .plan import Wishes
from .report import RowReport
from .report import Verdict
from .words import file_words
from .work import look
from .work import NotWhole
from .work import take_plan
from .workbook import TooLong
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SpecialUsers import system
from argparse import ArgumentParser
from argparse import Namespace
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from pathlib import Path
from plone.base.interfaces import IPloneSiteRoot
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.i18n import translate
from zope.interface import alsoProvides
import sys
import transaction


COMMAND = "services"
SHOWN = (Verdict.REFUSED, Verdict.CHANGED, Verdict.NEW)


def main(app: Any, args: list[str]) -> None:
    """What `bin/instance services …` runs; ends with status 1 where nothing is done."""
    # The control script hands over what it was itself called with, too.
    words = args[args.index(COMMAND) + 1 :] if COMMAND in args[:2] else args
    wanted = _parser().parse_args(words)
    app = makerequest(app)
    site = _site(app, wanted.site)
    alsoProvides(app.REQUEST, IVirtualOfficeLayer)
    setRequest(app.REQUEST)
    setSite(site)
    newSecurityManager(None, system.__of__(app.acl_users))
    language = app.REQUEST["LANGUAGE"] = wanted.language or site.Language()
    try:
        DEEDS[wanted.deed](site, wanted)
    except BadFile as wrong:
        _stop(translate(file_words(wrong), target_language=language))
    except TooLong as text:
        _stop(f"Row {text.row}, {text.column}: too long for XLSX; take CSV.")


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="bin/instance services")
    deeds = parser.add_subparsers(dest="deed", required=True)
    bring, fetch = deeds.add_parser("import"), deeds.add_parser("export")
    for each in (bring, fetch):
        each.add_argument("file", type=Path)
        each.add_argument("--site", default="", help="path of the site; else the only")
        each.add_argument("--language", default="", help="in which to report: de, en")
    bring.add_argument("--source", default="", help="of rows that name none")
    bring.add_argument("--folder", default="", help="for new services, by its path")
    bring.add_argument("--take", action="store_true", help="do it, and say so")
    bring.add_argument("--partial", action="store_true", help="without refused rows")
    bring.add_argument("--overwrite", action="store_true", help="also what was edited")
    return parser


def _site(app: Any, path: str) -> Any:
    if path:
        return app.unrestrictedTraverse(path.strip("/"))
    sites = [each for each in app.objectValues() if IPloneSiteRoot.providedBy(each)]
    if len(sites) != 1:
        _stop("Name the site: --site=PATH")
    return sites[0]


def _import(site: Any, wanted: Namespace) -> None:
    wishes = Wishes(wanted.folder, wanted.source)
    plan = look(site, wanted.file.read_bytes(), wishes, _progress)
    _print(plan, site)
    if not wanted.take:
        return print("Nothing was changed. Add --take to do it.")
    try:
        take_plan(site, plan, wishes, wanted.overwrite, wanted.partial, _progress)
    except NotWhole:
        _stop("Nothing was changed: rows are refused. Add --partial for the others.")
    transaction.get().note(f"Import of services: {wanted.file.name}")
    transaction.commit()
    return print("Done.")


def _export(site: Any, wanted: Namespace) -> None:
    write = as_xlsx if wanted.file.suffix.lower() == ".xlsx" else as_csv
    wanted.file.write_bytes(write(all_services()))


def _print(plan: Plan, site: Any) -> None:
    report = plan.report
    for row in report.rows:
        if row.verdict in SHOWN:
            _print_row(row, site.REQUEST["LANGUAGE"])
    for gone in report.vanished:
        print(f"vanished: {gone.external_id} {gone.title}")
    print(", ".join(f"{verdict}: {report.counts[verdict]}" for verdict in Verdict))


def _print_row(row: RowReport, language: str) -> None:
    print(f"row {row.number}: {row.verdict}: {row.title}")
    for refusal in row.refusals:
        print(
            f"  {refusal.column}: {translate(refusal.reason, target_language=language)}"
        )
    if row.verdict is Verdict.CHANGED:
        for change in row.changes:
            edited = " (edited here)" if change.edited_here else ""
            print(f"  {change.column}{edited}: {change.old!r} -> {change.new!r}")
    for loss in row.losses:
        print(f"  {loss.column}: taken out: {', '.join(loss.gone)}")


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)


def _stop(reason: str) -> None:
    print(reason, file=sys.stderr)
    raise SystemExit(1)


DEEDS = {"import": _import, "export": _export}
