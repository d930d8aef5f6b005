"""`make fuzz`: a million random plans through both engines, from a seed that is new each time and printed."""

import secrets
import sys

from twins import BATCH, Cases, differences, engine_in_deno

CASES = 1_000_000


def main() -> int:
    """Compare the engines. 0 when they agree on everything."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else secrets.randbelow(2**32)
    print(f"seed {seed} (make fuzz SEED={seed} runs it again)", flush=True)
    cases, found = Cases(seed), 0
    with engine_in_deno() as engine:
        for _ in range(CASES // BATCH):
            for case, python, javascript in differences(engine, cases.batch()):
                found += 1
                print(f"{case!r}\n  Python:     {python}\n  JavaScript: {javascript}")
    print(f"{CASES} plans, {found} disagreements")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
