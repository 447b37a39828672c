"""A real centre under the load of made-up members.

python3 Benchmarks/load_centre.py --tongzhou .build-release/release/tongzhou \\
    --load-bench Benchmarks/.build/release/load-bench --counties 2000 --step settlements=1,seconds=30

One `tongzhou serve` and one `load-bench`, which plays 31 provinces with three logs each and --counties counties with
one, over TLS 1.3 with a certificate each, on loopback. Every --step is run in turn; for each a JSON line tells what
was asked and answered, how long the centre's verdict took, and what the centre's process used meanwhile.
"""

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from mirror_postgres import free_port, run

CENTRE = "100000.tongzhou.test"
FACTS = """node: 100000.tongzhou.test
code: "100000"
role: centre
name: {zh: 中央节点, en: Centre}
address: {host: 127.0.0.1, port: 1}
logs: [central/1, common/1]
"""
TICKS = os.sysconf("SC_CLK_TCK")


def raise_file_limit():
    """Several connections to every member; a service gets as many from its unit file."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class Usage:
    """What a process has used and holds."""

    def __init__(self, process):
        self.process = process

    def read(self):
        folder = Path(f"/proc/{self.process.pid}")
        fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line)
        numbers = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        return {
            "cpu": (int(numbers[11]) + int(numbers[12])) / TICKS,
            "peak": int(fields["VmHWM"].split()[0]) // 1024,
            "memory": int(fields["VmRSS"].split()[0]) // 1024,
            "files": len(os.listdir(folder / "fd")),
            "threads": int(fields["Threads"]),
        }


class Centre:
    """One tongzhou node with the centre's role, and the members' files."""

    def __init__(self, program, bench, root, counties):
        self.program, self.root, self.home, self.process = program, root, root / "centre", None
        self.member_port, self.port = free_port(), free_port()
        (root / "peers").mkdir()
        run(bench, "peers", root, self.member_port, counties)
        names = [CENTRE] + sorted(path.name.removesuffix(".yaml") for path in (root / "peers").iterdir())
        run(program, "certs", "--folder", root / "certs", *names)
        (root / "facts.yaml").write_text(FACTS, encoding="utf-8")
        run(program, "init", self.home, "--facts", root / "facts.yaml", "--certs", root / "certs", "--peers",
            root / "peers", "--port", self.port)

    def start(self, *words):
        self.process = subprocess.Popen(
            [*words, self.program, "serve", "--config", self.home / "node.yaml"], stdout=subprocess.DEVNULL,
            stderr=open(self.home / "errors", "ab"), preexec_fn=raise_file_limit)

    def stop(self):
        begin = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        return time.monotonic() - begin

    def status(self):
        """Seconds of `tongzhou status`, and how it ended."""
        begin = time.monotonic()
        ended = subprocess.run([self.program, "status", "--config", self.home / "node.yaml"], capture_output=True,
                               check=False).returncode
        return time.monotonic() - begin, ended


def usage_between(before, after, seconds):
    return {"cpu seconds": round(after["cpu"] - before["cpu"], 2),
            "cores": round((after["cpu"] - before["cpu"]) / max(seconds, 0.001), 2),
            **{name: after[name] for name in ("memory", "peak", "files", "threads")}}


def requests_of(line, whom):
    return sum(count for name, count in line["requests"].items() if name.startswith(whom))


def play(centre, bench, counties, months, steps, tell, at_begin=None):
    """Runs the members beside the centre; returns the steps' figures."""
    words = [str(part) for part in (bench, "play", centre.root, centre.member_port, centre.port, counties, months)]
    members = subprocess.Popen(words + steps, stdout=subprocess.PIPE, text=True)
    usage, found = Usage(centre.process), []
    before, began = None, time.time()
    try:
        for text in members.stdout:
            line = json.loads(text)
            if line["event"] == "open":
                tell({"open": round(line["seconds"], 2), **usage.read()})
            elif line["event"] == "begin":
                before = (usage.read(), line["time"])
                if at_begin:
                    at_begin(centre)
            elif line["event"] == "step":
                seconds = line["time"] - before[1]
                line["usage"] = usage_between(before[0], usage.read(), seconds)
                line["requests per second"] = {
                    "to the centre": round(requests_of(line, "to centre: ") / seconds, 1),
                    "by the centre": round(requests_of(line, "from centre: ") / seconds, 1)}
                found.append(line)
                tell(line)
            if centre.process.poll() is not None:
                raise SystemExit(f"the centre has ended; see {centre.home}/errors")
        if members.wait() != 0:
            raise SystemExit("the members have ended too early")
    finally:
        if members.poll() is None:
            members.terminate()
            members.wait()
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tongzhou", type=Path, required=True)
    parser.add_argument("--load-bench", type=Path, required=True)
    parser.add_argument("--counties", type=int, default=0)
    parser.add_argument("--months", type=int, default=36, help="of which the settlements are; 33 each")
    parser.add_argument("--step", action="append", default=[])
    parser.add_argument("--profile", type=Path, help="where to keep what perf has recorded of the steps")
    parser.add_argument("--keep", type=Path, help="where to keep what the centre has written to its journal")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    options = parser.parse_args()
    # Whoever ends this program ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    tell = lambda line: print(json.dumps(line, sort_keys=True), flush=True)
    with tempfile.TemporaryDirectory(prefix="load-", dir=options.folder) as folder:
        program, bench = options.tongzhou.resolve(), options.load_bench.resolve()
        begin = time.monotonic()
        centre = Centre(program, bench, Path(folder), options.counties)
        tell({"made": round(time.monotonic() - begin, 1)})
        raise_file_limit()
        centre.start()
        profiler = None

        def profile(centre):
            nonlocal profiler
            if options.profile and profiler is None:
                profiler = subprocess.Popen(["perf", "record", "-g", "-F", "199", "-p", str(centre.process.pid), "-o",
                                             options.profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        try:
            play(centre, bench, options.counties, options.months, options.step, tell, profile)
            tell({"status": centre.status()})
        finally:
            if profiler:
                profiler.send_signal(signal.SIGINT)
                profiler.wait()
            tell({"stopped after": round(centre.stop(), 2)})
            if options.keep:
                shutil.copy(centre.home / "errors", options.keep)


if __name__ == "__main__":
    main()
