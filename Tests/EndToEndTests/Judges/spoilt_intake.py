"""Delivers spoilt files and requests to a running node, seeded, and looks whether each is answered and none is half
applied.

usage: spoilt_intake.py PROGRAM CONFIG PID PORT TOKEN FOLDER SEED FILES REQUESTS

FOLDER is watched by the node, PORT takes batches; the node knows 里耶镇 (430000-liye) and has recorded nothing else.
Prints what is wrong; nothing when all is well.
"""

import http.client
import io
import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import time
import zipfile

import openpyxl

PROGRAM, CONFIG, PID, PORT, TOKEN, FOLDER, SEED, FILES, REQUESTS = sys.argv[1:]
FOLDER = pathlib.Path(FOLDER)
PROJECT = pathlib.Path(__file__).resolve().parents[3]
CODES = set(re.findall(r"^\| `([a-z]+-[a-z-]+)` \|", (PROJECT / "docs/errors.md").read_text("utf-8"), re.M))
chance = random.Random(int(SEED))
said, entries = [], set()
NASTY = [
    "", " ", "0", "-1", "1e999", "NaN", "０.５", "<", "<0.025", "0.025L", "ND", "--", "9" * 400, "=1+1", "\u202e", "\x00", "\"",
    "'; DROP TABLE reading; --", "2021-02-30 08:00", "里耶镇", "正常", "\ud83c\udf0a", "a\nb", "2999-01-01 00:00", "断面", "Ⅵ", "{}",
]


def wrong(what):
    said.append(f"seed {SEED}: {what}")


def running():
    return subprocess.run(["kill", "-0", PID], check=False).returncode == 0


