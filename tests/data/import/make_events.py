#!/usr/bin/env python3
"""Writes events.xlsx: sixty events as staff keep them, in both languages, with seven faults on purpose.

The container is made as Excel makes it (shared strings, dates as numbers with a date style), by code that shares nothing with the
reader under test. Run it in this folder after a change; the tests name the faulty cells.
"""

import datetime
import zipfile
from xml.sax.saxutils import escape

HEADINGS = ["Event / الفعالية", "Line of effort", "نوع الفعالية", "Lead organisation", "Start date", "تاريخ النهاية",
            "Working days", "Location", "Cost", "Currency", "Fund", "Remarks"]
LINES = ["l2", "Interoperability", "l4", "الأمن السيبراني", "l7"]
TYPES = ["Training course", "ورشة عمل", "Exercise", "تبادل خبرات", "Workshop"]
LEADS = ["Texas National Guard", "وزارة الدفاع الإماراتية", "us-dod", "UAE Ministry of Defence", "us-ng"]
PLACES = ["Texas, United States", "الإمارات العربية المتحدة", "By video conference", "uae", "us"]
SUBJECTS = [("Staff course", "دورة أركان"), ("Planning workshop", "ورشة تخطيط"), ("Table-top exercise", "تمرين طاولة"),
            ("Liaison exchange", "تبادل ضباط ارتباط"), ("Cyber seminar", "ندوة سيبرانية")]


def rows():
    start = datetime.date(2028, 1, 10)
    for i in range(60):
        english, arabic = SUBJECTS[i % 5]
        number = i // 5 + 1
        name = f"{english} {number}" if i % 3 == 0 else f"{arabic} {number}" if i % 3 == 1 else f"{english} {number} / {arabic} {number}"
        first = start + datetime.timedelta(days=9 * i)
        while first.weekday() > 3:
            first += datetime.timedelta(days=1)
        last = first + datetime.timedelta(days=(4 if first.weekday() == 0 else 1))
        days = sum(1 for d in range((last - first).days + 1) if (first + datetime.timedelta(days=d)).weekday() < 5)
        cost, currency = (20000 + 1500 * i, "USD") if i % 4 else (f"{30 + i}k AED", "")
        yield [name, LINES[i % 5], TYPES[i % 5], LEADS[i % 5], first, last, days, PLACES[i % 5], cost, currency,
               "us-spp" if currency else "ae-mod", "" if i % 7 else "يحتاج مترجمين؛ interpreters needed"]


def with_faults(table):
    """Row numbers as the spreadsheet shows them: the headings are row 1."""
    def cell(letter, row, value):
        table[row - 2]["ABCDEFGHIJKL".index(letter)] = value
    cell("E", 9, "03/04/2028")      # two readings
    cell("E", 14, "30/02/2028")     # no such day
    cell("H", 20, "Texass barracks")  # no such place
    cell("G", 25, "4 hours")        # hours
    cell("I", 31, 85000)            # no currency
    cell("J", 31, "")
    cell("F", 38, datetime.date(2027, 1, 1))  # before its start
    table[45 - 2] = list(table[12 - 2])  # the same event twice
    return table


class Strings:
    def __init__(self):
        self.index, self.items = {}, []

    def of(self, text):
        if text not in self.index:
            self.index[text] = len(self.items)
            self.items.append(text)
        return self.index[text]


def cell_xml(name, value, strings):
    if value == "":
        return ""
    if isinstance(value, datetime.date):
        return f'<c r="{name}" s="1"><v>{(value - datetime.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{name}"><v>{value}</v></c>'
    return f'<c r="{name}" t="s"><v>{strings.of(value)}</v></c>'


def main():
    table = [HEADINGS] + with_faults(list(rows()))
    strings = Strings()
    body = ""
    for r, row in enumerate(table, 1):
        cells = "".join(cell_xml(f"{'ABCDEFGHIJKL'[c]}{r}", value, strings) for c, value in enumerate(row))
        body += f'<row r="{r}">{cells}</row>'
    main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings.items)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main_ns}" xmlns:r="{office}"><sheets><sheet name="Events 2028" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                                      f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main_ns}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main_ns}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main_ns}"><sheetData>{body}</sheetData></worksheet>',
    }
    with zipfile.ZipFile("events.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), head + text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
