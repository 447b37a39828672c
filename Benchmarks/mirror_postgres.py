"""Mirroring a log from another process over mutual TLS, beside PostgreSQL 15 logical replication of the same records.

python3 Benchmarks/mirror_postgres.py --tongzhou .build/release/tongzhou --log-bench Benchmarks/.build/release/log-bench

Needs the Debian package postgresql-15 and a user of that name to run it as (or not to be root). Everything listens on
loopback and lives in a temporary folder; fsync is on everywhere. The contestants take turns; shown are medians. However
this ends, whatever it has started ends with it.
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

POSTGRES = Path("/usr/lib/postgresql/15/bin")
TABLE = "CREATE TABLE entry (idx bigint PRIMARY KEY, bytes bytea NOT NULL, leaf bytea NOT NULL)"
ORIGIN, MIRROR = "500000", "430000"
PATIENCE = 600


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options)


class Child:
    """What runs as a child of this program, so that its process is known from the start."""

    process = None

    def end(self, way=signal.SIGKILL):
        """Ends the process if it runs."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(way)
            self.process.wait()


class Node(Child):
    """One tongzhou node in a folder of its own."""

    def __init__(self, program, root, code, certificates, peers, port):
        self.program, self.home = program, root / code
        run(program, "init", self.home, "--facts", Path("peers") / f"{code}.yaml", "--certs", certificates,
            "--peers", peers, "--port", port, "--readers",
            "youshui=" + ",".join(f"{other}.tongzhou.test" for other in (ORIGIN, MIRROR) if other != code))
        facts = f"{code}.tongzhou.test.yaml"
        shutil.copy(self.home / facts, peers / facts)

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--config", self.home / "node.yaml"], stdout=subprocess.DEVNULL,
            stderr=open(self.home / "errors", "ab"))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def size_of(self, origin):
        database = sqlite3.connect(self.home / "log.sqlite")
        try:
            row = database.execute("SELECT size FROM log WHERE origin = ?", (origin,)).fetchone()
            return row[0] if row else 0
        finally:
            database.close()


class Server(Child):
    """One PostgreSQL server in a folder of its own."""

    def __init__(self, root, name):
        self.folder, self.port, self.socket = root / name, free_port(), root
        self.run(POSTGRES / "initdb", "-D", self.folder, "-A", "trust", "-U", "bench")
        with open(self.folder / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{root}'\n"
                "wal_level = logical\nfsync = on\nsynchronous_commit = on\nmax_wal_size = 8GB\nshared_buffers = 512MB\n")

    def start(self):
        journal = self.folder.with_suffix(".log")
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
        with open(journal, "ab") as file:
            self.process = subprocess.Popen([POSTGRES / "postgres", "-D", self.folder], cwd=self.socket, stdout=file,
                                            stderr=file, **owner)

        def accepts():
            if self.process.poll() is not None:
                raise SystemExit(f"PostgreSQL has ended: {journal.read_text(encoding='utf-8')[-2000:]}")
            return subprocess.run([POSTGRES / "pg_isready", "-q", "-h", self.socket, "-p", str(self.port)],
                                  check=False).returncode == 0
        until(accepts)

    def run(self, *command):
        prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        return run(*prefix, *command, cwd=self.socket)

    def sql(self, text):
        return self.run(POSTGRES / "psql", "-h", self.socket, "-p", self.port, "-U", "bench", "-d", "postgres",
                        "-v", "ON_ERROR_STOP=1", "-Atq", "-c", text).stdout.strip()

    def end(self, way=signal.SIGQUIT):
        """At once and with all its processes: its data go with the folder."""
        super().end(way)


def until(condition):
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > PATIENCE:
            raise SystemExit("not finished in time")
        time.sleep(0.01)


def served(started, root, name):
    """A server that runs, among what is ended in the end."""
    server = Server(root, name)
    started.callback(server.end)
    server.start()
    return server


def mirrored(node, origin, count, with_index):
    """Seconds from the start of a process with an empty mirror until all is verified and durable."""
    saved = node.home.with_name("saved")
    if not saved.exists():
        shutil.copytree(node.home, saved)
    shutil.rmtree(node.home)
    shutil.copytree(saved, node.home)
    if with_index:
        with sqlite3.connect(node.home / "log.sqlite") as database:
            database.execute("CREATE INDEX entry_leaf ON entry (leaf)")
    begin = time.monotonic()
    node.start()
    until(lambda: node.size_of(origin) >= count)
    seconds = time.monotonic() - begin
    node.stop()
    return seconds


