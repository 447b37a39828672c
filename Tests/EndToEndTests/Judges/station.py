"""A station that delivers its readings over HTTP, well and badly, with Python's own HTTP client.

usage: station.py PORT TOKEN HASTY_TOKEN

Prints one line for each thing that is not as docs/openapi/intake.yaml has it; nothing when all is well.
"""

import http.client
import json
import socket
import sys
import threading

PORT, TOKEN, HASTY = int(sys.argv[1]), sys.argv[2], sys.argv[3]
SECTION = "430000-liye"
said = []


def check(what, found, expected):
    if found != expected:
        said.append(f"{what}: {found!r} instead of {expected!r}")


def send(method="POST", path="/v1/readings", body=b"", token=TOKEN, **fields):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    if token:
        headers["Authorization"] = "Bearer " + token
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer, answer.read()


def reading(time, section=SECTION, values=None, **more):
    values = {"nh3n": "0.025"} if values is None else values
    return {"section": section, "time": time, "status": "normal", "values": values, **more}


def batch(*readings):
    return json.dumps({"readings": list(readings)}, ensure_ascii=False).encode()


def deliver(body, kind="application/json", **fields):
    return send(body=body, Content_Type=kind, **fields)


def problem(what, answer, body, status, code):
    check(what, answer.status, status)
    check(what + " media type", answer.headers["Content-Type"], "application/problem+json")
    document = json.loads(body)
    check(what + " code", document["code"], code)
    check(what + " status in the body", document["status"], status)
    return document


# The body that never ends is waited for while everything else goes on.
slow = socket.create_connection(("127.0.0.1", PORT), timeout=120)
slow.sendall(
    b"POST /v1/readings HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
    b"Authorization: Bearer " + TOKEN.encode() + b"\r\n\r\n{")
slow_answer = []
waiting = threading.Thread(target=lambda: slow_answer.append(slow.recv(4096)))
waiting.start()

# Recorded, and the same again is answered alike.
good = batch(reading("2021-04-01T08:00+08:00"), reading("2021-04-01T12:00:00+08:00", values={"tp": "<0.01"}))
answer, first = deliver(good)
check("a good batch", answer.status, 200)
receipt = json.loads(first)
check("readings", receipt["readings"], 2)
check("one entry", len(receipt["entries"]), 1)
for key in (None, "a-1", "a-1"):
    answer, again = deliver(good, **({"Idempotency_Key": key} if key else {}))
    check("the same batch again", (answer.status, again), (200, first))
answer, body = deliver(batch(reading("2021-04-01T16:00+08:00")), Idempotency_Key="a-1")
problem("a key for another batch", answer, body, 422, "intake-key-reused")
answer, body = deliver(good, Idempotency_Key="a b")
problem("a key with a blank", answer, body, 400, "intake-key-malformed")
# A key whose batch was refused is free for the mended one.
answer, body = deliver(batch(reading("never")), Idempotency_Key="a-2")
problem("a bad batch with a key", answer, body, 422, "intake-invalid")
answer, body = deliver(batch(reading("2021-04-02T08:00+08:00")), Idempotency_Key="a-2")
check("the mended batch with its key", answer.status, 200)
# Overlapping batches: where each reading stands.
answer, body = deliver(batch(reading("2021-04-01T08:00+08:00"), reading("2021-04-01T20:00+08:00")))
check("an overlapping batch", (answer.status, len(json.loads(body)["entries"])), (200, 2))

# Who asks.
for token in (None, "", "x", TOKEN + "x", TOKEN[:-1]):
    answer, body = deliver(good, token=token)
    problem(f"token {token!r}", answer, body, 401, "intake-not-known")
    check("it says how", answer.headers["WWW-Authenticate"], 'Bearer realm="tongzhou"')
answer, body = send(body=good, token=None, Content_Type="application/json", Authorization="Basic " + TOKEN)
problem("another scheme", answer, body, 401, "intake-not-known")
answer, body = deliver(batch(reading("2021-05-01T08:00+08:00"), reading("2021-05-01T08:00+08:00", "430000-other")))
document = problem("another's section", answer, body, 403, "intake-section-refused")
check("its pointer", [e["pointer"] for e in document["errors"]], ["/readings/1/section"])

