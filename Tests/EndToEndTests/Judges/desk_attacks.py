"""Somebody who wants to do at the desk what is not theirs to do, with Python's own HTTP client.

usage: desk_attacks.py PORT NAME PASSWORD URI HOSTILE

It asks from several addresses of this machine, since much is counted by address.

NAME logs in with PASSWORD and the codes of URI (computed by pyotp) and has the role operator. Prints one line for
each thing that is not refused as docs/desk.md has it; nothing when all is well.
"""

import html
import http.client
import re
import ssl
import socket
import sys
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

import pyotp

PORT, NAME, PASSWORD, URI, HOSTILE = sys.argv[1:]
PORT = int(PORT)
HERE = f"https://127.0.0.1:{PORT}"
TRUST = ssl.create_default_context()
# The certificate names the node, not this address; who it is was checked by the browser's test.
TRUST.check_hostname = False
TRUST.verify_mode = ssl.CERT_NONE
FORM = "application/x-www-form-urlencoded"
said = []


class Answer:
    def __init__(self, response):
        self.status, self.text = response.status, response.read().decode("utf-8", "replace")
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = [value for name, value in response.getheaders() if name.lower() == "set-cookie"]


def ask(method, path, fields=None, cookie=None, origin=HERE, raw=None, kind=FORM, known=None, source="127.0.0.1"):
    connection = http.client.HTTPSConnection(
        "127.0.0.1", PORT, context=TRUST, timeout=60, source_address=(source, 0))
    headers = {}
    body = raw
    if fields is not None:
        body = urllib.parse.urlencode(fields).encode()
    if body is not None:
        headers["Content-Type"] = kind
    if origin:
        headers["Origin"] = origin
    shown = [f"__Host-desk={cookie}"] * bool(cookie) + [f"__Host-known={known}"] * bool(known)
    if shown:
        headers["Cookie"] = "; ".join(shown)
    connection.request(method, path, body, headers)
    answer = Answer(connection.getresponse())
    connection.close()
    examine(method, path, answer)
    return answer


def examine(method, path, answer):
    """Headers that every answer has, and no text that became markup."""
    wanted = {
        "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin",
        "cache-control": "no-store", "strict-transport-security": "max-age=15552000",
    }
    for name, value in wanted.items():
        if answer.headers.get(name) != value:
            said.append(f"{method} {path}: {name} is {answer.headers.get(name)}")
    if "default-src 'none'" not in answer.headers.get("content-security-policy", ""):
        said.append(f"{method} {path}: no policy")
    if HOSTILE in answer.text:
        said.append(f"{method} {path}: a hostile text became markup")
    if len(answer.text.encode()) > 100_000 and answer.headers.get("content-type", "").startswith("text/html"):
        said.append(f"{method} {path}: {len(answer.text.encode())} bytes")


def expect(what, answer, status, words=""):
    if answer.status != status or words not in answer.text:
        said.append(f"{what}: {answer.status} instead of {status}: {answer.text[:200]!r}")


def log_in(name=NAME, password=PASSWORD, code="000000", language="zh", **more):
    return ask("POST", f"/{language}/do/log-in", {"name": name, "password": password, "code": code}, **more)


def seal(cookie, path, act):
    text = ask("GET", path, cookie=cookie).text
    form = re.search(rf'<form[^>]*action="/zh/do/{act}".*?name="seal" value="([0-9a-f]+)"', text, re.S)
    return html.unescape(form.group(1)) if form else ""


def cookie_of(answer, name="desk", more=""):
    for cookie in answer.cookies:
        found = re.match(
            rf"__Host-{name}=([0-9a-f]{{64}}); Path=/; Secure; HttpOnly; SameSite=Strict{more}$", cookie)
        if found:
            return found.group(1)
    said.append(f"no cookie {name}, or another one: {answer.cookies}")
    sys.exit("\n".join(said))


# Without a session nothing is shown and nothing is done.
for path in ["/zh", "/zh/inbox", "/zh/audit", "/zh/import", "/zh/sections", "/zh/settlements", "/zh/returned",
             "/zh/download/settlements.csv", "/zh/check"]:
    answer = ask("GET", path)
    if answer.status != 303 or answer.headers.get("location") != "/zh/login" or len(answer.text) > 0:
        said.append(f"{path} without a session: {answer.status} {answer.headers.get('location')}")
for act in ["accept", "object", "propose", "import", "correct", "endorse", "log-out"]:
    expect(f"{act} without a session", ask("POST", f"/zh/do/{act}", {"agreement": "youshui-2019"}), 403, "重新登录")
    expect(f"{act} with an invented session",
           ask("POST", f"/zh/do/{act}", {"agreement": "x"}, cookie="0" * 64), 403)
