"""The command `helpcenter`: what editors, commit hooks and CI call, without MkDocs."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from .checks import run
from .diagnostics import Diagnostic, as_github, as_json, as_text, errors
from .load import languages_of, load
from .messages import Speech, rule_message_id
from .publish import note_of, published_rules, vocabulary
from .rules import evaluate, summarise
from .schema import PUBLISHED, did_you_mean, json_schema
from .site import Site
from .typed import read_plan

REPORTERS: Mapping[str, Callable[[list[Diagnostic]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 when all is well, 1 when something is wrong, 2 for wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.root / "mkdocs.yml").exists():
        parser.error(f"no mkdocs.yml in {options.root}: run it in the project's folder or name it with --root")
    result: int = options.command(options)
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="helpcenter", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check every writer's file")
    check.add_argument("--format", choices=REPORTERS, default="text", dest="reporter")
    check.add_argument("--as-of", type=date.fromisoformat, help="count the age of facts from this day, not today")
    check.set_defaults(command=check_command)
    plan = commands.add_parser("plan", help="hold a plan against a gateway's rules, as the page's checker does")
    plan.add_argument("gateway")
    plan.add_argument("--currency", default="", help="a code such as INR")
    kind = plan.add_mutually_exclusive_group(required=True)
    kind.add_argument("--every", default="", help='a subscription\'s interval, such as "1 month"')
    kind.add_argument("--once", action="store_true", help="a one-time payment")
    plan.add_argument("--field", action="append", default=[], help="a field on the payment page; may be repeated")
    plan.add_argument("--language", help="the language of the answer (default: the site's)")
    plan.set_defaults(command=plan_command)
    schemas = commands.add_parser("schemas", help="write the JSON Schemas that editors complete with to docs/schemas")
    schemas.set_defaults(command=schemas_command)
    return parser


def check_command(options: argparse.Namespace) -> int:
    """Report every problem. 0 only when articles were found and nothing is wrong with them."""
    site, diagnostics = _checked(options.root.resolve(), options.as_of)
    report = REPORTERS[options.reporter](diagnostics)
    if report:
        print(report)
    wrong = len(errors(diagnostics))
    if wrong or site is None:
        print(f"{wrong} problem{'' if wrong == 1 else 's'}", file=sys.stderr)
        return 1
    counts = f"{len(site.gateways)} gateways, {len(site.pages)} pages, {len(site.languages)} languages"
    print(f"all is well: {counts}", file=sys.stderr)
    return 0


def _checked(root: Path, today: date | None = None) -> tuple[Site | None, list[Diagnostic]]:
    site, diagnostics = load(root, languages_of(root), today or date.today())
    return site, run(site) if site else diagnostics


def plan_command(options: argparse.Namespace) -> int:
    """Print the verdict on a plan. 0 when nothing has to change, 1 otherwise."""
    site, diagnostics = _checked(options.root.resolve())
    if site is None or errors(diagnostics):
        print(as_text(diagnostics), file=sys.stderr)
        return 1
    language = options.language or site.languages[0]
    for value, known, what in ((options.gateway, site.gateways, "gateway"), (language, site.languages, "language")):
        if value not in known:
            print(f"no {what} '{value}': {did_you_mean(value, known)}", file=sys.stderr)
            return 2
    form = {
        "currency": options.currency,
        "payment": "one-time" if options.once else "subscription",
        "every": options.every,
        "unit": "",
        "fields": options.field,
    }
    lines, works = verdict_lines(site, options.gateway, form, language)
    print("\n".join(lines))
    return 0 if works else 1


def verdict_lines(site: Site, gateway_id: str, form: Mapping[str, Any], language: str) -> tuple[list[str], bool]:
    """Return what the page's checker would show for a form, line by line, and whether the plan works as it is."""
    speech, gateway = Speech(site, language), site.gateways[gateway_id]
    read = read_plan(form, vocabulary(site))
    if read["plan"] is None:
        return [speech.say("problems", problem["code"]) for problem in read["problems"]], False
    findings = evaluate(published_rules(gateway), read["plan"])
    lines = [speech.finding(summarise(findings))]
    for finding in findings:
        status = speech.say("statuses", finding["status"])
        name = speech.say("rules", rule_message_id(finding["rule"]))
        lines += ["", f"[{status}] {name}", speech.finding(finding)]
        if finding["mend"]:
            lines.append(f"{speech.say('checker', 'mend')} {speech.finding(finding['mend'])}")
        note = note_of(gateway, language, finding["rule"])
        if note:
            lines.append(speech.say("checker", "note", {"number": speech.number(note)}))
    return lines, not any(finding["status"] == "not-accepted" for finding in findings)


def schemas_command(options: argparse.Namespace) -> int:
    """Write the JSON Schemas."""
    folder = options.root / "docs" / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schema_files(languages_of(options.root)).items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def schema_files(languages: tuple[str, ...]) -> dict[str, str]:
    """Return the content of each file in docs/schemas by its name."""
    return {
        f"{name}.json": json.dumps(json_schema(model, languages), ensure_ascii=False, indent=2) + "\n"
        for name, model in PUBLISHED.items()
    }
