"""helpcenter feedback serve receives what readers answer, helpcenter feedback report prints it."""

import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path

from ..loading.settings import read_settings
from .project import loaded

NAME = "feedback"
HELP = "receive the answers of readers (serve), and print what to mend first (report)"
DATABASE = "feedback.sqlite3"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments of both."""
    kinds = parser.add_subparsers(required=True, metavar="serve | report")
    serve = kinds.add_parser("serve", help="receive answers, behind a server such as nginx or Caddy")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8001)
    serve.add_argument(
        "--origin", action="append", help="where the site is (default: that of site_url); may be repeated"
    )
    serve.add_argument(
        "--per-minute", type=int, help="how many answers of one page are taken in a minute (default: 60)"
    )
    serve.set_defaults(feedback=_serve)
    report = kinds.add_parser("report", help="print what readers have answered, what to mend first at the top")
    report.add_argument("--since", type=date.fromisoformat, help="the first day (default: twelve weeks ago)")
    report.add_argument("--format", choices=("text", "json"), default="text")
    report.set_defaults(feedback=_report)
    for kind in (serve, report):
        kind.add_argument("--database", type=Path, help=f"the file of the answers (default: {DATABASE})")


def run(options: argparse.Namespace) -> int:
    """Receive or report."""
    options.database = options.database or options.root / DATABASE
    code: int = options.feedback(options)
    return code


def _serve(options: argparse.Namespace) -> int:
    """Receive answers until told to stop. 1 where nothing can be kept."""
    import uvicorn  # it would slow down every other command

    from ..feedback.application import PER_MINUTE, feedback_app
    from ..feedback.store import Store, UnkeptError
    from ..pages.page import environment

    site, settings = loaded(options.root), read_settings(options.root)
    if site is None:
        return 1
    try:
        store = Store(options.database)
    except UnkeptError as problem:
        print(problem, file=sys.stderr)
        return 1
    origins = options.origin or [settings.origin]
    templates = environment(options.root / "overrides")
    app = feedback_app(site, settings, templates, store, origins, options.per_minute or PER_MINUTE)
    # Nothing is logged, and no header of a proxy is read: who sends is nobody's business.
    uvicorn.run(
        app,
        host=options.host,
        port=options.port,
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
    )
    store.close()
    return 0


def _report(options: argparse.Namespace) -> int:
    """Print the report. 1 where there is nothing to read."""
    from ..feedback.report import as_lines, report
    from ..feedback.store import UnkeptError, read_answers

    site = loaded(options.root)
    if site is None:
        return 1
    try:
        answers = read_answers(options.database, options.since or date.today() - timedelta(weeks=12))
    except UnkeptError as problem:
        print(f"{problem}: name the file of `helpcenter feedback serve` with --database", file=sys.stderr)
        return 1
    pages = report(site, answers)
    if options.format == "json":
        print(json.dumps(pages, ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_lines(pages) if pages else ["no answers"]))
    return 0
