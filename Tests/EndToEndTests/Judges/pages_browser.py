"""The public pages in a real browser: Debian's Chromium, driven by Playwright, with axe-core as the judge of accessibility.

usage: pages_browser.py PORT CHROMIUM FOLDER PATH...

Opens each PATH in both languages on a telephone, a desk and at 200 % zoom, prints the statement, and leaves screenshots in
FOLDER. Prints one line for each thing that is wrong; nothing when all is well.
"""

import pathlib
import re
import subprocess
import sys

import axe_playwright_python
from playwright.sync_api import TimeoutError, sync_playwright

PORT, CHROMIUM, FOLDER, PATHS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4:]
HOST = f"http://127.0.0.1:{PORT}"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Milliseconds; the machine may be busy.
PATIENCE = 120_000
# Zoom makes the window narrower, in the page's own pixels.
SIZES = {"phone": (360, 740, 1), "laptop": (1366, 850, 1), "zoom": (683, 425, 2)}
OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return "";
  const guilty = [...document.body.querySelectorAll("*")].filter(e =>
    e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".table,.river,.chart,pre"));
  return wide + " px too wide: " + guilty.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | ");
}"""
# Pixels as the reader has them, whatever the drawing was scaled by.
SMALL = """() => [...document.querySelectorAll("svg text")].filter(
  e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a < 12).map(e => e.textContent)"""
said = []


def name(path):
    return path.strip("/").replace("/", "_") or "root"


def examine(page, path, size):
    found = page.evaluate(OVERFLOW)
    if found:
        said.append(f"{path} {size}: {found}")
    small = page.evaluate(SMALL) if size == "phone" else []
    if small:
        said.append(f"{path} {size}: {len(small)} labels of drawings are too small to read: {small[:3]}")
    page.evaluate(AXE)
    result = page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})")
    for violation in result["violations"]:
        places = [node["html"][:160] for node in violation["nodes"][:2]]
        said.append(f"{path} {size}: axe {violation['id']}: {violation['help']} {places}")


def read(browser):
    for size, (width, height, scale) in SIZES.items():
        context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda message: said.append(f"{page.url} {size}: console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{page.url} {size}: {error}"))
        page.on("request", lambda request: request.url.startswith(HOST + "/")
                or said.append(f"{page.url} {size}: asks for {request.url}"))
        for language in ("zh", "en"):
            for path in PATHS:
                answer = page.goto(f"{HOST}/{language}{path}")
                if answer.status != 200:
                    said.append(f"/{language}{path}: {answer.status}")
                examine(page, f"/{language}{path}", size)
                page.screenshot(path=FOLDER / f"{size}_{language}_{name(path)}.png", full_page=True)
        context.close()


def shows(page, text):
    """Whether the page comes to say so: a click is answered before the next page is there."""
    try:
        page.locator("main", has_text=text).wait_for(timeout=PATIENCE)
    except TimeoutError:
        return False
    return True


def walk(browser):
    """The way through the pages by keyboard and by links."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(HOST + "/zh")
    page.keyboard.press("Tab")
    if page.evaluate("() => document.activeElement.className") != "skip":
        said.append("the first stop of the keyboard is not the skip link")
    page.keyboard.press("Enter")
    try:
        page.wait_for_url("**#content", timeout=PATIENCE)
    except TimeoutError:
        said.append("the skip link does not lead to the content")
    page.get_by_role("navigation").get_by_role("link", name="核算结果").click()
    page.get_by_role("row").nth(1).get_by_role("link").first.click()
    page.get_by_role("link", name="打印用结算单").click()
    code = page.locator("dd", has_text="-").last.inner_text()
    page.get_by_role("link", name="自行核验").first.click()
    page.get_by_label("核验码").fill(code)
    page.get_by_role("button", name="查对").click()
    if not shows(page, "该核验码对应的结算单"):
        said.append(f"the code {code} finds nothing by the form")
    page.get_by_role("link", name="English").click()
    if not shows(page, "The statement with this code"):
        said.append("the other language is not the same page")


def print_statement(browser):
    for language in ("zh", "en"):
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{HOST}/{language}/settlements")
        page.locator("tbody a").first.click()
        page.locator("a[href*='/statements/']").first.click()
        page.emulate_media(media="print")
        pdf = page.pdf(format="A4", prefer_css_page_size=True, path=FOLDER / f"print_{language}_statement.pdf")
        sheets = pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type/Page\n")
        if not 1 <= sheets <= 2:
            said.append(f"the statement in {language} prints on {sheets} sheets")
        text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
        number = {"zh": r"第\s*1\s*页\s*共\s*%d\s*页", "en": r"page 1 of %d"}[language] % sheets
        if not re.search(number, text):
            said.append(f"the sheets in {language} have no numbers")
        # A4 less its margins, in the page's pixels.
        page.set_viewport_size({"width": 688, "height": 1000})
        found = page.evaluate(OVERFLOW)
        if found:
            said.append(f"print {language}: {found}")
        page.screenshot(path=FOLDER / f"print_{language}_statement.png", full_page=True)
        page.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    read(browser)
    walk(browser)
    print_statement(browser)
    browser.close()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
