#!/usr/bin/env python3
"""A peer that serves a log written by aics-tlog over mutual TLS, and spoils it as it is told.

    hostile_peer.py --port N --cert F --key F --ca F --seed FILE --name NODE --control FILE
                    [--channel NAME] [--entries FILE]

The control file is JSON, read anew at every request: {"step", "fault", "from", "size"}. Served is
the log NODE/common/1 of that size, or of another channel; its entries are made up, or the lines of
a file; "from" is the size the reader holds; "fault" names one of the
functions below, or "none". Parked requests answer when "step" changes.
"""

import argparse
import base64
import json
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from aics_tlog import checkpoint, leaf_hash, tiles
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LARGEST_BUNDLE = 16_777_472


def entry(index, salt=""):
    """Entries 1024 to 1279, one whole bundle, are as long as entries can be."""
    text = f"entry {index}{salt}".encode()
    return text.ljust(65_535, b".") if 1024 <= index < 1280 else text


class Log:
    """The honest log and its twins at the sizes asked for."""

    def __init__(self, origin, key, lines=None):
        self.origin, self.key, self.made, self.lines = origin, key, {}, lines
        self.lock = threading.Lock()

    def entry(self, index, salt):
        return entry(index, salt) if self.lines is None else self.lines[index] + salt.encode()

    def at(self, size, branch=None):
        with self.lock:
            if (size, branch) not in self.made:
                if len(self.made) > 4:
                    self.made.clear()
                leaves = [self.entry(i, "" if branch is None or i < branch else " twin") for i in range(size)]
                served = tiles.materialise_tiles(leaves)
                root = tiles.tree_root_from_tiles(tiles.MemoryTileReader(served), size)
                self.made[size, branch] = (served, root)
            return self.made[size, branch]

    def note(self, size, root, origin=None, name=None, key=None, extensions=()):
        said = checkpoint.Checkpoint(origin or self.origin, size, root, extensions)
        return checkpoint.sign_checkpoint(said, key or self.key, name or self.origin).to_bytes()


class Answer:
    """Anything but a plain 200 with a right Content-Length."""

    def __init__(self, status=200, body=b"", headers=(), announced=None, endless=False, close=False):
        self.status, self.body, self.headers = status, body, headers
        self.announced, self.endless, self.close = announced, endless, close


