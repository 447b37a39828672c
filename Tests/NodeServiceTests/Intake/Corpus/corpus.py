"""Spreadsheets as staff send them, with what has to come of each.

Made with openpyxl, some with their XML changed afterwards. Prints JSON: a list of samples with name, file (base64),
year and ignored columns given by the operator, and what is expected: rows (section, time, status, values), issues
(`sheet row+column code`) and notes (codes).
"""
import base64
import datetime
import io
import json
import re
import sys
import zipfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

LIYE, SHIMEN = "430000-liye", "430000-shimen"
HEAD = ["断面名称", "监测时间", "站点情况", "pH", "氨氮(mg/L)"]
samples = []


def moment(day, hour=8, minute=0):
    return datetime.datetime(2021, 4, day, hour, minute)


def stamp(day, hour=8, minute=0):
    return f"2021-04-{day:02}T{hour:02}:{minute:02}+08:00"


def reading(day, hour=8, minute=0, section=LIYE, status="normal", **values):
    return [section, stamp(day, hour, minute), status, values]


def book(*rows, title="Sheet1"):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return workbook


def saved(workbook):
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def rezipped(data, change, extra=()):
    """The workbook with `change(name, bytes)` applied to every part; None leaves a part out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = change(entry.filename, old.read(entry.filename))
            if content is not None:
                new.writestr(entry.filename, content)
        for name, content in extra:
            new.writestr(name, content)
    return buffer.getvalue()


def replaced(data, part, old, new):
    def change(name, content):
        if name != part:
            return content
        assert old in content, (part, old, content[:600])
        return content.replace(old, new)

    return rezipped(data, change)


def shared(data):
    """The workbook with its texts in a part of their own, as Excel and WPS write them, instead of in the cells."""
    texts = []

    def move(match):
        texts.append(match.group(3))
        return b'<c%bt="s"%b><v>%d</v></c>' % (match.group(1), match.group(2), len(texts) - 1)

    sheet = zipfile.ZipFile(io.BytesIO(data)).read(SHEET)
    sheet = re.sub(rb'<c([^>]*)t="inlineStr"([^>]*)><is>(.*?)</is></c>', move, sheet, flags=re.S)
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%b</sst>' % b"".join(
        b"<si>" + text + b"</si>" for text in texts)
    assert texts

    def change(name, content):
        if name == SHEET:
            return sheet
        if name == "[Content_Types].xml":
            return content.replace(
                b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
                b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
        if name == "xl/_rels/workbook.xml.rels":
            return content.replace(
                b"</Relationships>", b'<Relationship Id="rIdS" Target="sharedStrings.xml" Type="http://schemas.'
                b'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>')
        return None if name == STRINGS else content

    return rezipped(data, change, [(STRINGS, strings)])


def sample(name, data, rows=(), issues=(), notes=(), **given):
    if not isinstance(data, bytes):
        data = saved(data)
    samples.append(dict(
        name=name, file=base64.b64encode(data).decode(), rows=[list(row) for row in rows], issues=list(issues),
        notes=list(notes), year=given.get("year"), ignored=given.get("ignored", []), limits=given.get("limits", []),
        resaved=given.get("resaved", True)))


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

# Plain: cells with dates and numbers, the floats of Excel.
plain = book(
    HEAD, ["里耶镇", moment(1), "正常", 7.68, 0.1 + 0.2], ["里耶镇", moment(1, 12), "维护", 7.5, None],
    ["里耶镇", moment(1, 16, 30), "normal", 8, 1e-05])
sample("plain", plain, [
    reading(1, ph="7.68", nh3n="0.3"), reading(1, 12, status="maintenance", ph="7.5"),
    reading(1, 16, 30, ph="8", nh3n="0.00001")])
seventeen = saved(book(HEAD, ["里耶镇", moment(1), "正常", 7.68, 0.125]))
sample("17 digits, as a program stores 0.15", replaced(seventeen, SHEET, b"<v>0.125</v>", b"<v>0.14999999999999999</v>"),
       [reading(1, ph="7.68", nh3n="0.15")])
sample("an exponent, as a program stores 0.0025",
       replaced(seventeen, SHEET, b"<v>0.125</v>", b"<v>2.5000000000000001E-3</v>"),
       [reading(1, ph="7.68", nh3n="0.0025")])

shown = book(HEAD, ["里耶镇", moment(1), "正常", 7.5, 0.1], ["里耶镇", moment(2), "正常", 7, 0.1234],
             ["里耶镇", moment(3), "正常", 7, 0.5])
for place, code in [("D2", "0.00"), ("E2", "0.000_ "), ("D3", "#,##0.0"), ("E3", "0.00"), ("E4", "0%")]:
    shown.active[place].number_format = code
sample("zeros that are shown, digits that are not", shown, [
    reading(1, ph="7.50", nh3n="0.100"), reading(2, ph="7.0", nh3n="0.1234"), reading(3, ph="7", nh3n="0.5")])

# Dates of 1904.
mac = book(HEAD, ["里耶镇", None, "正常", 7.68, 0.1])
mac.epoch = CALENDAR_MAC_1904
mac.active["B2"] = moment(2, 8)
sample("days counted from 1904", mac, [reading(2, ph="7.68", nh3n="0.1")])

# Number formats that show a date, and some that do not.
for code, shows in [("yyyy/m/d h:mm", True), ('yyyy"年"m"月"d"日" h"时"', True), ("m/d/yy h:mm", True),
                    ("[$-804]yyyy/m/d\\ hh:mm;@", True), ("m月d日 hh:mm", False), ("yyyy-mm-dd", True)]:
    workbook = book(HEAD, ["里耶镇", moment(3, 8), "正常", 7.68, 0.1])
    workbook.active["B2"].number_format = code
    sample(f"the format {code}", workbook, [reading(3, ph="7.68", nh3n="0.1")],
           notes=[] if shows else ["note-year-not-shown"])
workbook = book(HEAD, ["里耶镇", moment(3, 8), "正常", 7.68, 0.1])
workbook.active["B2"].number_format = "0.00"
sample("a date shown as a number", workbook, issues=["Sheet1 2B import-time-invalid"])
workbook = book(HEAD, ["里耶镇", datetime.date(2021, 4, 3), "正常", 7.68, 0.1])
sample("a day without a time", workbook, issues=["Sheet1 2B import-time-invalid"])
workbook = book(HEAD, ["里耶镇", moment(3), "正常", 7.68, moment(4)])
sample("a date among the values", workbook, issues=["Sheet1 2E import-value-invalid"])

# Times as text.
texts = [("2021/4/1 8:00", 1, 8, 0), ("2021年4月2日8时", 2, 8, 0), ("2021年4月3日8时30分", 3, 8, 30),
         ("2021年4月4日 12:00", 4, 12, 0), ("2021-04-05 16:00:00", 5, 16, 0), ("2021-04-06T20:00", 6, 20, 0),
         ("2021年04月07日 8点", 7, 8, 0)]
sample("times as text", book(HEAD, *[["里耶镇", text, "正常", 7, 0.1] for text, *_ in texts]),
       [reading(day, hour, minute, ph="7", nh3n="0.1") for _, day, hour, minute in texts])
sample("times in full width", book(HEAD, ["里耶镇", "２０２１／４／１　８：００", "正常", 7, 0.1]),
       [reading(1, ph="7", nh3n="0.1")], notes=["note-normalised"])
yearless = book(HEAD, ["里耶镇", "4月1日8时", "正常", 7, 0.1], ["里耶镇", "04-02 8:00", "正常", 7, 0.1])
sample("times without a year", yearless, issues=["Sheet1 2B import-year-missing", "Sheet1 3B import-year-missing"])
sample("times without a year, which is given", yearless,
       [reading(1, ph="7", nh3n="0.1"), reading(2, ph="7", nh3n="0.1")], year=2021)
sample("times that are none", book(
    HEAD, ["里耶镇", "2021-02-29 8:00", "正常", 7, 0.1], ["里耶镇", "昨天", "正常", 7, 0.1],
    ["里耶镇", "2031-04-01 8:00", "正常", 7, 0.1], ["里耶镇", None, "正常", 7, 0.1]),
    issues=["Sheet1 2B import-time-invalid", "Sheet1 3B import-time-invalid", "Sheet1 4B import-time-in-future",
            "Sheet1 5B import-time-invalid"])
divided = book(["断面", "日期", "时间", "状态", "pH"], ["里耶镇", datetime.date(2021, 4, 1), datetime.time(8, 30), "正常", 7],
               ["里耶镇", "2021/4/2", "9:00", "正常", 7])
sample("day and time of day in two columns", divided, [reading(1, 8, 30, ph="7"), reading(2, 9, 0, ph="7")])

# Headings.
sample("headings in English", book(
    ["Station", "Sampling time", "Status", "pH", "Ammonia nitrogen (mg/L)", "CODMn mg/L", "TP(mg·L-1)"],
    ["里耶镇", moment(1), "normal", 7, 0.1, 2.5, 0.02]), [reading(1, ph="7", nh3n="0.1", codmn="2.5", tp="0.02")])
sample("headings in Chinese with and without units", book(
    ["监测断面", "采样时间", "状态", "pH值(无量纲)", "氨氮\n（mg/L）", "高锰酸盐指数 mg/L", "总磷（以P计）", "铬(六价)", "水温(℃)", "氟化物(以F-计)"],
    ["里耶镇", moment(1), "正常", 7, 0.1, 2.5, 0.02, 0.004, 18.5, 0.3]),
    [reading(1, ph="7", nh3n="0.1", codmn="2.5", tp="0.02", cr6="0.004", temp="18.5", f="0.3")])
sample("other columns are left out", book(HEAD + ["电导率(μS/cm)", "备注", "省份"], ["里耶镇", moment(1), "正常", 7, 0.1, 300, "晴", "湖南"]),
       [reading(1, ph="7", nh3n="0.1")])
typed = book(HEAD[:4] + ["氨氨(mg/L)", "高锰酸盐指標"], ["里耶镇", moment(1), "正常", 7, 0.1, 2])
sample("a heading with a slip", typed, issues=["Sheet1 1E import-column-unknown", "Sheet1 1F import-column-unknown"])
sample("a heading with a slip that is meant so", typed, [reading(1, ph="7")], ignored=["氨氨(mg/L)", "高锰酸盐指標"])
sample("another unit", book(HEAD[:4] + ["氨氮(μg/L)"], ["里耶镇", moment(1), "正常", 7, 100]),
       issues=["Sheet1 1E import-unit-other"])
sample("a column twice", book(HEAD + ["NH3-N"], ["里耶镇", moment(1), "正常", 7, 0.1, 0.1]),
       issues=["Sheet1 1F import-column-repeated"])
sample("columns missing", book(["断面名称", "pH"], ["里耶镇", 7]),
       issues=["Sheet1 1 import-column-missing", "Sheet1 1 import-column-missing"])

# Numbers and detection limits.
sample("numbers as people type them", book(
    HEAD + ["粪大肠菌群(个/L)", "CODMn"], ["里耶镇", moment(1), "正常", "７．６８", "0.15", "1,234", "1.5E-02"],
    ["里耶镇", moment(2), "正常", " 7.5 ", 0.2, "12,345,678", "1.50e+1"]),
    [reading(1, ph="7.68", nh3n="0.15", fc="1234", codmn="0.015"),
     reading(2, ph="7.5", nh3n="0.2", fc="12345678", codmn="15.0")], notes=["note-normalised", "note-text-number"])
sample("numbers that are none", book(
    HEAD, ["里耶镇", moment(1), "正常", "7.5约", "0.1.2"], ["里耶镇", moment(2), "正常", "1,23", "－1"],
    ["里耶镇", moment(3), "正常", True, "≤0.1"]),
    issues=["Sheet1 2D import-value-invalid", "Sheet1 2E import-value-invalid", "Sheet1 3D import-value-invalid",
            "Sheet1 3E import-value-invalid", "Sheet1 4D import-value-invalid", "Sheet1 4E import-value-invalid"])
limits = book(HEAD, *[["里耶镇", moment(day), "正常", 7, text] for day, text in enumerate(
    ["0.025L", "<0.025", "＜０.０２５", "< 0.025", "0.025 L", "未检出(0.025)", "ND（0.025）", "--", "", "—", "/"], 1)])
sample("below detection, with the limit", limits, [
    reading(1, ph="7", nh3n="0.025L"), reading(2, ph="7", nh3n="<0.025"), reading(3, ph="7", nh3n="<0.025"),
    reading(4, ph="7", nh3n="<0.025"), reading(5, ph="7", nh3n="0.025L"), reading(6, ph="7", nh3n="<0.025"),
    reading(7, ph="7", nh3n="<0.025"), reading(8, ph="7"), reading(9, ph="7"), reading(10, ph="7"),
    reading(11, ph="7")], notes=["note-normalised", "note-not-measured"])
bare = book(HEAD, *[["里耶镇", moment(day), "正常", 7, text] for day, text in enumerate(["ND", "未检出", "<DL", "n.d."], 1)])
sample("below detection, the limit unsaid", bare, issues=[f"Sheet1 {row}E import-limit-missing" for row in range(2, 6)])
sample("below detection, the limit given", bare, [reading(day, ph="7", nh3n="<0.025") for day in range(1, 5)],
       notes=["note-limit-given"], limits=["nh3n=0.025"])

# Shapes of sheets.
shaped = book(
    ["湖南省地表水自动监测数据（2021年4月）"], [], ["断面名称", "监测时间", "站点情况", "监测项目", None], [None, None, None, "pH", "氨氮"],
    [None, None, None, "无量纲", "mg/L"], ["里耶镇", moment(1), "正常", 7.1, 0.1], [None, moment(1, 12), "正常", 7.2, 0.2],
    ["合 计", None, None, 14.3, 0.3], ["石门", moment(1), "正常", 7.3, 0.3], ["4月均值", None, None, 7.2, 0.2],
    ["平均", None, None, 7.2, 0.2], ["备注：数据未经审核"], title="四月")
sheet = shaped.active
for area in ["A1:E1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "A6:A7", "A12:E12"]:
    sheet.merge_cells(area)
sheet["A1"].font = Font(bold=True)
sheet.row_dimensions[7].hidden = True
sheet.column_dimensions["E"].hidden = True
sample("title, headings in two rows, units, totals, remarks, merged and hidden", shaped, [
    reading(1, ph="7.1", nh3n="0.1"), reading(1, 12, ph="7.2", nh3n="0.2"),
    reading(1, section=SHIMEN, ph="7.3", nh3n="0.3")], notes=["note-rows-above", "note-units-row", "note-total-row",
                                                             "note-remark-row"])
common = book(HEAD, ["里耶镇", moment(1), "正常", 7, 0.1], ["里耶镇", moment(2), "正常", None, 0.1])
common.active.merge_cells("D2:D3")
sample("one value merged over two rows", common, [reading(1, ph="7", nh3n="0.1"), reading(2, ph="7", nh3n="0.1")],
       notes=["note-merged"])
units = book(HEAD[:4] + ["氨氮"], [None, None, None, None, "μg/L"], ["里耶镇", moment(1), "正常", 7, 100])
sample("a row of units with another unit", units, issues=["Sheet1 2E import-unit-other"], notes=["note-units-row"])

several = openpyxl.Workbook()
several.active.title = "说明"
several.active.append(["本表由监测站填报，请勿修改格式"])
for title, section, day in [("里耶镇", "里耶镇", 1), ("石门 4月", "石门", 2)]:
    sheet = several.create_sheet(title)
    sheet.append(HEAD)
    sheet.append([section, moment(day), "正常", 7, 0.1])
several.create_sheet("空表")
several["石门 4月"].sheet_state = "hidden"
sample("several sheets, one hidden, one empty, one of words", several, [
    reading(1, ph="7", nh3n="0.1"), reading(2, section=SHIMEN, ph="7", nh3n="0.1")],
    notes=["note-sheet-other", "note-sheet-hidden", "note-sheet-empty"])
several["里耶镇"].append(["石门", moment(2), "正常", 7, 0.2])
several["石门 4月"].append(["不存在", moment(2), "晴", 7, 0.1])
sample("issues on several sheets", several, issues=[
    "石门 4月 2 import-rows-differ", "石门 4月 3A import-section-unknown", "石门 4月 3C import-status-unknown"],
    notes=["note-sheet-other", "note-sheet-hidden", "note-sheet-empty"])
sample("rows that repeat and rows that differ", book(
    HEAD, ["里耶镇", moment(1), "正常", 7, 0.1], ["里耶镇", moment(1), "正常", 7, 0.1], ["里耶镇", moment(1), "正常", 7, 0.2]),
    issues=["Sheet1 4 import-rows-differ"])
sample("an empty workbook", book(), issues=["- csv-empty"], resaved=False)
far = book(HEAD, ["里耶镇", moment(1), "正常", 7, 0.1])
far.active["AB2"] = "远处"
far.active["A1000"] = "合计"
far.active["AC5000"].font = Font(bold=True)
sample("cells far away", far, [reading(1, ph="7", nh3n="0.1")], notes=["note-total-row"])

# Texts in cells.
sample("invisible characters", book(HEAD, ["里耶\u200b镇", moment(1), "正常", 7, 0.1]),
       issues=["Sheet1 2A csv-forbidden-character"])
hostile = book(HEAD, ["=cmd|'/c calc'!A0", moment(1), "正常", 7, "+1+1"], ["@SUM(A1)", moment(2), "正常", "-2+3", 0.1])
for place in ["A2", "E2", "A3", "D3"]:
    hostile.active[place].data_type = "s"
sample("texts that look like formulas", hostile, issues=[
    "Sheet1 2A import-section-unknown", "Sheet1 2E import-value-invalid", "Sheet1 3A import-section-unknown",
    "Sheet1 3D import-value-invalid"])
spaced = saved(book(HEAD, [" 里耶镇 ", moment(1), "正常 ", 7, 0.1]))
sample("blanks around texts", spaced, [reading(1, ph="7", nh3n="0.1")])


def strings(old, new):
    return replaced(shared(saved(book(HEAD, ["里耶镇", moment(1), "正常", 7, 0.1]))), STRINGS, old, new)


sample("rich text with the pronunciation beside it", strings(
    "<t>里耶镇</t>".encode(), "<r><t>里耶</t></r><r><rPr><b/></rPr><t>镇</t></r><rPh sb=\"0\" eb=\"3\"><t>liyezhen</t></rPh>".encode()),
    [reading(1, ph="7", nh3n="0.1")])
sample("an escaped line break", strings("<t>氨氮(mg/L)</t>".encode(), "<t>氨氮_x000D_\n(mg/L)</t>".encode()),
       [reading(1, ph="7", nh3n="0.1")])


def prefixed(name, content):
    if name != SHEET:
        return content
    text = content.decode()
    for word in ["worksheet", "sheetData", "row", "c", "v"]:
        text = text.replace(f"<{word} ", f"<x:{word} ").replace(f"<{word}>", f"<x:{word}>").replace(f"</{word}>", f"</x:{word}>")
    return text.replace("xmlns=", "xmlns:x=").encode()


sample("a namespace with a prefix", rezipped(saved(book(HEAD, ["里耶镇", moment(1), "正常", 7, 0.1])), prefixed),
       [reading(1, ph="7", nh3n="0.1")], resaved=False)
inline = saved(book(HEAD, ["里耶镇", moment(1), "正常", 7, 0.1]))
sample("texts in a part of their own", shared(inline), [reading(1, ph="7", nh3n="0.1")])
bare_places = replaced(inline, SHEET, b' r="A2"', b"")
sample("cells without their places", replaced(bare_places, SHEET, b'<row r="2"', b"<row"), [reading(1, ph="7", nh3n="0.1")])

# Formulas.
formula = book(HEAD, ["里耶镇", moment(1), "正常", 7, "=0.1+0.2"])
sample("a formula without its result", formula, issues=["Sheet1 2E xlsx-no-result"], resaved=False)
computed = replaced(saved(formula), SHEET, b"<v></v>", b"<v>0.30000000000000004</v>") if b"<v></v>" in zipfile.ZipFile(
    io.BytesIO(saved(formula))).read(SHEET) else replaced(saved(formula), SHEET, b"<v />", b"<v>0.30000000000000004</v>")
sample("a formula with its result", computed, [reading(1, ph="7", nh3n="0.3")], notes=["note-computed"])
failed = book(HEAD, ["里耶镇", moment(1), "正常", 7, "#DIV/0!"])
failed.active["E2"].data_type = "e"
sample("an error in a cell", failed, issues=["Sheet1 2E import-value-invalid"])

# Files that are no workbooks, or none to be trusted.
good = saved(plain)
sample("cut off", good[: len(good) // 2], issues=["- xlsx-damaged"], resaved=False)
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as other:
    other.writestr("mimetype", "application/vnd.oasis.opendocument.text")
sample("another archive", archive.getvalue(), issues=["- xlsx-other"], resaved=False)
sample("an old .xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), issues=["1 csv-not-text"], resaved=False)
sample("no part for a sheet", rezipped(good, lambda name, content: None if name == SHEET else content),
       issues=["- xlsx-damaged"], resaved=False)
sample("broken XML", replaced(good, SHEET, b"</sheetData>", b"<sheetData>"), issues=["- xlsx-damaged"], resaved=False)
sample("a text that is not there", replaced(shared(good), SHEET, b'<c r="A2" t="s"><v>5</v>', b'<c r="A2" t="s"><v>99</v>'),
       issues=["- xlsx-damaged"], resaved=False)
sample("rows that go back", replaced(good, SHEET, b'<row r="3"', b'<row r="2"'), issues=["- xlsx-damaged"], resaved=False)
entities = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
sample("entities", replaced(shared(good), STRINGS, b"<sst", entities + b"<sst"), issues=["- xlsx-unsafe"], resaved=False)
sample("a file from outside", replaced(
    good, SHEET, b"<worksheet", b'<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet'),
    issues=["- xlsx-unsafe"], resaved=False)
sample("a bomb", replaced(good, SHEET, b"</sheetData>", b"</sheetData>" + b" " * (8 << 20)), issues=["- xlsx-unsafe"], resaved=False)
sample("XML without end", replaced(good, SHEET, b"<sheetData>", b"<a>" * 5000 + b"</a>" * 5000 + b"<sheetData>"),
       issues=["- xlsx-unsafe"], resaved=False)
with __import__("warnings").catch_warnings(action="ignore"):
    sample("two parts of one name", rezipped(good, lambda name, content: content, [(SHEET, b"<worksheet/>")]),
           issues=["- xlsx-unsafe"], resaved=False)
sample("thousands of parts", rezipped(good, lambda name, content: content, [(f"a{i}", b"") for i in range(2000)]),
       issues=["- xlsx-unsafe"], resaved=False)
beyond = replaced(good, SHEET, b'<row r="4"', b'<row r="1048577"')
for column in "ABCDE":
    beyond = replaced(beyond, SHEET, f'r="{column}4"'.encode(), f'r="{column}1048577"'.encode())
sample("a row beyond the sheet", beyond, issues=["- csv-too-many-rows"], resaved=False)

# Text files.
lines = "断面名称,监测时间,站点情况,pH,氨氮(mg/L)\r\n里耶镇,2021/4/1 8:00,正常,7.68,0.025L\r\n"
for encoding in ["gbk", "gb18030", "utf-8", "utf-8-sig"]:
    sample(f"CSV in {encoding}", lines.encode(encoding), [reading(1, ph="7.68", nh3n="0.025L")], resaved=False)
titled = "湖南省监测数据,,,,\r\n" + lines + "平均,,,7.68,\r\n"
sample("CSV saved from a sheet with a title", titled.encode("gbk"), [reading(1, ph="7.68", nh3n="0.025L")],
       notes=["note-rows-above", "note-total-row"], resaved=False)

json.dump(samples, sys.stdout)
