"""Looks at returned workbooks with openpyxl.

Reads JSON: a list of name, original and copy (base64 .xlsx), issues (`Sheet1 3C code`), and the two headings.
Prints JSON: what is wrong, a list of texts.
"""
import base64
import io
import json
import re
import sys

import openpyxl

complaints = []


def plain(value):
    # Texts written as texts stay what they are; numbers may have been written with other last digits.
    if isinstance(value, bool):
        return str(value).upper()
    return round(value, 12) if isinstance(value, float) else value


for case in json.load(sys.stdin):
    def complain(text):
        complaints.append(f"{case['name']}: {text}")

    old = openpyxl.load_workbook(io.BytesIO(base64.b64decode(case["original"])), data_only=True)
    new = openpyxl.load_workbook(io.BytesIO(base64.b64decode(case["copy"])))
    if old.sheetnames != new.sheetnames:
        complain(f"sheets {old.sheetnames} became {new.sheetnames}")
        continue
    told = 0
    for name in old.sheetnames:
        before, after = old[name], new[name]
        merged = {(row, column): before.cell(area.min_row, area.min_col).value
                  for area in before.merged_cells.ranges
                  for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1)}
        places = {heading: cell.column for row in after.iter_rows() for cell in row for heading in case["headings"]
                  if isinstance(cell.value, str) and cell.value.startswith(heading)}
        filled = {row for row in range(1, before.max_row + 1)
                  if any(before.cell(row, column).value is not None for column in range(1, before.max_column + 1))}
        for row in filled:
            for column in range(1, before.max_column + 1):
                want = merged.get((row, column), before.cell(row, column).value)
                cell = after.cell(row, column)
                got = cell.value
                # A time of day and a whole moment are kept as such; blanks at the ends are the sender's.
                if plain(want) != plain(got) and str(want) != str(got):
                    complain(f"{name} {cell.coordinate}: {want!r} became {got!r}")
                if cell.data_type == "f":
                    complain(f"{name} {cell.coordinate} is a formula")
        for issue in case["issues"]:
            match = re.fullmatch(re.escape(name) + r" (\d+)([A-Z]*) (\S+)", issue)
            if not match:
                continue
            told += 1
            row, letters, code = int(match[1]), match[2], match[3]
            if len(places) != 2:
                complain(f"{name}: the columns of issues are {places}")
                continue
            codes, reasons = (after.cell(row, places[heading]) for heading in case["headings"])
            if code not in str(codes.value) or len(str(reasons.value)) < 6:
                complain(f"{issue}: {codes.value} {reasons.value}")
            marked = after[f"{letters}{row}"] if letters else codes
            if marked.fill.fgColor.rgb != "FFFFC7CE":
                complain(f"{issue}: coloured {marked.fill.fgColor.rgb}")
    if told != len(case["issues"]):
        complain(f"{told} of {len(case['issues'])} issues on the sheets")

json.dump(complaints, sys.stdout)
