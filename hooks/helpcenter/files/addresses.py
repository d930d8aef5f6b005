"""Addresses outside the site: what they may be, so that readers see where they lead."""

import re

_ADDRESS = re.compile(r"https://([^/?#]*)[^\s\\]*")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?", re.IGNORECASE)


def address_problem(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an https: address, and how to mend it; None if nothing is."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return f"'{address}' is not an https: address", "write https://, a host and a path, without spaces and \\"
    host = match[1]
    if "@" in host:
        return f"'{address}' names a user before its host", f"write the host alone: {host.rpartition('@')[2]}"
    if not host.isascii():
        return f"the host '{host}' is not in ASCII", f"write it so that everybody sees it: {_punycode(host)}"
    if not _HOST.fullmatch(host):
        return f"'{host}' is no host", "write https://, a host such as help.example.org, and a path"
    return None


def _punycode(host: str) -> str:
    return ".".join(part if part.isascii() else f"xn--{part.encode('punycode').decode()}" for part in host.split("."))
