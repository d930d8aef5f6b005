"""The command `helpcenter`, one module per subcommand."""

from types import ModuleType

from . import (
    accept,
    build,
    check,
    coverage,
    draft,
    drift,
    feedback,
    find,
    headers,
    new,
    plan,
    say,
    schemas,
    serve,
    what_if,
)

COMMANDS: tuple[ModuleType, ...] = (
    serve,
    check,
    plan,
    find,
    say,
    draft,
    drift,
    accept,
    what_if,
    coverage,
    new,
    schemas,
    build,
    headers,
    feedback,
)
