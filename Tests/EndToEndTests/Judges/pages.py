"""A reader of the public pages who takes nothing on trust, with Python's own HTTP client and html5lib.

usage: pages.py PORT HOSTILE

Follows every link from both languages' first pages and prints one line for each thing that is not as docs/pages.md has
it; nothing when all is well. HOSTILE is a text that stands in the data as a name and must come out as text.
"""

import base64
import csv
import fractions
import http.client
import io
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import cn2an
import html5lib
import openpyxl

PORT, HOSTILE = int(sys.argv[1]), sys.argv[2]
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
FIELDS = {
    "Content-Security-Policy":
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
LARGEST = 100_000
READINGS = pathlib.Path(__file__).parents[3] / "docs/demo/liye-2021-04.csv"
said = []


def check(what, found, expected=True):
    if found != expected:
        said.append(f"{what}: {found!r} instead of {expected!r}")


def send(path, method="GET", body=None, **fields):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in fields.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def headers(path, answer):
    for name, value in FIELDS.items():
        check(f"{path} {name}", answer.headers[name], value)
    check(f"{path} cookies", answer.headers["Set-Cookie"], None)


def outline(path, page):
    """Headings: one h1, and none that skips a level on the way down."""
    levels = [int(element.tag[-1]) for element in page.iter() if re.fullmatch(re.escape(HTML) + "h[1-6]", str(element.tag))]
    check(f"{path} headings", levels.count(1), 1)
    for before, after in zip(levels, levels[1:]):
        check(f"{path} heading {before} before {after}", after <= before + 1)


def page(path, content):
    check(f"{path} is light", len(content) <= LARGEST)
    parser = html5lib.HTMLParser()
    tree = parser.parse(content.decode("utf-8"))
    for place, code, _ in parser.errors:
        said.append(f"{path}: {code} at {place}")
    elements = list(tree.iter())
    language = path.split("/")[1]
    check(f"{path} lang", tree.get("lang"), {"zh": "zh-CN", "en": "en"}[language])
    ids = [element.get("id") for element in elements if element.get("id")]
    check(f"{path} ids are unique", len(ids), len(set(ids)))
    for element in elements:
        tag = str(element.tag)
        if tag in (HTML + "script", HTML + "iframe", HTML + "img", HTML + "object", HTML + "style", HTML + "base"):
            said.append(f"{path}: there is a {tag}")
        for name in element.keys():
            if name.startswith("on") or name in ("style", "src"):
                said.append(f"{path}: there is an attribute {name}")
            if name in ("href", "action") and not re.match(r"(/(?!/)|#)", element.get(name)):
                said.append(f"{path}: leads elsewhere: {element.get(name)}")
        if tag == HTML + "table":
            check(f"{path} a table has its caption", element.find(HTML + "caption") is not None or element.find(
                f".//{HTML}th[@scope]") is not None)
        if tag == SVG + "svg":
            check(f"{path} a drawing says what it is", element.get("role"), "img")
            for name in (element.get("aria-labelledby") or "-").split():
                check(f"{path} {name}", name in ids)
    outline(path, tree)
    text = "".join(tree.itertext())
    check(f"{path} shows every character", "\ufffd" in text, False)
    check(f"{path} says how fresh it is", ("数据已核验至" if language == "zh" else "Verified up to") in text)
    return text, [element.get("href") or element.get("action") for element in elements
                  if str(element.tag) in (HTML + "a", HTML + "form")]


def rows(kind, content):
    if kind == "csv":
        check("a CSV begins with a byte order mark", content[:3], b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


def same(first, second):
    """A cell of a CSV and the same of a workbook, where a number is a number."""
    try:
        return first == second or float(first) == float(second)
    except (TypeError, ValueError):
        return False


def has_files(path, markup):
    """Under every table that has rows there are its files; the logs of the moment and a statement's parts have none."""
    if path.endswith("/sync") or "/statements/" in path:
        return
    for table in re.findall(
            r'<table>.*?</table></div>(?:<p class="quiet">[^<]*</p>)?(?:<p class="downloads">)?', markup, re.S):
        if "<td colspan=" not in table:
            check(f"{path} has files for the table {table[:80]}", table.endswith('<p class="downloads">'))


def crawl():
    seen, waiting, texts, downloads = set(), ["/zh", "/en"], {}, {}
    while waiting:
        path = waiting.pop(0).split("#")[0]
        if not path or path in seen:
            continue
        seen.add(path)
        answer, content = send(path)
        check(f"{path} status", answer.status, 200)
        headers(path, answer)
        kind = answer.headers["Content-Type"]
        if "/download/" in path:
            check(f"{path} is a file", (answer.headers["Content-Disposition"] or "").startswith("attachment; filename="))
            downloads[path] = content
        elif path == "/style.css":
            check(f"{path} type", kind, "text/css; charset=utf-8")
        else:
            check(f"{path} type", kind, "text/html; charset=utf-8")
            text, links = page(path, content)
            texts[path] = text
            has_files(path, content.decode("utf-8"))
            waiting += links
            other = "/en" if path.startswith("/zh") else "/zh"
            check(f"{path} has its other language", other + path[3:] in links)
    return texts, downloads


def files(downloads):
    for path, content in downloads.items():
        stem, kind = path.rsplit(".", 1)
        if kind == "json":
            check(f"{path} schema", json.loads(content).get("schema"), 1)
        if kind == "csv":
            book, table = rows("xlsx", downloads[stem + ".xlsx"]), rows("csv", content)
            check(f"{path} has as many rows as the workbook", len(book), len(table))
            for left, right in zip(table, book):
                check(f"{path} {left} {right}", all(same(a, b) for a, b in zip(left, right)))
            kept = json.loads(downloads[stem + ".json"])
            check(f"{path} rows of the JSON", kept["rows"], table[1:])
            if stem.endswith("/keys"):
                for row in table[1:]:
                    read = subprocess.run(["openssl", "pkey", "-pubin", "-inform", "DER", "-noout"],
                                          input=base64.b64decode(row[-1], validate=True), capture_output=True)
                    check(f"{path} openssl reads the key of {row[0]}", read.returncode, 0)
        if kind == "tar":
            import tarfile
            names = tarfile.open(fileobj=io.BytesIO(content)).getnames()
            check(f"{path} has proofs", any(name.endswith(".tlog-proof") for name in names))
        if "/statement/" in path and kind == "json":
            for amount in json.loads(content)["amounts"]:
                written = cn2an.an2cn(f"{amount['amount_fen'] / 100:.2f}", "rmb")
                check(f"{path} capitals", amount["amount_capitals"], written)
            water(path, json.loads(content), rows("xlsx", downloads[stem + ".xlsx"]))


def water(path, statement, book):
    """A statement's means are those of the readings in the file: exact in the JSON, to four decimals in the workbook."""
    # The bulletin repeats some rows; what is under maintenance does not count.
    reader = csv.DictReader(READINGS.open(encoding="utf-8-sig"))
    normal = {row["monitor_time"]: row for row in reader if row["status"] == "正常"}
    found = [item for assessment in statement["assessments"] for item in assessment["items"]]
    check(f"{path} indicators", [item["indicator"] for item in found], ["codmn", "do", "nh3n", "ph", "tp"])
    for item in found:
        values = [fractions.Fraction(row[item["indicator"]]) for row in normal.values() if row[item["indicator"]]]
        mean = sum(values) / len(values)
        check(f"{path} {item['indicator']} values", item["count"], len(values))
        check(f"{path} {item['indicator']} mean", fractions.Fraction(item["value"]), mean)
        cells = [row[3] for row in book if len(row) > 5 and row[2] == len(values) and row[5] == item["class"]]
        shown = [float(str(cell).lstrip("≈")) for cell in cells]
        check(f"{path} {item['indicator']} in the workbook: {cells}", any(abs(cell - mean) <= 0.00005 for cell in shown))
    # Case F1: 97.83/13 is class Ⅳ, and the agreement asks for Ⅲ.
    for assessment in statement["assessments"]:
        check(f"{path} CODMn", [(item["value"], item["class"]) for item in assessment["items"][:1]], [("9783/1300", "Ⅳ")])
        for grade in assessment["classes"]:
            check(f"{path} class", (grade["class"], [each["value"] for each in grade["held_against"]]), ("Ⅳ", ["Ⅲ"]))
    check(f"{path} class in the workbook", any(list(row[4:6]) == ["Ⅲ", "Ⅳ"] for row in book))


def statement(texts):
    sheets = [path for path in texts if "/statements/" in path and path.startswith("/zh")]
    check("there is a statement", len(sheets) > 0)
    for path in sheets:
        code = re.search(r"核验码([0-9a-f]{4}(?:-[0-9a-f]{4}){3})", texts[path]).group(1)
        answer, _ = send("/zh/verify?code=" + code)
        check("the form leads to the code's page", (answer.status, answer.headers["Location"]), (302, f"/zh/verify/{code}"))
        text = page(f"/zh/verify/{code}", send(f"/zh/verify/{code}")[1])[0]
        number = re.search(r"编号(\S+?)协议", texts[path]).group(1)
        check(f"the code of {number} finds it", number in text)
        amount = re.search(r"人民币(\S+?整)", texts[path]).group(1)
        check(f"the code of {number} shows its amount", amount in text)
        text = page("/zh/verify/x", send("/zh/verify/0000-0000-0000-0000")[1])[0]
        check("another code finds nothing", "没有核验码" in text)


def conversation():
    answer, content = send("/zh")
    tag = answer.headers["ETag"]
    # Once around the turn of a minute the page may differ.
    again = [send("/zh", If_None_Match=tag)[0].status for _ in range(3)]
    if 304 not in again:
        tag = send("/zh")[0].headers["ETag"]
        check("an unchanged page is not sent again", send("/zh", If_None_Match=tag)[0].status, 304)
    check("HEAD has no body", send("/zh", "HEAD")[1], b"")
    check("HEAD says 200", send("/zh", "HEAD")[0].status, 200)
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        answer, _ = send("/zh", method)
        check(f"{method} is refused", (answer.status, answer.headers["Allow"]), (405, "GET, HEAD"))
    check("a body is refused", send("/zh", "GET", b"x" * 10)[0].status, 413)
    for preference, place in (("en-GB,en;q=0.9,zh;q=0.2", "/en"), ("zh-CN", "/zh"), ("fr", "/zh"), ("", "/zh")):
        answer, _ = send("/", Accept_Language=preference)
        check(f"/ for {preference}", (answer.status, answer.headers["Location"]), (302, place))
    for path in ("/zh/nothing", "/fr", "/zh/sections/none", "/zh/../etc/passwd", "/zh/%2e%2e/%2e%2e/etc/passwd", "/zh//",
                 "/zh/sections/%00", "/zh/sections/%ff", "/zh/%zz", "/zh/settlements/a/b/c/d/e", "/log/common/1/checkpoint",
                 "/metrics", "/zh/download/x", "/zh/download/readings/430000-liye/9999-99.csv", "/zh/" + "a" * 2000,
                 "/zh/download/settlements.exe", "/zh/clearing/x/y", "/zh/ledger/x/y", "/zh/verify/<script>/x"):
        answer, _ = send(urllib.parse.quote(path, safe="/%?=&.-"))
        check(f"{path} is not there", answer.status, 404)
        headers(path, answer)


def crowd():
    """More readers at once than pages are made at once: some are told to come back, in their language."""
    found = {}
    for turn in range(30):
        waiting = []
        for place in range(48):
            language = ("zh", "en")[place % 2]
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
            connection.connect()
            waiting.append((language, connection))
        # Codes that nobody has asked for, so that each page has to be made.
        for place, (language, connection) in enumerate(waiting):
            connection.request("GET", f"/{language}/verify/{turn:08x}{place:08x}")
        for language, connection in waiting:
            answer = connection.getresponse()
            found.setdefault((answer.status, language), (answer, answer.read().decode("utf-8")))
            connection.close()
        if (503, "zh") in found and (503, "en") in found:
            break
    for language, words in (("zh", "同时访问的人过多"), ("en", "Too many pages are being made at once")):
        check(f"somebody is told in {language} to come back", (503, language) in found)
        if (503, language) in found:
            answer, text = found[503, language]
            headers(f"the busy page in {language}", answer)
            check(f"the busy page in {language} says when", answer.headers["Retry-After"], "2")
            check(f"the busy page in {language} is no answer to keep", answer.headers["ETag"], None)
            check(f"the busy page in {language}", words in text)
            html5lib.HTMLParser(strict=True).parse(text)


def main():
    texts, downloads = crawl()
    check("the hostile name is shown as text", any(HOSTILE in text for text in texts.values()))
    check("both languages have the same pages", sorted(p[3:] for p in texts if p.startswith("/zh")),
          sorted(p[3:] for p in texts if p.startswith("/en")))
    check("there are tables to download", len(downloads) >= 20)
    files(downloads)
    statement(texts)
    conversation()
    crowd()


main()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
