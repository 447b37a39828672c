#!/usr/bin/env python3
"""Checks and makes tlog-proof files with the tlog-scales package, which shares no code with this project.

    check_proof.py verify VKEY PROOF ENTRY      the file's lines are read here, what they prove is judged there
    check_proof.py log FOLDER SEED COUNT        writes a log of COUNT entries with tlog-scales' own writer
    check_proof.py prove FOLDER INDEX           prints the proof that tlog-scales makes from a log's tiles

`verify` prints one line of JSON, {"ok": true} or {"ok": false, "error"}. `log` prints the log's verifier key.
"""

import contextlib
import io
import json
import sys
from pathlib import Path


def verify(vkey, proof, entry):
    head, _, note = Path(proof).read_text().partition("\n\n")
    lines = head.split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise ValueError("not a tlog-proof")
    if lines[0].startswith("extra "):
        lines.pop(0)
    word, number = lines.pop(0).split(" ")
    if word != "index":
        raise ValueError("no index")
    checkpoint = tlog.Checkpoint.from_text(note)
    checkpoint.verify(signing.Vkey.from_string(vkey))
    hashes = [utils.b64dec(line) for line in lines]
    proof = tlog.InclusionProof(int(number), checkpoint.size, hashes)
    proof.check(tiles.leaf_hash(Path(entry).read_bytes()), checkpoint.root_hash)


def make_log(folder, seed, count):
    origin = "scales.example/log"
    signer = signing.PlainEd25519Signer(origin, bytes.fromhex(seed))
    log = writer.TilesWriter.create(Path(folder), origin)
    for index in range(int(count)):
        log.add_leaf(f"entry {index}".encode())
    log.commit([signer])
    return signer.vkey.serialize()


def prove(folder, index):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        sys.argv = ["tlog-tiles", "gen-proof", str(Path(folder).resolve()), index]
        cli.main()
    return printed.getvalue()


def main():
    command, *arguments = sys.argv[1:]
    if command == "log":
        print(make_log(*arguments))
    elif command == "prove":
        print(prove(*arguments), end="")
    else:
        try:
            verify(*arguments)
        except Exception as problem:
            print(json.dumps({"ok": False, "error": f"{type(problem).__name__}: {problem}"}))
        else:
            print(json.dumps({"ok": True}))


if __name__ == "__main__":
    try:
        from tlog_scales import cli, signing, tiles, tlog, utils, writer
    except ImportError as problem:
        print(f"tlog-scales is not installed ({problem}): run scripts/test", file=sys.stderr)
        sys.exit(2)
    main()
