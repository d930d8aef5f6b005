"""What the largest of the hostile inputs cost: files of 64 KiB at most, read, checked and rendered."""

import tempfile
import time
from pathlib import Path

from attacks import ATTACKS, apply, rendered
from support import problems, small_project

SLOWEST = 5


def bench_hostile() -> None:
    """Print the seconds of the slowest inputs, beside those of the same project without one."""
    print("hostile inputs that repeat something: seconds for checking and rendering all, the slowest first")
    with tempfile.TemporaryDirectory() as folder:
        print(f"  {_seconds(small_project(Path(folder))):5.2f} nothing hostile")
    found = list[tuple[float, str]]()
    for attack in ATTACKS.values():
        if "times" in attack:
            with tempfile.TemporaryDirectory() as folder:
                root = small_project(Path(folder))
                apply(attack, root)
                what = attack.get("text") or attack.get("write") or attack.get("replace")
                found.append((_seconds(root), f"{what!r} x {attack['times']:,}"))
    for seconds, what in sorted(found, reverse=True)[:SLOWEST]:
        print(f"  {seconds:5.2f} {what}")


def _seconds(root: Path) -> float:
    start = time.perf_counter()
    problems(root)
    rendered(root, is_refused=True)
    return time.perf_counter() - start
