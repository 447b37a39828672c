"""A log of millions of entries: mirroring it, starting on it, asking for news of it, and the memory all that takes.

python3 Benchmarks/long_log.py --tongzhou .build-release/release/tongzhou --log-bench Benchmarks/.build/release/log-bench

Two nodes on loopback over mutual TLS in a temporary folder (--folder: on which disk), fsync on. The entries are made up,
306 bytes each and of no kind that the docket keeps; see docs/benchmarks.md for what readings take.
"""

import argparse
import contextlib
import http.client
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from mirror_postgres import MIRROR, ORIGIN, Node, free_port, run, until

def resident(process):
    """Megabytes of memory that the process has in use, without what it only maps from files."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["RssAnon"].split()[0]) // 1024

class Watch:
    """Samples the memory of a process; `largest` of each quarter of the time."""

    def __init__(self, process):
        self.process, self.samples, self.over = process, [], threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.over.wait(0.1):
            try:
                self.samples.append(resident(self.process))
            except (FileNotFoundError, KeyError):
                return

    def quarters(self):
        self.over.set()
        self.thread.join()
        size = max(1, len(self.samples) // 4)
        return [max(self.samples[start:start + size]) for start in range(0, size * 4, size)][:4]

class Client:
    """Asks a node as its neighbour does."""

    def __init__(self, node, asker, certificates):
        self.port = node.port
        self.context = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
        self.context.check_hostname = False
        self.context.load_cert_chain(certificates / f"{asker}.tongzhou.test.pem", certificates / f"{asker}.tongzhou.test.key")

    def get(self, path, **headers):
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=30)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.getheader("ETag"), body

def started(node, client, path):
    """Seconds from the start of the process until it serves its checkpoint, and until it answers its operator."""
    begin = time.monotonic()
    node.start()
    serving = None
    while True:
        try:
            if serving is None and client.get(path)[0] == 200:
                serving = time.monotonic() - begin
            if serving is not None:
                if subprocess.run([str(node.program), "status", "--config", str(node.home / "node.yaml")],
                                  capture_output=True, check=False).returncode in (0, 3):
                    return serving, time.monotonic() - begin
        except OSError:
            pass
        if time.monotonic() - begin > 900:
            raise SystemExit("not started in time")
        time.sleep(0.02)

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tongzhou", type=Path, required=True)
    parser.add_argument("--log-bench", type=Path, required=True)
    parser.add_argument("--entries", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    options = parser.parse_args()
    count, program = options.entries, options.tongzhou.resolve()
    # Whoever ends this program ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="long-log-", dir=options.folder) as folder, contextlib.ExitStack() as ends:
        root = Path(folder)
        peers = root / "peers"
        peers.mkdir()
        names = [f"{code}.tongzhou.test" for code in (ORIGIN, MIRROR)]
        run(program, "certs", "--folder", root / "certs", *names)
        ports = [free_port(), free_port()]
        nodes = []
        for code, port in zip((ORIGIN, MIRROR), ports):
            node = Node(program, root, code, root / "certs", peers, port)
            node.port = port
            ends.callback(node.end)
            nodes.append(node)
        origin = f"{names[0]}/common/1"
        begin = time.monotonic()
        run(options.log_bench, "fill", nodes[0].home, nodes[0].home / "keys" / "log.key", origin, count)
        total = nodes[0].size_of(origin)
        print(f"{total} entries written in {time.monotonic() - begin:.0f} s", flush=True)
        client = Client(nodes[0], MIRROR, root / "certs")
        path = "/log/common/1/checkpoint"
        for turn in ("first start, reading everything in", "second start", "third start"):
            serving, answering = started(nodes[0], client, path)
            print(f"origin, {turn}: serves after {serving:.1f} s, answers after {answering:.1f} s, "
                  f"{resident(nodes[0].process)} MB", flush=True)
            if turn != "third start":
                nodes[0].stop()
        begin = time.monotonic()
        nodes[1].start()
        watch = Watch(nodes[1].process)
        until(lambda: nodes[1].size_of(origin) >= total)
        seconds = time.monotonic() - begin
        print(f"mirrored in {seconds:.0f} s, {total / seconds:.0f} /s; memory by quarters {watch.quarters()} MB", flush=True)
        begin = time.monotonic()
        nodes[1].stop()
        print(f"mirror stopped in {time.monotonic() - begin:.1f} s", flush=True)
        back = Client(nodes[1], ORIGIN, root / "certs")
        for turn in ("start", "second start"):
            serving, answering = started(nodes[1], back, "/log/common/1/checkpoint")
            print(f"mirror, {turn}: serves after {serving:.1f} s, answers after {answering:.1f} s, "
                  f"{resident(nodes[1].process)} MB", flush=True)
            nodes[1].stop()
        status, tag, body = client.get(path)
        begin = time.monotonic()
        unchanged = client.get(path, **{"If-None-Match": tag})
        print(f"checkpoint: {status}, {len(body)} bytes; unchanged: {unchanged[0]}, {len(unchanged[2])} bytes of body, "
              f"{(time.monotonic() - begin) * 1000:.0f} ms with the handshake", flush=True)
        begin = time.monotonic()
        audit = subprocess.run([str(program), "check", "--full", "--config", str(nodes[1].home / "node.yaml")],
                               capture_output=True, text=True, check=False)
        print(f"check --full of the mirror: exit {audit.returncode}, {time.monotonic() - begin:.0f} s", flush=True)
        nodes[0].stop()

if __name__ == "__main__":
    main()
