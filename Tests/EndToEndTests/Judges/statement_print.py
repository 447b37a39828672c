"""Statements on paper, as poppler reads the PDF.

usage: statement_print.py CHROMIUM SHOTS FOLDER

FOLDER has zh.html, en.html and the PDF that the program made of each. Every page says which it is of how many. A copy of
the HTML whose steps are many and long is printed by Chromium: the heads of the table are repeated on every page it
reaches, and no row is cut. Leaves pictures in SHOTS. Prints one line for each thing that is wrong; nothing when all is
well.
"""

import pathlib
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

CHROMIUM, SHOTS, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
NUMBERS = {"zh": r"第\s*{}\s*页\s*共\s*{}\s*页", "en": r"page {} of {}"}
TITLES = {"zh": "核算结果", "en": "Computation"}
HEADS = {"zh": ("项目", "依据条款", "结果"), "en": ("Item", "Article", "Result")}
ROWS = 60
LENGTHEN = """([title, rows]) => {
  const heading = [...document.querySelectorAll("h2")].find(each => each.textContent === title);
  const body = heading.nextElementSibling.querySelector("tbody");
  for (let row = 0; row < rows; row++) {
    const cells = ["one", "two", "three"].map(word => `<td>row${row}${word}<br>row${row}${word}-<br>${word}</td>`);
    body.insertAdjacentHTML("beforeend", `<tr>${cells.join("")}</tr>`);
  }
}"""
said = []


def pages(pdf):
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    subprocess.run(["pdftoppm", "-r", "70", "-png", pdf, SHOTS / f"paper_{pdf.stem}"], check=True)
    return text.split("\f")[:-1]


def numbered(what, found, language):
    for place, text in enumerate(found, 1):
        last = text.rstrip().splitlines()[-1].strip()
        if not re.fullmatch(NUMBERS[language].format(place, len(found)), last):
            said.append(f"{what}: page {place} of {len(found)} ends with {last!r}")


def whole(what, found, language):
    """Rows stand on one page each, below the heads of their table."""
    seen = set()
    for text in found:
        here = {int(row) for row in re.findall(r"row(\d+)one-", text)}
        for row in here:
            marks = [f"row{row}{word}{end}" for word in ("one", "two", "three") for end in ("", "-")]
            missing = [mark for mark in marks if mark not in text]
            if missing:
                said.append(f"{what}: row {row} is cut: {missing}")
        seen |= here
        lines = [line.split() for line in text.splitlines()]
        if here and list(HEADS[language]) not in lines:
            said.append(f"{what}: a page with rows {min(here)} to {max(here)} has no heads")
    if seen != set(range(ROWS)):
        said.append(f"{what}: rows are missing: {sorted(set(range(ROWS)) - seen)[:5]}")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    for language in ("zh", "en"):
        made = pages(FOLDER / f"{language}.pdf")
        numbered(f"the program's {language}.pdf", made, language)
        if not 1 <= len(made) <= 2:
            said.append(f"the statement in {language} has {len(made)} pages")
        page = browser.new_page()
        # Milliseconds; the machine may be busy.
        page.set_default_timeout(120_000)
        page.goto((FOLDER / f"{language}.html").as_uri())
        page.evaluate(LENGTHEN, [TITLES[language], ROWS])
        long = FOLDER / f"{language}-long.pdf"
        page.pdf(prefer_css_page_size=True, path=long)
        found = pages(long)
        if len(found) < 4:
            said.append(f"the long statement in {language} has only {len(found)} pages")
        numbered(f"the long statement in {language}", found, language)
        whole(f"the long statement in {language}", found, language)
    browser.close()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
