# SPDX-License-Identifier: MIT
"""The rows of a text table in the other forms that offices send: GB18030, and a workbook as
spreadsheet programs write it, with shared strings. Standard library only."""

import csv
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
}


def recode(source, target, encoding):
    with open(source, encoding="utf-8", newline="") as read:
        with open(target, "w", encoding=encoding, newline="") as write:
            for line in read:
                write.write(line)


def write_workbook(source, target):
    """The table of a CSV file as one sheet, all cells texts."""
    strings = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for name, words in PARTS.items():
            book.writestr(name, words)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            with open(source, encoding="utf-8", newline="") as rows:
                for no, row in enumerate(csv.reader(rows), 1):
                    sheet.write(row_of(no, row, strings).encode())
            sheet.write(b"</sheetData></worksheet>")
        with book.open("xl/sharedStrings.xml", "w", force_zip64=True) as shared:
            shared.write(f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">'.encode())
            for words in strings:
                shared.write(f"<si><t>{escape(words)}</t></si>".encode())
            shared.write(b"</sst>")


def row_of(no, row, strings):
    cells = []
    for column, words in enumerate(row):
        if words:
            index = strings.setdefault(words, len(strings))
            cells.append(f'<c r="{chr(65 + column)}{no}" t="s"><v>{index}</v></c>')
    return f'<row r="{no}">{"".join(cells)}</row>'