# Every issue at once.
answer, body = deliver(json.dumps({"readings": [
    reading("2021-04-01T08:00+08:00", values={"nh3n": "0.026"}),
    reading("2021-04-03T08:00+08:00", values={"nh3n": 0.025, "x/y~z": "1", "tp": "1e999", "ph": "-1", "do": "０.5"}),
    reading("2999-04-01T08:00+08:00", status="wet", published_class="Ⅵ"),
    {"section": SECTION, "extra": 1}, 7,
    reading("2021-04-04T08:00+08:00"), reading("2021-04-04T08:00+08:00", values={}),
]}, ensure_ascii=False).encode())
document = problem("many issues", answer, body, 422, "intake-invalid")
check("their places and codes", sorted((e["pointer"], e["code"]) for e in document["errors"]), sorted([
    ("/readings/1/values/nh3n", "import-value-invalid"), ("/readings/1/values/x~1y~0z", "import-member-unknown"),
    ("/readings/1/values/tp", "import-value-invalid"), ("/readings/1/values/ph", "import-value-invalid"),
    ("/readings/1/values/do", "import-value-invalid"), ("/readings/2/time", "import-time-in-future"),
    ("/readings/2/status", "import-status-unknown"), ("/readings/2/published_class", "import-value-invalid"),
    ("/readings/3/extra", "import-member-unknown"), ("/readings/3/time", "import-member-missing"),
    ("/readings/3/status", "import-member-missing"), ("/readings/3/values", "import-member-missing"),
    ("/readings/4", "import-member-invalid"), ("/readings/6", "import-rows-differ"),
]))
answer, body = deliver(batch(reading("2021-04-01T08:00+08:00", values={"nh3n": "0.026"})))
document = problem("another value than the record's", answer, body, 422, "intake-invalid")
check("its place", [(e["pointer"], e["code"]) for e in document["errors"]], [("/readings/0", "import-changes-history")])

# What is no batch.
for text in (b"", b"{", b"[]x", b'{"readings":[],"readings":[]}', b"\xff", b"[" * 100, b'{"a":01}', b'"\\ud800"', b"NaN"):
    answer, body = deliver(text)
    problem(f"body {text!r}", answer, body, 400, "intake-malformed")
for value in ([], {}, {"readings": []}, {"readings": {}}, None, 1):
    answer, body = deliver(json.dumps(value).encode())
    problem(f"batch {value!r}", answer, body, 422, "intake-invalid")
for kind in ("", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"):
    answer, body = deliver(good, kind)
    problem(f"media type {kind!r}", answer, body, 415, "intake-media-type-refused")
answer, body = deliver(good, Content_Encoding="gzip")
problem("compressed", answer, body, 415, "intake-media-type-refused")
check("with a character set", deliver(good, "application/json; charset=utf-8")[0].status, 200)
for size in (9 << 20, 8 << 20 | 1):
    answer, body = deliver(b" " * size)
    problem(f"{size} bytes", answer, body, 413, "intake-too-large")
answer, body = deliver(iter([b" " * 65536] * 129))
problem("as much in chunks", answer, body, 413, "intake-too-large")
answer, body = deliver(batch(*[reading("2021-04-05T08:00+08:00")] * 10_001))
document = problem("10 001 readings", answer, body, 422, "intake-invalid")
check("their code", [e["code"] for e in document["errors"]], ["csv-too-many-rows"])

# A table.
table = "断面,监测时间,状态,氨氮(mg/L)\n里耶镇,2021-06-01 08:00,正常,0.025\n里耶镇,2021-06-01 12:00,正常,{}\n"
answer, body = deliver(table.format("O.1").encode(), "text/csv")
document = problem("a table with an issue", answer, body, 422, "intake-invalid")
check("its place", [(e["row"], e["column"], e["code"]) for e in document["errors"]], [(3, "D", "import-value-invalid")])
answer, body = deliver(table.format("0.1").encode("gb18030"), "text/csv; charset=gbk")
check("a table", (answer.status, json.loads(body).get("readings")), (200, 2))

# Addresses and methods.
answer, body = send("GET", "/")
problem("another address", answer, body, 404, "intake-not-found")
for method in ("GET", "PUT", "DELETE", "PATCH"):
    answer, body = send(method)
    problem(method, answer, body, 405, "intake-method-refused")
    check("it says which", answer.headers["Allow"], "POST")
answer, body = send("GET", "/v1/openapi.yaml", token=None)
check("the description", (answer.status, body.startswith(b"openapi: 3.1.0")), (200, True))

# Too often, of one sender alone: six hundred at once and ten a second after that.
statuses = set()
for _ in range(6000):
    answer, body = deliver(b"", "text/plain", token=HASTY)
    statuses.add(answer.status)
    if answer.status == 429:
        problem("too often", answer, body, 429, "intake-too-often")
        check("it says when", int(answer.headers["Retry-After"]) >= 1, True)
        break
check("statuses of the hasty one", statuses, {415, 429})

waiting.join()
check("half a body", slow_answer[0][:12], b"HTTP/1.1 408")
print("\n".join(said))
sys.exit(1 if said else 0)
