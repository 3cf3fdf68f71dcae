# SPDX-License-Identifier: MIT
"""An old workbook (.xls) of texts and merged cells, for make_sheet: BIFF8 records in a compound file
of a single stream. It holds what a reader must have and no more."""

from struct import pack

SECTOR = 512
CUTOFF = 4096  # a shorter stream would lie among the small ones
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
GLOBALS, WORKSHEET = 5, 0x10


def record(number, data=b""):
    return pack("<HH", number, len(data)) + data


# A font and the sixteen formats that other programs expect; without them gnumeric opens nothing.
LOOK = record(0x31, pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\5\0Arial")
LOOK += record(0xE0, pack("<HHH", 0, 0, 1) + bytes(14)) * 16


def begin(kind):
    return record(0x809, pack("<HHHHII", 0x600, kind, 0, 0, 0, 0x600))


def wide(text, length):
    """A text in two bytes a character, behind its length."""
    data = text.encode("utf-16-le")
    return pack(length, len(data) // 2) + b"\1" + data


def sheet_part(rows, spans):
    """`spans`: first cell of every merged block and its rows and columns."""
    out = [begin(WORKSHEET)]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in ("", "<", "^"):
                out.append(record(0x204, pack("<HHH", r, c, 0) + wide(text, "<H")))
    blocks = [
        pack("<HHHH", r, r + high - 1, c, c + wide_by - 1)
        for (r, c), (high, wide_by) in spans.items()
    ]
    if blocks:
        out.append(record(0xE5, pack("<H", len(blocks)) + b"".join(blocks)))
    return b"".join(out) + record(0x0A)


def stream(sheets):
    """`sheets`: the name and the records of each."""
    def globals_part(offsets):
        return (
            begin(GLOBALS)
            + LOOK
            + b"".join(
                record(0x85, pack("<IH", offset, 0) + wide(name, "<B"))
                for offset, (name, _) in zip(offsets, sheets)
            )
            + record(0x0A)
        )

    offset = len(globals_part([0] * len(sheets)))
    offsets = []
    for _, part in sheets:
        offsets.append(offset)
        offset += len(part)
    return globals_part(offsets) + b"".join(part for _, part in sheets)


def entry(name, kind, child, start, size):
    text = name.encode("utf-16-le") + b"\0\0"
    return (
        text.ljust(64, b"\0")
        + pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
        + bytes(36)
        + pack("<IQ", start, size)
    )


def compound(name, data):
    """Sectors in this order: the stream, the directory, the table that chains them."""
    data = data.ljust(CUTOFF, b"\0")
    data += bytes(-len(data) % SECTOR)
    directory = len(data) // SECTOR
    tables = -(-(directory + 1) // (SECTOR // 4 - 1))
    chain = [*range(1, directory), END, END] + [FAT] * tables
    chain += [FREE] * (-len(chain) % (SECTOR // 4))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<IIIIIIII", tables, directory, 0, CUTOFF, END, 0, END, 0)
    header += pack(f"<{tables}I", *range(directory + 1, directory + 1 + tables))
    entries = entry("Root Entry", 5, 1, END, 0) + entry(name, 2, FREE, 0, len(data))
    return (
        header.ljust(SECTOR, b"\xff")
        + data
        + entries.ljust(SECTOR, b"\0")
        + pack(f"<{len(chain)}I", *chain)
    )


def old_workbook(sheets):
    """`sheets`: name, rows and merged blocks of each."""
    parts = [(name, sheet_part(rows, spans)) for name, rows, spans in sheets]
    return compound("Workbook", stream(parts))
