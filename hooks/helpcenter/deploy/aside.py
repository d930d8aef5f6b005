"""Work that another process does meanwhile, on what this one has in its memory."""

import multiprocessing
from collections.abc import Callable
from functools import cached_property
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Result = TypeVar("Result")
Outcome = tuple[Result | None, Exception | None]


class Aside(Generic[Result]):
    """A function without arguments that has begun; what it returns or raises must be possible to pickle."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin. The other process sees everything as it is now, so no threads may run yet."""
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, sender), daemon=True)
        self._process.start()
        sender.close()

    def is_done(self) -> bool:
        """Say whether it has ended."""
        return "_outcome" in self.__dict__ or self._receiver.poll()

    @property
    def result(self) -> Result:
        """What it has returned, as soon as it has. What it has raised is raised here; EOFError: it was killed."""
        result, error = self._outcome
        if error:
            raise error
        return result  # type: ignore[return-value]  # None only where it returns None

    @cached_property
    def _outcome(self) -> Outcome[Result]:
        outcome: Outcome[Result] = self._receiver.recv()
        self._process.join()
        return outcome


def _send(work: Callable[[], Result], sender: Connection) -> None:
    try:
        sender.send((work(), None))
    except Exception as error:  # whatever it is, it is raised where the result is asked for
        sender.send((None, error))
