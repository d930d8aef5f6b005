"""The headers that a host sends with the site, computed from its pages; as files for hosts that read one."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from .compression import FORMS
from .parsed import Parsed

TRUSTED_TYPES = "help-center"
"""The name of the policy in docs/assets/shell/offline.mjs by which the one service worker's address is trusted."""

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK = "no-cache"
"""A browser may keep it, and asks each time whether it still holds: a rule that has changed is not shown as it was."""
_EVERYWHERE = {
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def security_headers(pages: Iterable[Parsed], feedback_url: str) -> dict[str, str]:
    """Return what is sent with every answer: the policy allows what the pages hold, and nothing else."""
    parsed = list(pages)
    scripts = sorted({_hash(script) for page in parsed for script in page.scripts})
    styles = sorted({_hash(style) for page in parsed for style in page.styles})
    feedback = urlsplit(feedback_url)
    feedback_host = f"{feedback.scheme}://{feedback.netloc}" if feedback.netloc else ""
    policy = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *scripts],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'"],
        "connect-src": ["'self'", feedback_host],
        "form-action": ["'self'", feedback_host],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [TRUSTED_TYPES],
    }
    csp = "; ".join(" ".join([name, *filter(None, values)]) for name, values in policy.items())
    return {"Content-Security-Policy": csp, **_EVERYWHERE}


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def by_path(headers: Mapping[str, str], base_path: str, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the headers by the paths for which they hold, all for everything first; `*` is the rest of a path.

    `names` are those of what lies in the site's folder, folders with a slash. No header is in two paths that an address
    can fit: hosts disagree about what is sent then, and some send both.
    """
    everything = {base_path + name + "*" * name.endswith("/"): {"Cache-Control": _ASK} for name in sorted({"", *names})}
    own = {
        "assets/*": {"Cache-Control": _FOR_EVER},
        "gateways.json": {"Access-Control-Allow-Origin": "*"},
        "payment-checker.mjs": {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"},
    }
    return {f"{base_path}*": dict(headers)} | {
        path: sent | own.get(path.removeprefix(base_path), {}) for path, sent in everything.items()
    }


def names_in(folder: Path) -> list[str]:
    """Return the names of what a host sends from a finished folder, folders with a slash."""
    paths = [path for path in folder.iterdir() if path.suffix not in FORMS and not path.name.startswith("_")]
    return sorted(path.name + "/" * path.is_dir() for path in paths)


def as_headers_file(paths: Mapping[str, Mapping[str, str]]) -> str:
    """Return a `_headers` file, which Cloudflare Pages and Netlify read."""
    blocks = ["\n".join([path, *(f"  {name}: {value}" for name, value in own.items())]) for path, own in paths.items()]
    return "\n".join(blocks) + "\n"


def read_headers_file(text: str) -> dict[str, dict[str, str]]:
    """Return the headers by path from a `_headers` file."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            own = found.setdefault(line, {})
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            own[name] = value
    return found


def as_nginx(paths: Mapping[str, Mapping[str, str]], languages: Iterable[str]) -> str:
    """Return a fragment for an nginx server block. nginx forgets a server's headers where a location adds its own."""
    base_path = _base_path(paths)
    everywhere = {**paths[f"{base_path}*"], "Cache-Control": _ASK}
    lines = ["gzip_static on;", "brotli_static on;  # needs the module ngx_brotli"]
    lines += [f"error_page 404 {base_path}404.html;", *_nginx_headers(everywhere, "")]
    for path, own in paths.items():
        if not own.items() <= everywhere.items():
            target = f"^~ {path.removesuffix('*')}" if path.endswith("*") else f"= {path}"
            lines += [f"location {target} {{", *_nginx_headers({**everywhere, **own}, "  "), "}"]
    for language in languages:
        lines += [f"location {base_path}{language}/ {{", f"  error_page 404 {base_path}{language}/404.html;", "}"]
    if base_path != "/":  # the host has other pages too
        lines = [f"location {base_path} {{", *(f"  {line}" for line in lines), "}"]
    return "\n".join(lines) + "\n"


def _nginx_headers(headers: Mapping[str, str], indent: str) -> list[str]:
    return [f'{indent}add_header {name} "{value}" always;' for name, value in headers.items()]


def as_caddy(paths: Mapping[str, Mapping[str, str]], languages: Iterable[str]) -> str:
    """Return a fragment for a site in a Caddyfile, for Caddy 2.6 and later."""
    base_path = _base_path(paths)
    lines = ["file_server {", "  precompressed br gzip", "}"]
    for path, own in paths.items():
        lines += [f"header {path} {{", *(f'  {name} "{value}"' for name, value in own.items()), "}"]
    missing = "{err.status_code} == 404 && path"
    lines += ["handle_errors {", f'  header Cache-Control "{_ASK}"']
    for name, folder in [*((f"missing_{one}", f"{base_path}{one}/") for one in languages), ("missing", base_path)]:
        lines += [f"  @{name} `{missing}('{folder}*')`", f"  handle @{name} {{"]
        lines += [f"    rewrite * {folder}404.html", "    file_server", "  }"]
    return "\n".join([*lines, "}"]) + "\n"


def _base_path(paths: Mapping[str, Mapping[str, str]]) -> str:
    return next(iter(paths)).removesuffix("*")
