#!/usr/bin/env python3
"""Bundles written and read from docs/bundles.md alone, with aics-tlog for what is signed and hashed.

    bundle_files.py write --seed FILE --origin LOG --for NODE --from N --to N FILE
    bundle_files.py check --vkey VKEY... FILE        prints {"logs": {origin: entries}}
"""

import argparse
import base64
import hashlib
import json
import sys
from pathlib import Path

from aics_tlog import checkpoint, note, tiles
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = b"tongzhou-bundle/v1\n"
CHUNK = 16 * 256


def resource(kind, level, index, size):
    width = min(256, (size >> (8 * level)) - 256 * index)
    width = None if width == 256 else width
    return tiles.entry_bundle_path(index, width) if kind == "entries" else tiles.tile_path(level, index, width)


def plan(first, size):
    """The paths of one log, in order."""
    yield "checkpoint"
    if first < size and (first > 0 or size > CHUNK):
        edge = (size - 1) // 256
        indices = []
        if first % 256:
            indices.append(min(first // 256, edge))
        if size % 256 and edge not in indices:
            indices.append(edge)
        for index in indices:
            yield resource("tile", 0, index, size)
        level = 1
        while size >> (8 * level) > 0:
            last = ((size >> (8 * level)) - 1) // 256
            for index in range(min(first >> (8 * (level + 1)), last), last + 1):
                yield resource("tile", level, index, size)
            level += 1
    if first < size:
        for index in range(first // 256, (size - 1) // 256 + 1):
            yield resource("entries", 0, index, size)


def write(options):
    leaves = [b"entry %d" % index for index in range(options.to)]
    served = tiles.materialise_tiles(leaves)
    root = tiles.tree_root_from_tiles(tiles.MemoryTileReader(served), options.to)
    key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(Path(options.seed).read_text()))
    said = checkpoint.Checkpoint(options.origin, options.to, root)
    served["checkpoint"] = checkpoint.sign_checkpoint(said, key, options.origin).to_bytes()
    header = {
        "format": "tongzhou-bundle/v1",
        "node": options.origin.split("/")[0],
        "for": options.recipient,
        "time": "2022-03-01T09:30:00+08:00",
        "logs": [{"origin": options.origin, "from": options.start, "to": options.to}],
    }
    out = FORMAT + json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
    out += b"".join(
        b"%s %d\n%s\n" % (path.encode(), len(served[path]), served[path]) for path in plan(options.start, options.to)
    )
    Path(options.file).write_bytes(out + b"sha256 %s\n" % hashlib.sha256(out).hexdigest().encode())


def check(options):
    data = Path(options.file).read_bytes()
    body, _, last = data[:-1].rpartition(b"\n")
    body += b"\n"
    assert data.endswith(b"\n") and last == b"sha256 " + hashlib.sha256(body).hexdigest().encode()
    assert body.startswith(FORMAT)
    line, _, rest = body[len(FORMAT) :].partition(b"\n")
    header = json.loads(line)
    assert json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == line
    keys = {key.name: key for key in map(note.parse_vkey, options.vkey)}
    logs = {}
    for log in header["logs"]:
        held = {}
        for path in plan(log["from"], log["to"]):
            head, _, rest = rest.partition(b"\n")
            name, length = head.decode().split(" ")
            assert name == path, (name, path)
            held[path], end, rest = rest[: int(length)], rest[int(length) : int(length) + 1], rest[int(length) + 1 :]
            assert end == b"\n"
        verdict = checkpoint.verify_checkpoint(
            note.parse_note(held["checkpoint"]), keys[log["origin"]], expected_origin=log["origin"]
        )
        assert verdict.log_ok and verdict.size == log["to"], verdict
        entries = [
            entry for path in held if path.startswith("tile/entries/") for entry in tiles.parse_entry_bundle(held[path])
        ]
        if log["from"] == 0:
            assert tiles.tree_root_from_tiles(Whole(entries), log["to"]) == verdict.root
        logs[log["origin"]] = len(entries)
    assert rest == b""
    print(json.dumps({"logs": logs}))


class Whole(tiles.MemoryTileReader):
    """The tiles of a tree whose entries are all at hand."""

    def __init__(self, entries):
        super().__init__(tiles.materialise_tiles(entries))


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    writer = commands.add_parser("write")
    writer.add_argument("--seed", required=True)
    writer.add_argument("--origin", required=True)
    writer.add_argument("--for", dest="recipient", required=True)
    writer.add_argument("--from", dest="start", type=int, default=0)
    writer.add_argument("--to", type=int, required=True)
    writer.set_defaults(run=write)
    checker = commands.add_parser("check")
    checker.add_argument("--vkey", action="append", default=[])
    checker.set_defaults(run=check)
    for command in (writer, checker):
        command.add_argument("file")
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    sys.exit(main())
