"""The public pages of a node that holds ten years of one river, asked by wrk on loopback.

python3 Benchmarks/pages_load.py --tongzhou .build-release/release/tongzhou --years 10 --seconds 10

Two real nodes: 重庆 imports six readings a day, both compute, propose and accept every month by themselves. Then wrk asks 湖南's
pages. For each page a JSON line: its weight, requests a second, and how long an answer takes. A first request is timed
by itself: it makes the page, the others take what is kept.
"""

import argparse
import datetime
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from mirror_postgres import free_port, run, until

CODES = ("500000", "430000")
LAST = 2024
PAGES = {
    "overview": "/zh", "section, newest month": "/zh/sections/430000-liye",
    "section, another month": f"/zh/sections/430000-liye/{LAST - 1}-07", "settlements": "/zh/settlements",
    "a settlement": f"/zh/settlements/youshui-2019/{LAST}-05", "synchronisation": "/zh/sync",
}


class Pair:
    def __init__(self, program, root, years):
        self.program, self.root, self.processes = program, root, []
        self.first = LAST - years + 1
        names = [f"{code}.tongzhou.test" for code in CODES]
        run(program, "certs", "--folder", root / "certs", *names)
        (root / "peers").mkdir()
        for code, other in (CODES, CODES[::-1]):
            run(program, "init", root / code, "--facts", Path("peers") / f"{code}.yaml", "--certs", root / "certs",
                "--peers", root / "peers", "--port", free_port(), "--readers", f"youshui={other}.tongzhou.test")
            shutil.copy(root / code / f"{code}.tongzhou.test.yaml", root / "peers")
        self.port = free_port()
        for code in CODES:
            path = root / code / "node.yaml"
            path.write_text(path.read_text("utf-8").replace("accepting: operator", "accepting: automatic"), "utf-8")
        with open(root / "430000" / "node.yaml", "a", encoding="utf-8") as file:
            file.write(f'pages: {{listen: "127.0.0.1:{self.port}", channels: [common, central, youshui]}}\n')

    def start(self):
        for code in CODES:
            self.processes.append(subprocess.Popen(
                [self.program, "serve", "--config", self.root / code / "node.yaml"], stdout=subprocess.DEVNULL,
                stderr=open(self.root / code / "errors", "ab")))
            until(lambda code=code: self.json(code, "status").get("running"))

    def ask(self, code, *words):
        return subprocess.run([str(part) for part in (self.program, *words, "--config", self.root / code / "node.yaml",
                                                      "--json")], capture_output=True, text=True, check=False)

    def json(self, code, *words):
        ended = self.ask(code, *words)
        return json.loads(ended.stdout) if ended.returncode == 0 else {}

    def done(self, code, *words):
        ended = self.ask(code, *words)
        if ended.returncode != 0:
            raise SystemExit(f"{words}: {ended.stdout}{ended.stderr}")

    def fill(self):
        """The agreement, the readings of all years; both nodes accept what they compute alike."""
        upstream, downstream = CODES
        self.done(upstream, "sections", "add", "--id", "430000-liye", "--name-zh", "里耶镇", "--name-en", "Liye Town",
                  "--river", "酉水", "--basin", "长江流域", "--upstream", upstream, "--downstream", downstream)
        scheme = self.root / "scheme.md"
        text = Path("schemes/酉水-重庆-湖南.md").read_text("utf-8")
        scheme.write_text(text.replace("from 2019-01 to 2024-12", f"from {self.first}-01 to {LAST}-12"), "utf-8")
        self.done(downstream, "agreements", "draft", scheme, "--channel", "youshui")
        self.done(downstream, "agreements", "sign", "youshui-2019")
        until(lambda: self.json(upstream, "agreements").get("agreements"))
        self.done(upstream, "agreements", "sign", "youshui-2019")
        self.done(upstream, "import", self.readings())
        months = 12 * (LAST - self.first + 1)
        until(lambda: [each["state"] for each in self.json(downstream, "settlements").get("settlements", [])]
              == ["agreed"] * months)

    def readings(self):
        chance = random.Random(20210401)
        lines = ["断面,监测时间,站点情况,水温,pH,溶解氧,高锰酸盐指数,氨氮,总磷,总氮"]
        moment = datetime.datetime(self.first, 1, 1)
        while moment.year <= LAST:
            values = [(chance.gauss(16, 6), 1), (chance.gauss(7.7, .2), 2), (chance.gauss(8.8, .8), 2),
                      (chance.gauss(2.2, .4), 2), (abs(chance.gauss(.1, .05)), 3), (abs(chance.gauss(.06, .02)), 3),
                      (abs(chance.gauss(1.8, .3)), 2)]
            texts = ",".join(f"{abs(value):.{digits}f}" for value, digits in values)
            lines.append(f"里耶镇,{moment:%Y-%m-%d %H:%M},正常,{texts}")
            moment += datetime.timedelta(hours=4)
        file = self.root / "readings.csv"
        file.write_text("\n".join(lines) + "\n", "utf-8")
        return file

    def stop(self):
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            process.wait()


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def ask(name, address, seconds, connections):
    begin = time.monotonic()
    with urllib.request.urlopen(address) as answer:
        weight = len(answer.read())
    first = time.monotonic() - begin
    text = run("wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", address).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{address}: {text}")
    if weight >= 100_000:
        raise SystemExit(f"{address}: {weight} bytes")
    return {"page": name, "bytes": weight, "first ms": round(1000 * first, 1), "connections": connections,
            "requests per second": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
            **{f"p{each} ms": milliseconds(re.search(rf"{each}%\s+(\S+)", text)[1]) for each in (50, 99)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tongzhou", type=Path, required=True)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, default=32)
    options = parser.parse_args()
    # Whoever ends this program ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(options.tongzhou.resolve(), Path(folder), options.years)
        try:
            pair.start()
            pair.fill()
            for name, path in PAGES.items():
                print(json.dumps(ask(name, f"http://127.0.0.1:{pair.port}{path}", options.seconds,
                                     options.connections)), flush=True)
        finally:
            pair.stop()


if __name__ == "__main__":
    sys.exit(main())
