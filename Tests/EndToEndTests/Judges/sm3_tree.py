#!/usr/bin/env python3
"""Computes a log's SM3 tree with nothing but the words of docs/sm2-note.md, from the entry bundles as served.

    sm3_tree.py NOTE ORIGIN BUNDLE…

NOTE is the checkpoint of the tree, ORIGIN what its first line should be. Prints one line of JSON: the size it signs,
and whether origin and root are those of the first so many entries of the bundles.
"""

import base64
import hashlib
import json
import subprocess
import sys
from pathlib import Path


def digest(data):
    if "sm3" in hashlib.algorithms_available:
        return hashlib.new("sm3", data).digest()
    return subprocess.run(["openssl", "dgst", "-sm3", "-binary"], input=data, capture_output=True, check=True).stdout


def entries(bundle):
    while bundle:
        length = int.from_bytes(bundle[:2], "big")
        yield bundle[2 : 2 + length]
        bundle = bundle[2 + length :]


def root(leaves):
    if len(leaves) == 1:
        return digest(b"\x00" + leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return digest(b"\x01" + root(leaves[:half]) + root(leaves[half:]))


def main():
    note, origin, *bundles = sys.argv[1:]
    lines = Path(note).read_bytes().decode().split("\n")
    leaves = [entry for bundle in bundles for entry in entries(Path(bundle).read_bytes())]
    size = int(lines[1])
    agrees = lines[0] == origin and lines[3] == "" and 0 < size <= len(leaves)
    agrees = agrees and base64.b64decode(lines[2]) == root(leaves[:size])
    print(json.dumps({"size": size, "agrees": agrees}))


main()
