"""The command `helpcenter`: what writers, editors, commit hooks and CI call, without MkDocs."""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

gc.disable()  # looking for what can go takes a fifth of the time of importing, which leaves nothing that can

from .commands import COMMANDS  # noqa: E402  # not before the collector is off
from .files.folder import SETTINGS  # noqa: E402  # not before the collector is off
from .loading.settings import SettingsError  # noqa: E402  # not before the collector is off

gc.freeze()
gc.enable()
atexit.register(gc.freeze)  # or Python would look through all that a command has read when it ends: up to half a second


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 when all is well, 1 when something is wrong, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="helpcenter", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        subparser = commands.add_parser(command.NAME, help=command.HELP)
        command.arguments(subparser)
        subparser.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    if not (options.root / SETTINGS).exists():
        parser.error(f"no mkdocs.yml in {options.root}: run it in the project's folder or name it with --root")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # somebody reads only the beginning, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
