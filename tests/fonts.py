"""The fonts by which texts in pictures are measured: `make fonts` cuts them from Debian's fonts-noto-core."""

from pathlib import Path

import uharfbuzz as hb
from support import ROOT

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = ROOT / "hooks" / "helpcenter" / "language" / "fonts"
CHARACTERS = {
    "NotoSans": [range(0x20, 0x180), range(0x2010, 0x2027), range(0x2190, 0x2194), range(0x20B9, 0x20BA)],
    "NotoSansDevanagari": [range(0x0900, 0x0980), range(0x200C, 0x200E), range(0x25CC, 0x25CD)],
}
OUTLINES = (b"glyf", b"loca", b"fpgm", b"prep", b"cvt ", b"gasp")
"""What draws letters: nobody draws with these files, and without it they are small."""


def main() -> None:
    """Cut each family, regular and bold, to the characters that our languages use: what shapes and spaces letters."""
    for family, ranges in CHARACTERS.items():
        for weight in ("Regular", "Bold"):
            wanted = hb.SubsetInput()
            wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
            wanted.unicode_set.update(one for part in ranges for one in part)
            wanted.name_id_set.update(range(26))  # copyright and licence stay in the file
            wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in OUTLINES)
            name = f"{family}-{weight}.ttf"
            face = hb.Face(hb.Blob.from_file_path(str(SOURCE / name)))
            (TARGET / name).write_bytes(hb.subset(face, wanted).blob.data)


if __name__ == "__main__":
    main()