def replicated(publisher, subscriber, count, with_index, copy):
    """Seconds until the subscriber holds all rows: by initial copy, or by draining a backlog of the publisher's log."""
    subscriber.sql("DROP TABLE IF EXISTS entry")
    subscriber.sql(TABLE)
    if with_index:
        subscriber.sql("CREATE INDEX ON entry (leaf)")
    connection = f"host={publisher.socket} port={publisher.port} user=bench dbname=postgres"
    create = f"CREATE SUBSCRIPTION bench CONNECTION '{connection}' PUBLICATION bench WITH (copy_data = {str(copy).lower()}, enabled = false)"
    if not copy:
        publisher.sql("TRUNCATE entry")
        subscriber.sql(create)
        for start in range(0, count, 4096):
            publisher.sql(f"INSERT INTO entry SELECT * FROM source WHERE idx >= {start} AND idx < {start + 4096}")
    else:
        subscriber.sql(create)
    begin = time.monotonic()
    subscriber.sql("ALTER SUBSCRIPTION bench ENABLE")
    if copy:
        subscriber.sql("ALTER SUBSCRIPTION bench REFRESH PUBLICATION")
    until(lambda: int(subscriber.sql("SELECT coalesce(max(idx), -1) + 1 FROM entry")) >= count)
    seconds = time.monotonic() - begin
    subscriber.sql("DROP SUBSCRIPTION bench")
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tongzhou", type=Path, required=True)
    parser.add_argument("--log-bench", type=Path, required=True)
    parser.add_argument("--entries", type=int, default=262_144)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    count = options.entries
    program = options.tongzhou.resolve()
    # Whoever ends this program ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="mirror-bench-") as folder, contextlib.ExitStack() as started:
        root = Path(folder)
        os.chmod(root, 0o777)
        peers = root / "peers"
        peers.mkdir()
        names = [f"{code}.tongzhou.test" for code in (ORIGIN, MIRROR)]
        run(program, "certs", "--folder", root / "certs", *names)
        nodes = [Node(program, root, code, root / "certs", peers, free_port()) for code in (ORIGIN, MIRROR)]
        for node in nodes:
            started.callback(node.end)
        origin = f"{names[0]}/common/1"
        run(options.log_bench, "fill", nodes[0].home, nodes[0].home / "keys" / "log.key", origin, count)
        total = nodes[0].size_of(origin)
        publisher, subscriber = served(started, root, "publisher"), served(started, root, "subscriber")
        publisher.sql(TABLE)
        publisher.sql("CREATE TABLE source (idx bigint PRIMARY KEY, bytes bytea NOT NULL, leaf bytea NOT NULL)")
        publisher.sql("CREATE PUBLICATION bench FOR TABLE entry")
        publisher.sql(
            "INSERT INTO source SELECT i, convert_to(rpad(i::text, 306, md5(i::text)), 'UTF8'), sha256(i::text::bytea) "
            f"FROM generate_series(0, {count - 1}) AS i")
        publisher.sql("INSERT INTO entry SELECT * FROM source")
        nodes[0].start()
        print(f"{count} records of 306 bytes, {options.rounds} rounds in turn, medians")
        contestants = [
            ("PostgreSQL, backlog", lambda: replicated(publisher, subscriber, count, False, False)),
            ("PostgreSQL, initial copy", lambda: replicated(publisher, subscriber, count, False, True)),
            ("tongzhou, verified mirror", lambda: mirrored(nodes[1], origin, total, False)),
            ("PostgreSQL, backlog, index on leaf", lambda: replicated(publisher, subscriber, count, True, False)),
            ("tongzhou, index on leaf", lambda: mirrored(nodes[1], origin, total, True)),
        ]
        seconds = {name: [] for name, _ in contestants}
        for turn in range(options.rounds):
            for place in range(len(contestants)):
                name, work = contestants[(place + turn) % len(contestants)]
                seconds[name].append(work())
        for name, taken in seconds.items():
            rates = sorted(count / each for each in taken)
            print(f"  {name:36} {statistics.median(rates):>9.0f} /s   ({', '.join(f'{each:.0f}' for each in rates)})")


if __name__ == "__main__":
    main()
