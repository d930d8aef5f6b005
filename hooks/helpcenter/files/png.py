"""PNG files, read to their end: a picture is published as it is, so it must be one and nothing else."""

import struct
import zlib
from collections.abc import Iterator

WIDEST = 4_096
"""How many pixels a side may have."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values per pixel by the type of colour."""


class PngError(ValueError):
    """Why a file is no picture that may be published; its text follows the file's name."""


def png_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a PNG file, all of which has been read."""
    if not content.startswith(_SIGNATURE):
        raise PngError("is no PNG file")
    parts = list(_parts(content))
    if parts[0][0] != b"IHDR" or len(parts[0][1]) != 13:
        raise PngError("is no PNG file")
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", parts[0][1])
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        raise PngError(f"has {width:,} × {height:,} pixels; each side has 1 to {WIDEST:,}")
    if colour not in _CHANNELS or interlace:
        raise PngError("is interlaced, or of a kind that PNG does not have")
    pixels = height * (1 + (width * depth * _CHANNELS[colour] + 7) // 8)
    _require_pixels(b"".join(body for kind, body in parts if kind == b"IDAT"), pixels)
    return width, height


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and content of each part, the last one being the end of the file."""
    place, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        head = content[place : place + 8]
        length = int.from_bytes(head[:4], "big")
        kind, body = head[4:], content[place + 8 : place + 8 + length]
        place += 12 + length
        if place > len(content):
            raise PngError("ends too early")
        if zlib.crc32(kind + body) != int.from_bytes(content[place - 4 : place], "big"):
            raise PngError("is damaged")
        yield kind, body
    if place < len(content):
        raise PngError("goes on after its end")


def _require_pixels(data: bytes, length: int) -> None:
    reader = zlib.decompressobj()
    try:
        found = len(reader.decompress(data, length + 1))
    except zlib.error as error:
        raise PngError("is damaged") from error
    if found != length or not reader.eof:
        raise PngError("has not the pixels of its size")
