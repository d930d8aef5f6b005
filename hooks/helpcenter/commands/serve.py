"""helpcenter serve: the site as it will be, which follows every change of a file."""

import argparse
import contextlib
import sys

NAME = "serve"
HELP = "show the live site, and what is wrong, in a browser; nothing is written"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("--port", type=int, default=8000, help="where to listen; the next free one if it is taken")
    parser.add_argument(
        "--editor",
        default="vscode://file/{path}:{line}:{column}",
        metavar="URL",
        help="what opens an editor at a place (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    import asyncio  # these would slow down every other command

    from ..preview.server import Server, listening

    own = listening(options.port)
    port = own.getsockname()[1]
    if port != options.port:
        print(f"Port {options.port} is taken, so the preview is at the next free one.", file=sys.stderr)
    print(f"The live site is on http://localhost:{port}/ (Ctrl-C ends it).", file=sys.stderr, flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Server(options.root, options.editor, lambda text: print(text, file=sys.stderr)).serve(own))
    return 0
