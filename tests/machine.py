"""What a machine needs for the tests besides Python: a browser, a font with Devanagari, and the validator of HTML.

`make test` runs this first. It installs what is missing: as root with apt; else Playwright's own browser, which needs
no rights. What cannot be installed is one message with the command to type, before any test runs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

VALIDATOR = Path(__file__).parent / "html"
DENO = Path(sys.executable).with_name("deno")
PACKAGES = {
    "Playwright's driver": "libatomic1",
    "chromium": "chromium",
    "Noto Sans Devanagari": "fonts-noto-core fontconfig",
}
"""What is looked for, and Debian's packages that bring it."""


def chromium() -> str | None:
    """Return the path of a Chromium on this machine: Debian's, else the one that Playwright has downloaded."""
    found = shutil.which("chromium")
    if found:
        return found
    if not _driver_runs():
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _driver_runs() -> bool:
    """Playwright's driver is a Node program, whose one library beyond the C library a small Debian lacks."""
    return (
        subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False).returncode
        == 0
    )


def _has_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=hi", "family"], capture_output=True, text=True, check=False).stdout
    return "Noto Sans Devanagari" in listed


def _missing() -> list[str]:
    found = {
        "Playwright's driver": _driver_runs(),
        "chromium": chromium() is not None,
        "Noto Sans Devanagari": _has_font(),
    }
    return [PACKAGES[name] for name, is_there in found.items() if not is_there]


def _install(packages: list[str]) -> None:
    """Install Debian's packages as root; else download the browser for this user."""
    names = " ".join(packages).split()
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"installing for the tests: {' '.join(names)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
    elif "chromium" in names:
        print("downloading Playwright's Chromium for the tests", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def deno_environment() -> dict[str, str]:
    """Return our environment for deno: its cache stays in .venv, and it asks no server for a newer version."""
    return {**os.environ, "DENO_DIR": str(DENO.parents[1] / "deno"), "DENO_NO_UPDATE_CHECK": "1"}


def invalid_html(files: Iterable[Path]) -> list[str]:
    """Return what html-validate finds in files, a line each."""
    command = [str(DENO), "run", "--allow-read", "--allow-env", "--allow-sys", "validate.mjs", *map(str, files)]
    result = subprocess.run(command, cwd=VALIDATOR, env=deno_environment(), capture_output=True, text=True, check=True)
    return result.stdout.splitlines()


def _fetch_validator() -> bool:
    """Bring html-validate as its lock file names it; it is there after the first time."""
    command = [str(DENO), "install", "--frozen", "--quiet", "--entrypoint", "validate.mjs"]
    return subprocess.run(command, cwd=VALIDATOR, env=deno_environment(), check=False).returncode == 0


def main() -> int:
    """Bring what is missing. 0 when everything is there."""
    missing = _missing()
    if missing:
        _install(missing)
        missing = _missing()
    if missing:
        print(
            f"The tests need what could not be installed. Type:\n  sudo apt-get install {' '.join(missing)}",
            file=sys.stderr,
        )
        return 1
    if not _fetch_validator():
        print("html-validate could not be fetched from the npm registry: look at the connection", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
