"""Operators at the desk in a real browser: Debian's Chromium, driven by Playwright, axe-core as the judge of accessibility.

usage: desk_browser.py PORT CHROMIUM FOLDER SECRETS READINGS HOSTILE

SECRETS is a file of JSON: for each of clerk, approver and auditor a name, a password and the URI of the codes, which pyotp
computes. READINGS is a sound file of April 2021. The clerk sends it with mistakes, mends it by the workbook that comes
back and confirms it; the approver objects, then accepts; the auditor reads all of it. What the desk has beside the public
pages is looked at in English as well. Prints one line for each thing that is wrong; nothing when all is well.
"""

import json
import pathlib
import re
import sys

import openpyxl
from playwright.sync_api import sync_playwright

from desk_operator import Operator

PORT, CHROMIUM, FOLDER, SECRETS, READINGS, HOSTILE = sys.argv[1:]
FOLDER, READINGS = pathlib.Path(FOLDER), pathlib.Path(READINGS)
MONTH = "/settlements/youshui-2019/2021-04"
said = []


def check(what, holds):
    if not holds:
        said.append(what)


def spoilt():
    """The readings with one value that is none and one section that nobody knows."""
    lines = READINGS.read_text("utf-8-sig").splitlines()
    lines[1] = lines[1].replace("2.79", "2.7九")
    lines[2] = lines[2].replace("里耶镇", HOSTILE.replace('"', "").replace(",", ""))
    file = FOLDER / "四月.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def bring_in(clerk):
    clerk.log_in()
    clerk.page.keyboard.press("Tab")
    check("the first stop of the keyboard is not the skip link",
          clerk.page.evaluate("() => document.activeElement.className") == "skip")
    clerk.send(spoilt())
    check(f"the mistakes are not named: {clerk.text()[:300]}", "未通过" in clerk.text() and "第 2 行" in clerk.text())
    with clerk.page.expect_download() as waiting:
        clerk.page.get_by_role("link", name="下载标明问题的工作簿").click()
    returned = FOLDER / "returned.xlsx"
    waiting.value.save_as(returned)
    check(f"the workbook is called {waiting.value.suggested_filename}",
          waiting.value.suggested_filename == "四月_问题清单.xlsx")
    # Mended where it is marked, and sent again as it is.
    book = openpyxl.load_workbook(returned)
    sheet = book.active
    marked = [row for row in sheet.iter_rows(min_row=2) if row[-1].value]
    check(f"{len(marked)} rows are marked", len(marked) == 2)
    titles = [cell.value for cell in sheet[1]]
    marked[0][titles.index("codmn")].value = 2.79
    marked[1][titles.index("section")].value = "里耶镇"
    mended = FOLDER / "四月_问题清单.xlsx"
    book.save(mended)
    clerk.send(mended)
    check(f"the mended file does not pass: {clerk.text()[:400]}", "预览" in clerk.text())
    clerk.press("确认导入数据")
    clerk.examine("import-done")
    check(f"nothing was recorded: {clerk.text()[:400]}", "完成" in clerk.text())
    clerk.wait("/inbox", "认可或提出异议")
    clerk.go(MONTH)
    check("a clerk may accept", clerk.page.get_by_role("button", name="认可").count() == 0)


def correct(clerk):
    """One value, seen as it is recorded, previewed, and left at that."""
    clerk.go("/sections/430000-liye/2021-04")
    clerk.page.get_by_label("监测时间").fill("2021-04-01 08:00")
    clerk.press("更正这条数据")
    clerk.examine("correct")
    clerk.page.get_by_label("高锰酸盐指数").fill("2.80")
    clerk.page.get_by_label("更正理由").fill("抄录有误 " + HOSTILE)
    clerk.press("更正（先预览）")
    clerk.examine("correct-preview")
    check(f"the correction is not previewed: {clerk.text()[:400]}", "更正数据：预览" in clerk.text())


