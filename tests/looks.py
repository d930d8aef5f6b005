"""How a page may be looked at: window, colours, forced colours."""

from typing import Any

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {"size": WIDE, "media": {"color_scheme": "light", "forced_colors": "none"}},
    "dark": {"size": WIDE, "media": {"color_scheme": "dark", "forced_colors": "none"}},
    "narrow": {"size": NARROW, "media": {"color_scheme": "light", "forced_colors": "none"}},
    "forced colours": {"size": NARROW, "media": {"color_scheme": "light", "forced_colors": "active"}},
}