class Case:
    """One request under the fault of the moment."""

    def __init__(self, log, told, path):
        self.log, self.path = log, path
        self.fault, self.old, self.size = told["fault"], told["from"], told["size"]
        self.served, self.root = log.at(self.size)
        # A whole bundle that is new to the reader.
        self.bundle = tiles.entry_bundle_path(self.old // 256 + 1)

    def answer(self):
        honest = self.log.note(self.size, self.root) if self.path == "checkpoint" else self.served.get(self.path)
        if self.fault == "none":
            return honest
        return getattr(self, "fault_" + self.fault.replace("-", "_"))(honest)

    # Entry bundles

    def at_bundle(self, honest, change):
        return change(honest) if self.path == self.bundle else honest

    def fault_bundle_bit(self, honest):
        return self.at_bundle(honest, lambda b: b[:-1] + bytes([b[-1] ^ 1]))

    def fault_bundle_swapped(self, honest):
        def swap(body):
            entries = tiles.parse_entry_bundle(body)
            entries[80], entries[81] = entries[81], entries[80]
            return tiles.build_entry_bundle(entries)

        return self.at_bundle(honest, swap)

    def fault_bundle_of_another_place(self, honest):
        return self.at_bundle(honest, lambda b: self.served[tiles.entry_bundle_path(0)])

    def fault_bundle_trailing(self, honest):
        return self.at_bundle(honest, lambda b: b + b"\0")

    def fault_bundle_truncated(self, honest):
        return self.at_bundle(honest, lambda b: b[:-1])

    def fault_bundle_one_more(self, honest):
        return self.at_bundle(honest, lambda b: b + b"\0\1x")

    def fault_bundle_missing(self, honest):
        return self.at_bundle(honest, lambda b: None)

    def fault_bundle_empty(self, honest):
        return self.at_bundle(honest, lambda b: b"")

    def fault_bundle_too_large(self, honest):
        return self.at_bundle(honest, lambda b: b"\0" * (LARGEST_BUNDLE + 1))

    def fault_bundle_endless(self, honest):
        return self.at_bundle(honest, lambda b: Answer(body=b"\0" * 65536, endless=True))

    def fault_bundle_cut_off(self, honest):
        return self.at_bundle(honest, lambda b: Answer(body=b[:100], announced=len(b), close=True))

    def fault_bundle_announced_short(self, honest):
        return self.at_bundle(honest, lambda b: Answer(body=b, announced=len(b) - 1, close=True))

    def fault_bundle_gzip(self, honest):
        return self.at_bundle(honest, lambda b: Answer(body=b, headers=(("Content-Encoding", "gzip"),)))

    def fault_bundle_elsewhere(self, honest):
        return self.at_bundle(honest, lambda b: Answer(302, headers=(("Location", "/log/common/1/" + self.path),)))

    def fault_bundle_broken(self, honest):
        return self.at_bundle(honest, lambda b: Answer(500))

    # Tiles

    def is_tile(self, level):
        return self.path.startswith(f"tile/{level}/")

    def fault_leaf_tile_bit(self, honest):
        return bytes([honest[0] ^ 1]) + honest[1:] if self.is_tile(0) else honest

    def fault_upper_tile_bit(self, honest):
        return bytes([honest[0] ^ 1]) + honest[1:] if self.is_tile(1) else honest

    def fault_leaf_tile_missing(self, honest):
        return None if self.is_tile(0) else honest

    def fault_upper_tile_missing(self, honest):
        return None if self.is_tile(1) else honest

    def fault_tile_truncated(self, honest):
        return honest[:-32] if self.is_tile(0) else honest

    def fault_tile_ragged(self, honest):
        return honest + b"\0" if self.is_tile(0) else honest

    def fault_tile_too_large(self, honest):
        return honest.ljust(8224, b"\0") if self.is_tile(1) else honest

    def fault_tile_of_another_place(self, honest):
        return self.served[tiles.tile_path(0, 1)][: len(honest)] if self.is_tile(0) else honest

    def fault_forged_under_untouched_parents(self, honest):
        """CVE-2026-56865: fewer tiles than subtrees on the right edge; entry and leaf tile forged to fit each other."""
        edge_tiles = [width for width in (self.size >> (8 * level) & 255 for level in range(8)) if width]
        assert len(edge_tiles) < bin(self.size).count("1"), self.size
        index = self.old // 256
        bundle = self.served[tiles.entry_bundle_path(index)]
        entries = tiles.parse_entry_bundle(bundle)
        assert len(entries) == 256 and self.old % 256 < 200
        entries[200] = b"a reading nobody logged"
        if self.path == tiles.entry_bundle_path(index):
            return tiles.build_entry_bundle(entries)
        if self.path == tiles.tile_path(0, index):
            return b"".join(leaf_hash(e) for e in entries)
        return honest

    # Checkpoints

    def at_note(self, honest, change):
        return change(honest) if self.path == "checkpoint" else honest

    def fault_root_changed(self, honest):
        other = base64.b64encode(bytes(32))
        return self.at_note(honest, lambda n: n.replace(base64.b64encode(self.root), other))

    def fault_size_changed(self, honest):
        return self.at_note(honest, lambda n: n.replace(b"\n%d\n" % self.size, b"\n%d\n" % (self.size - 1)))

    def fault_origin_changed(self, honest):
        return self.at_note(honest, lambda n: n.replace(b"/common/1\n", b"/common/2\n", 1))

    def fault_false_root_signed(self, honest):
        return self.at_note(honest, lambda n: self.log.note(self.size, bytes(32)))

    def fault_false_size_signed(self, honest):
        return self.at_note(honest, lambda n: self.log.note(self.size + 1, self.root))

    def other_log(self, origin):
        return lambda n: self.log.note(self.size, self.root, origin=origin, name=origin)

    def fault_of_another_channel(self, honest):
        return self.at_note(honest, self.other_log(self.log.origin.replace("/common/", "/central/")))

    def fault_of_another_epoch(self, honest):
        return self.at_note(honest, self.other_log(self.log.origin.replace("/1", "/2")))

    def fault_of_another_node(self, honest):
        return self.at_note(honest, self.other_log("430000.tongzhou.test/common/1"))

    def fault_name_of_this_log_text_of_another(self, honest):
        other = self.log.origin.replace("/1", "/2")
        return self.at_note(honest, lambda n: self.log.note(self.size, self.root, origin=other))

    def fault_strange_key(self, honest):
        stranger = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
        return self.at_note(honest, lambda n: self.log.note(self.size, self.root, key=stranger))

    def fault_extension_line(self, honest):
        return self.at_note(honest, lambda n: self.log.note(self.size, self.root, extensions=("more",)))

    def fault_line_twice(self, honest):
        return self.at_note(honest, lambda n: n + n[n.rindex("— ".encode()) :])

    def fault_no_note(self, honest):
        return self.at_note(honest, lambda n: b"<html>502 Bad Gateway</html>\n")

    def fault_empty_note(self, honest):
        return self.at_note(honest, lambda n: b"")

    def unknown_lines(self, count):
        return "".join(f"— witness{i}.example {base64.b64encode(bytes(68)).decode()}\n" for i in range(count)).encode()

    def fault_unknown_lines_too_many(self, honest):
        return self.at_note(honest, lambda n: n + self.unknown_lines(64))

    def fault_unknown_lines_hundred_thousand(self, honest):
        return self.at_note(honest, lambda n: n + self.unknown_lines(100_000))

    def fault_note_endless(self, honest):
        return self.at_note(honest, lambda n: Answer(body=n, endless=True))

    def fault_older_note(self, honest):
        size = self.old - 1
        return self.at_note(honest, lambda n: self.log.note(size, self.log.at(size)[1]))

    # Histories

    def twin(self, size, branch):
        served, root = self.log.at(size, branch)
        return self.log.note(size, root) if self.path == "checkpoint" else served.get(self.path)

    def fault_longer_twin(self, honest):
        return self.twin(self.size, self.old - 1)

    def fault_twin_of_one_size(self, honest):
        return self.twin(self.old, self.old - 1)

    # Not a fault: lines of witnesses that nobody here knows.

    def fault_unknown_lines(self, honest):
        return self.at_note(honest, lambda n: n + self.unknown_lines(63))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 120

    def told(self):
        return json.loads(self.server.control.read_text())

    def do_GET(self):
        told = self.told()
        prefix = self.server.prefix
        if not self.path.startswith(prefix):
            return self.reply(Answer(404))
        tag = f'"{told["step"]}"'
        if self.path == prefix + "checkpoint" and self.headers.get("If-None-Match") == tag:
            deadline = time.monotonic() + 25
            while self.told()["step"] == told["step"]:
                if time.monotonic() > deadline:
                    return self.reply(Answer(304))
                time.sleep(0.02)
            told = self.told()
            tag = f'"{told["step"]}"'
        answer = Case(self.server.log, told, self.path[len(prefix) :]).answer()
        if answer is None:
            answer = Answer(404)
        elif isinstance(answer, bytes):
            answer = Answer(body=answer, headers=(("ETag", tag),))
        self.reply(answer)

    def reply(self, answer):
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.endless:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            chunk = b"%x\r\n" % len(answer.body) + answer.body + b"\r\n"
            while True:
                self.wfile.write(chunk)
        if answer.status != 304:
            announced = len(answer.body) if answer.announced is None else answer.announced
            self.send_header("Content-Length", str(announced))
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = self.close_connection or answer.close

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        # A reader that hangs up in the middle of an endless answer does the right thing.
        if not isinstance(sys.exc_info()[1], (OSError, ssl.SSLError)):
            super().handle_error(request, client_address)


def main():
    parser = argparse.ArgumentParser()
    for name in ("port", "cert", "key", "ca", "seed", "name", "control"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--channel", default="common")
    parser.add_argument("--entries", type=Path)
    options = parser.parse_args()
    seed = base64.b64decode(Path(options.seed).read_text())
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    tls.load_cert_chain(options.cert, options.key)
    tls.load_verify_locations(options.ca)
    tls.verify_mode = ssl.CERT_REQUIRED
    server = Server(("127.0.0.1", int(options.port)), Handler)
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.control = Path(options.control)
    lines = options.entries and options.entries.read_bytes().splitlines()
    server.prefix = f"/log/{options.channel}/1/"
    server.log = Log(f"{options.name}/{options.channel}/1", Ed25519PrivateKey.from_private_bytes(seed), lines)
    print("serving", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