def correct_in_english(clerk):
    """A value that is none: the reason is told, and the form is there as it was filled in."""
    for path in ("/inbox", "/import", "/sections/430000-liye/2021-04"):
        clerk.go(path, "en")
    clerk.page.get_by_label("Time", exact=True).fill("2021-04-01 08:00")
    clerk.press("Correct this reading")
    clerk.examine("/en/correct")
    clerk.page.get_by_label("permanganate index").fill("2.8九")
    clerk.page.get_by_label("Reason").fill("copied wrongly\n" + HOSTILE)
    clerk.press("Preview the correction")
    clerk.examine("/en/correct-refused")
    check(f"the correction is not refused: {clerk.text()[:400]}", "refused" in clerk.text())
    check("the value typed is gone", clerk.page.get_by_label("permanganate index").input_value() == "2.8九")
    check("the reason typed is gone",
          clerk.page.get_by_label("Reason").input_value() == "copied wrongly\n" + HOSTILE)


def bind(approver):
    approver.log_in()
    for path in ("/inbox", MONTH):
        approver.go(path, "en")
    approver.wait("/inbox", "认可或提出异议")
    approver.page.get_by_role("link", name="youshui-2019 2021-04").first.click()
    approver.examine("settlement")
    approver.page.get_by_label("异议所指").fill("里耶镇 4 月 3 日 " + HOSTILE)
    approver.page.get_by_label("异议理由").fill("原始记录与报送值不符")
    approver.press("提出异议（先预览）")
    approver.examine("object-preview")
    check(f"no preview: {approver.text()[:300]}", "将写入" in approver.text())
    approver.press("确认提出异议")
    approver.examine("object-done")
    check(f"not objected: {approver.text()[:300]}", "已对" in approver.text())
    approver.go(MONTH)
    check("the objection is not shown", "原始记录与报送值不符" in approver.text())
    approver.press("认可（先预览）")
    approver.press("确认认可")
    approver.examine("accept-done")
    check(f"not accepted: {approver.text()[:300]}", "已认可" in approver.text())
    approver.page.goto(f"{approver.host}/zh{MONTH}")
    approver.page.get_by_role("link", name="打印用结算单").click()
    approver.page.emulate_media(media="print")
    pdf = approver.page.pdf(format="A4", prefer_css_page_size=True, path=FOLDER / "statement.pdf")
    sheets = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
    check(f"the statement prints on {sheets} sheets", 1 <= sheets <= 2)
    check("the desk's own lines are printed", not approver.page.get_by_role("button", name="退出").is_visible())
    approver.page.emulate_media(media="screen")


def read(auditor):
    auditor.log_in()
    auditor.go("/audit", "en")
    auditor.go("/audit")
    text = auditor.text()
    for words in ("导入数据", "未通过", "提出异议", "认可", "已受理", "完成", "127.0.0.1", "登录", "登记人员"):
        check(f"the audit trail lacks {words}", words in text)
    for path in ("", "/sections", "/sections/430000-liye", "/agreements/youshui-2019", "/settlements", MONTH, "/ledger",
                 "/clearing", "/sync", "/method", "/check"):
        auditor.go(path)
        check(f"{path or '/'}: an auditor may act",
              auditor.page.locator("form.act[action*='/do/']").count() == 1)
    with auditor.page.expect_navigation():
        auditor.page.get_by_role("link", name="English").click()
    check("the other language is not the same page", "/en/check" in auditor.page.url)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    secrets = json.loads(pathlib.Path(SECRETS).read_text("utf-8"))
    clerk, approver = (
        Operator(browser, PORT, secrets[part], FOLDER, said, HOSTILE) for part in ("clerk", "approver"))
    auditor = Operator(browser, PORT, secrets["auditor"], FOLDER, said, HOSTILE, width=360)
    bring_in(clerk)
    correct(clerk)
    correct_in_english(clerk)
    bind(approver)
    read(auditor)
    for operator in (clerk, approver, auditor):
        operator.leave()
    browser.close()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
