"""Work that another process does meanwhile, on what this one has in its memory."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Aside(Generic[Result]):
    """A function without arguments that has begun; what it returns must be possible to pickle."""

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin. The other process sees everything as it is now, so no threads may run yet."""
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, sender), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> Result:
        """Wait until it has ended, and return what it has. Where it fails, its traceback is printed: EOFError."""
        result: Result = self._receiver.recv()
        self._process.join()
        return result


def _send(work: Callable[[], Result], sender: Connection) -> None:
    sender.send(work())