for method in ["PUT", "DELETE", "TRACE"]:
    expect(method, ask(method, "/zh/inbox"), 405)
expect("an act that is none", ask("POST", "/zh/do/read", {}), 404)
expect("the style sheet", ask("GET", "/style.css"), 200)

# The answer is the same whatever was wrong, also for names that are markup or that nobody has.
code = pyotp.parse_uri(URI)
now = int(time.time())
answers = [log_in(), log_in(name="nobody-" + NAME), log_in(password="wrong", code=code.at(now)),
           log_in(name=HOSTILE), log_in(name="a" * 5_000), log_in(code=""), log_in(name="", password="")]
for answer in answers:
    expect("a wrong log-in", answer, 403, "不正确")
    if answer.text != answers[0].text or "set-cookie" in answer.headers:
        said.append("a wrong log-in is told apart from another")
# From another page, or from none.
for origin in ["https://evil.example", None, "null", f"http://127.0.0.1:{PORT}"]:
    expect(f"a log-in from {origin}", log_in(code=code.at(now), origin=origin), 403, "表单")

now = int(time.time())
used = code.at(now)
welcome = log_in(code=used)
expect("the log-in", welcome, 303)
cookie = cookie_of(welcome)
known = cookie_of(welcome, "known", "; Max-Age=15552000")
expect("the inbox", ask("GET", "/zh/inbox", cookie=cookie), 200, NAME)
expect("a code for the second time", log_in(code=used), 403, "不正确")

# A form of this page, for this act, from this session.
mine = seal(cookie, "/zh/inbox", "log-out")
for name, fields in [("none", {}), ("an invented", {"seal": "0" * 64}), ("another act's", {"seal": mine})]:
    fields = dict(fields, agreement="youshui-2019", period="2021-04", confirm="yes")
    for act in ["accept", "import"] if fields.get("seal") == mine else ["propose"]:
        expect(f"{act} with {name} seal", ask("POST", f"/zh/do/{act}", fields, cookie=cookie), 403, "表单")
expect("a sealed form from elsewhere",
       ask("POST", "/zh/do/log-out", {"seal": mine}, cookie=cookie, origin="https://evil.example"), 403)
expect("still in", ask("GET", "/zh/inbox", cookie=cookie), 200, NAME)

# Pages of other roles are not there.
expect("a page of another role", ask("GET", "/zh/audit", cookie=cookie), 404)
shown = ask("GET", "/zh/settlements/youshui-2019/2021-04", cookie=cookie)
expect("a settlement", shown, 200)
if "/do/accept" in shown.text or "/do/object" in shown.text:
    said.append("a form is shown to a role that may not use it")

# What is no form, too much, or too strange.
for kind, raw, status in [(FORM, b"a=%zz", 400), ("multipart/form-data; boundary=x", b"--x", 400), ("text/plain", b"a", 400),
                          (FORM, b"a=" + b"1" * 70_000, 413), ("application/json", b"{}", 400)]:
    expect(f"{kind} {raw[:10]}", ask("POST", "/zh/do/log-out", cookie=cookie, raw=raw, kind=kind), status, "未予受理")
expect("a body in a GET", ask("GET", "/zh/inbox", cookie=cookie, raw=b"x"), 405)
hostile = seal(cookie, "/zh/import", "import")
body = "".join(
    f"--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
    for name, value in [("seal", hostile), ("source", HOSTILE), ("channel", "common"), ("reason", HOSTILE)])
body += f"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{HOSTILE.replace(chr(34), '%22')}.csv\"\r\n\r\n"
body += f"断面,时间,站点情况,氨氮\r\n{HOSTILE},2021-04-01 08:00,正常,{HOSTILE.replace(chr(34), chr(39))}\r\n\r\n--x--\r\n"
answer = ask("POST", "/zh/do/import", cookie=cookie, raw=body.encode(), kind="multipart/form-data; boundary=x")
expect("a hostile file", answer, 200, "未通过")
expect("a file that is not there any more",
       ask("POST", "/zh/do/import", {"seal": hostile, "file-digest": "0" * 64, "confirm": "yes"}, cookie=cookie),
       200, "表单不完整")
expect("a confirmation of nothing previewed",
       ask("POST", "/zh/do/import", cookie=cookie, raw=body.replace("\r\n--x--", "\r\n--x\r\nContent-Disposition: form-data; "
           "name=\"confirm\"\r\n\r\nyes\r\n--x--").encode(), kind="multipart/form-data; boundary=x"), 200, "表单不完整")
