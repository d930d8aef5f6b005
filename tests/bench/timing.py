"""What other processes cost."""

import resource
import time
from collections.abc import Callable
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of all processors together, and seconds by the clock."""

    cpu: float
    wall: float


def cost(work: Callable[[], object]) -> Cost:
    """Return what the processes cost that a function starts and waits for."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.monotonic() - began)


def least(costs: list[Cost]) -> Cost:
    """Return the least of each: all else that the machine does adds to them."""
    return Cost(min(one.cpu for one in costs), min(one.wall for one in costs))


def best_in_turn(*works: Callable[[], object], times: int) -> list[Cost]:
    """Return the least cost of each function, all of them called in turn so many times."""
    rounds = [[cost(one) for one in works] for _ in range(times)]
    return [least(list(costs)) for costs in zip(*rounds, strict=True)]