def peak_memory():
    """MiB that the node has held at most."""
    status = pathlib.Path(f"/proc/{PID}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


# MARK: Sound things to spoil


def rows(count):
    for _ in range(count):
        day, hour, minute = chance.randint(1, 28), chance.randint(0, 23), chance.randint(0, 59)
        values = [f"{chance.randint(0, 99)}.{chance.randint(0, 999)}" for _ in range(2)]
        yield [f"2021-{chance.randint(1, 12):02}-{day:02}", f"{hour:02}:{minute:02}", values]


def table(count):
    head = ["断面", "监测时间", "状态", "氨氮(mg/L)", "总磷(mg/L)"]
    return [head] + [["里耶镇", f"{day} {clock}", "正常", *values] for day, clock, values in rows(count)]


def csv_bytes(cells):
    quoted = [",".join('"' + c.replace('"', '""') + '"' if set(c) & set(',"\n') else c for c in row) for row in cells]
    text = "\r\n".join(quoted)
    return text.encode(chance.choice(["utf-8", "utf-8-sig", "gb18030"]), "replace")


def workbook(cells):
    book = openpyxl.Workbook()
    for row in cells:
        book.active.append([c if c.isprintable() else "?" for c in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def batch(count):
    return {"readings": [
        {"section": "430000-liye", "time": f"{day}T{clock}+08:00", "status": "normal",
         "values": {"nh3n": values[0], "tp": values[1]}} for day, clock, values in rows(count)]}


# MARK: Spoiling


def spoil_bytes(data, times=3):
    data = bytearray(data)
    for _ in range(chance.randint(1, times)):
        place = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0 and place < len(data):
            data[place] = chance.randrange(256)
        elif kind == 1:
            del data[place:place + chance.randint(1, 30)]
        elif kind == 2:
            data[place:place] = chance.choice(NASTY).encode("utf-8", "replace")
        elif kind == 3:
            data[place:place] = data[max(0, place - 50):place]
        else:
            del data[place:]
    return bytes(data)


def spoil_cells(cells):
    for _ in range(chance.randint(0, 2)):
        row = chance.choice(cells)
        row[chance.randrange(len(row))] = chance.choice(NASTY)
    if chance.random() < 0.2:
        chance.choice(cells).append(chance.choice(NASTY))
    return cells


def spoil_members(data):
    """Members changed, dropped, doubled or renamed; the archive around them is sound."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(members))
    name, content = members[place]
    kind = chance.randrange(5)
    if kind == 0:
        members[place] = (name, spoil_bytes(content))
    elif kind == 1:
        del members[place]
    elif kind == 2:
        members.append((name, content))
    elif kind == 3:
        members[place] = ("../" + name, content)
    else:
        members[place] = (name, content * 3)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members:
            out.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def spoil_value(value):
    """One node of a JSON document becomes another thing."""
    if chance.random() < 0.15 or not isinstance(value, (dict, list)) or not value:
        return chance.choice([None, True, 0, 1.5, -1, [], {}, [[]], {"a": 1}, *NASTY])
    if isinstance(value, list):
        place = chance.randrange(len(value))
        return [spoil_value(v) if i == place else v for i, v in enumerate(value)]
    name = chance.choice(list(value))
    if chance.random() < 0.2:
        return {(chance.choice(NASTY) if n == name else n): v for n, v in value.items()}
    return {n: spoil_value(v) if n == name else v for n, v in value.items()}


def file(number):
    kind = chance.randrange(6)
    if kind == 0:
        return f"{number}.csv", csv_bytes(spoil_cells(table(chance.randint(1, 6))))
    if kind == 1:
        return f"{number}.csv", spoil_bytes(csv_bytes(table(chance.randint(1, 6))))
    if kind == 2:
        return f"{number}.xlsx", workbook(spoil_cells(table(chance.randint(1, 6))))
    if kind == 3:
        return f"{number}.xlsx", spoil_bytes(workbook(table(2)))
    if kind == 4:
        return f"{number}.xlsx", spoil_members(workbook(table(2)))
    return f"{number}.csv", csv_bytes(table(chance.randint(1, 6)))


# MARK: What comes of it


def look_at_problem(what, document, known):
    for error in document.get("errors", []) if known else document["issues"]:
        if error["code"] not in CODES:
            wrong(f"{what}: code {error['code']} is not documented")


def deliver_files():
    names = []
    for number in range(int(FILES)):
        name, content = file(number)
        hidden = FOLDER / ("." + name)
        hidden.write_bytes(content)
        hidden.rename(FOLDER / name)
        names.append(name)
    return names


def look_at_files(names):
    limit = time.monotonic() + 600
    while any((FOLDER / name).exists() for name in names):
        if time.monotonic() > limit or not running():
            return wrong("files are left: " + ", ".join(n for n in names if (FOLDER / n).exists()))
        time.sleep(0.2)
    outcomes = set()
    for name in names:
        places = [p for p in ("done", "refused") if (FOLDER / p / name).exists()]
        if len(places) != 1:
            wrong(f"{name} is in {places}")
            continue
        receipt = json.loads((FOLDER / places[0] / (name + ".receipt.json")).read_text("utf-8"))
        outcomes.add(receipt["outcome"])
        if (places[0] == "refused") != bool(receipt["issues"]) or (receipt["issues"] and receipt["entries"]):
            wrong(f"{name} in {places[0]}: {receipt}")
        look_at_problem(name, receipt, False)
        entries.update(receipt["entries"])
    if not {"recorded", "refused"} <= outcomes:
        wrong(f"only {outcomes} came of the files")


STATUSES = {200, 400, 401, 403, 404, 405, 408, 413, 415, 422, 503}


def look_at_answer(what, status, kind, body):
    if status not in STATUSES:
        wrong(f"{what}: status {status}")
    elif status == 200 and kind == "application/json":
        entries.update(json.loads(body)["entries"])
    elif kind == "application/problem+json":
        document = json.loads(body)
        if document["code"] not in CODES or document["status"] != status:
            wrong(f"{what}: {document}")
        look_at_problem(what, document, True)
    elif status >= 400 and (status != 400 or body):
        wrong(f"{what}: {status} {kind} {body!r}")
    return status


def sound_head(body, kind):
    connection = http.client.HTTPConnection("127.0.0.1", int(PORT), timeout=120)
    connection.request(
        "POST", "/v1/readings", body, {"Authorization": "Bearer " + TOKEN, "Content-Type": kind})
    answer = connection.getresponse()
    return look_at_answer(f"body {body[:300]!r}", answer.status, answer.headers["Content-Type"], answer.read())


def spoilt_head():
    """A batch that cannot be recorded under a head that is spoilt; whoever it is cut off from learns nothing."""
    body = json.dumps({"readings": [{"section": "430000-liye", "time": "never", "status": "normal", "values": {}}]})
    lines = [
        "POST /v1/readings HTTP/1.1", "Host: node", "Authorization: Bearer " + TOKEN, "Content-Type: application/json",
        f"Content-Length: {len(body)}", "Idempotency-Key: k"]
    kind, place = chance.randrange(7), chance.randrange(len(lines))
    if kind == 0:
        lines[place] = spoil_bytes(lines[place].encode()).decode("latin-1")
    elif kind == 1:
        del lines[place]
    elif kind == 2:
        lines.insert(place + 1, lines[place])
    elif kind == 3:
        lines.append("X: " + "x" * chance.choice([100, 9_000, 20_000, 100_000]))
    elif kind == 4:
        lines += [f"X-{n}: 1" for n in range(chance.choice([10, 100, 1_000]))]
    elif kind == 5:
        lines[4] = chance.choice([
            "Content-Length: -1", "Content-Length: 1", "Content-Length: 99999999999999999999", "Content-Length: 5, 6",
            "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Content-Length: 0x10"])
    else:
        lines[0] = chance.choice([
            "POST /v1/../v1/readings HTTP/1.1", "POST //v1/readings HTTP/1.1", "POST /v1/readings HTTP/9.9", "GET / HTTP/0.9",
            "POST /v1/readings%00 HTTP/1.1", "PRI * HTTP/2.0", "POST http://a/v1/readings HTTP/1.1", "\x16\x03\x01\x02\x00",
            "OPTIONS * HTTP/1.1", "TRACE /v1/readings HTTP/1.1", "POST /v1/readings?" + "a" * 9000 + " HTTP/1.1"])
    data = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body.encode()
    answer = b""
    try:
        with socket.create_connection(("127.0.0.1", int(PORT)), timeout=60) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                answer += part
    except (ConnectionError, socket.timeout):
        pass
    if not answer:
        return 0
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    if not found or int(found[1]) not in STATUSES | {429, 431, 501, 505}:
        wrong(f"head {data[:300]!r}: {answer[:200]!r}")
    elif int(found[1]) == 200 and b"openapi" not in answer:
        wrong(f"head {data[:300]!r} was accepted")
    return 0


def deliver_requests():
    statuses = set()
    for _ in range(int(REQUESTS)):
        kind = chance.randrange(5)
        if kind == 0:
            statuses.add(sound_head(spoil_bytes(json.dumps(batch(2)).encode()), "application/json"))
        elif kind == 1:
            body = json.dumps(spoil_value(batch(2)), ensure_ascii=chance.random() < 0.5)
            statuses.add(sound_head(body.encode("utf-8", "replace"), "application/json"))
        elif kind == 2:
            statuses.add(sound_head(spoil_bytes(csv_bytes(table(2))), "text/csv"))
        elif kind == 3:
            statuses.add(sound_head(csv_bytes(spoil_cells(table(2))), "text/csv"))
        else:
            spoilt_head()
        if not running():
            return wrong("the node is gone")
    if not {200, 400, 422} <= statuses:
        wrong(f"only {statuses} came of the requests")


names = deliver_files()
deliver_requests()
look_at_files(names)
if running():
    status = json.loads(subprocess.run(
        [PROGRAM, "status", "--json", "--config", CONFIG], check=True, capture_output=True).stdout)
    log = next(log for log in status["own_logs"] if "/common/" in log["origin"])
    # The node and the section came first; every other entry is in a receipt, and nothing else is.
    expected = {f"{log['origin']}#{place}" for place in range(2, log["size"])}
    if expected != entries:
        wrong(f"without a receipt: {sorted(expected - entries)}, without an entry: {sorted(entries - expected)}")
    if peak_memory() > 800:
        wrong(f"{peak_memory()} MiB of memory")
else:
    wrong("the node is gone")
print("\n".join(said))
sys.exit(1 if said else 0)
