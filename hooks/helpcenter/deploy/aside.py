"""Work that another process does meanwhile, on what this one has in its memory."""

import multiprocessing
from collections.abc import Callable
from functools import cached_property
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

    def is_done(self) -> bool:
        """Say whether it has ended."""
        return "result" in self.__dict__ or self._receiver.poll()

    @cached_property
    def result(self) -> Result:
        """What it has returned, as soon as it has. Where it has failed, its traceback was printed: EOFError."""
        result: Result = self._receiver.recv()
        self._process.join()
        return result


def _send(work: Callable[[], Result], sender: Connection) -> None:
    sender.send(work())
