"""How far a long work has come: a bar on a terminal, a line per stage anywhere else."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType

import click


class Progress:
    """Stages of work, one after the other, each of so many steps."""

    def __init__(self, after_step: Callable[[], None] = lambda: None) -> None:
        """Call `after_step` after each step, which may raise what ends the work."""
        self._after_step = after_step
        self._stage = ExitStack()

    def __enter__(self) -> "Progress":
        """Begin without a stage."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the last stage."""
        self._stage.close()

    def begin(self, name: str, steps: int) -> None:
        """Begin a stage."""
        self._stage.close()
        bar = click.progressbar(length=steps, label=f"{name}: {steps}", file=sys.stderr, show_eta=False)
        self._bar = self._stage.enter_context(bar)

    def step(self) -> None:
        """Tell that a step is done."""
        self._bar.update(1)
        self._after_step()