wrong = {"seal": seal(cookie, "/zh/sections/430000-liye", "correct"), "section": "430000-liye", "seen": HOSTILE,
         "reading": "2021-04-01 08:00|cnemc-auto", "reason": HOSTILE, "cell-3": HOSTILE, "confirm": "yes"}
expect("a reading not seen", ask("POST", "/zh/do/correct", wrong, cookie=cookie), 200, "已有变化")
wrong["section"] = wrong["reading"] = HOSTILE
expect("a hostile reading", ask("POST", "/zh/do/correct", wrong, cookie=cookie), 200, "表单不完整")

# A session that was ended opens nothing, whoever kept its cookie.
expect("the log-out", ask("POST", "/zh/do/log-out", {"seal": mine}, cookie=cookie), 303)
if ask("GET", "/zh/inbox", cookie=cookie).status != 303:
    said.append("a session goes on after its end")

def guessing():
    """Guesses lock the account where they are made, and nobody else's guesses keep its operator out."""
    right = {"code": code.at(int(time.time()) + 30), "source": "127.0.0.2"}
    for place in range(5):
        expect(f"guess {place}", log_in(password="guess", source="127.0.0.2"), 403, "不正确")
    locked = log_in(**right)
    expect("the right password where the account is locked", locked, 403, "不正确")
    if locked.text != log_in(name="nobody", source="127.0.0.2").text:
        said.append("a lock is told apart from a wrong password")
    expect("an invented known browser", log_in(**right, known="0" * 64), 403, "不正确")
    # The guesser goes on; the operator works in the browser of before, at the very same address.
    again = log_in(**right, known=known)
    expect("a known browser while others guess", again, 303)
    if any("__Host-known" in cookie for cookie in again.cookies):
        said.append("a known browser becomes another one")
    expect("the known browser for another account",
           log_in(name="nobody", known=known, source="127.0.0.2"), 403, "不正确")


def many_names():
    """An address that tries many names is locked for every name, as long as a browser is not known."""
    # One after the other and in one language: the trail keeps the words of the guess that locks.
    for place in range(20):
        log_in(name=f"name-{place}", source="127.0.0.3")
    # All at once: a comparison takes so long that one after the other would be slow enough.
    with ThreadPoolExecutor(16) as several:
        hurried = list(several.map(
            lambda attempt: log_in(name=f"name-{attempt // 2}", source="127.0.0.3", language=("zh", "en")[attempt % 2]),
            range(40)))
    for language, words in (("zh", "登录过于频繁，请一分钟后再试"), ("en", "Too many log-ins; try again in a minute")):
        refused = [answer for answer in hurried if answer.status == 429 and words in answer.text]
        if not refused or any(int(answer.headers.get("retry-after", "0")) < 1 for answer in refused):
            said.append(f"no page says in {language} that log-ins are too many: {[a.status for a in hurried]}")


def slowly():
    """A form that does not arrive is given up, with a page that says so."""
    waiting = []
    for language in ("zh", "en"):
        plain = socket.create_connection(("127.0.0.1", PORT), timeout=60, source_address=("127.0.0.4", 0))
        sending = TRUST.wrap_socket(plain, server_hostname="127.0.0.1")
        sending.sendall(f"POST /{language}/do/log-in HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nOrigin: {HERE}\r\n"
                        f"Content-Type: {FORM}\r\nContent-Length: 100\r\n\r\nname=".encode())
        waiting.append((language, sending))
    for language, words in (("zh", "未能及时收到完整内容"), ("en", "Not all of it arrived in time")):
        connection = next(each for name, each in waiting if name == language)
        response = http.client.HTTPResponse(connection)
        response.begin()
        answer = Answer(response)
        expect(f"a form that does not arrive ({language})", answer, 408, words)
        examine("POST", "slowly", answer)
        connection.close()


def crowd():
    """Passwords are compared two at a time; the others are told to come back, in their language."""
    found = {}

    def one(place, language):
        answer = log_in(name=f"crowd-{place}", language=language, source=f"127.0.1.{place + 1}")
        found.setdefault((answer.status, language), answer)

    for turn in range(10):
        threads = [threading.Thread(target=one, args=(2 * place + turn % 2, language))
                   for place in range(8) for language in ("zh", "en")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if (503, "zh") in found and (503, "en") in found:
            break
    for language, words in (("zh", "办理页正忙，请稍后重试"), ("en", "The desk is busy; try again in a moment")):
        busy = found.get((503, language))
        if busy is None or words not in busy.text or busy.headers.get("retry-after") != "1":
            said.append(f"no page says in {language} that the desk is busy: {sorted(found)}")


guessing()
many_names()
slowly()
crowd()
print("\n".join(said[:60]))
sys.exit(1 if said else 0)
