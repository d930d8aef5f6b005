"""The command `helpcenter`, one module per subcommand."""

from types import ModuleType

from . import accept, check, coverage, drift, finish, headers, new, plan, schemas, what_if

COMMANDS: tuple[ModuleType, ...] = (check, plan, drift, accept, what_if, coverage, new, schemas, finish, headers)
