#!/usr/bin/env python3
"""Checks the SM2 line of a note with nothing but the words of docs/sm2-note.md, hashlib and the openssl command.

    sm2_note.py NOTE NAME POINT              a log's line
    sm2_note.py NOTE NAME POINT cosigner     a cosigner's line

POINT is base64 of the 65 bytes. Prints one line of JSON: the number of lines under NAME, how many of them are under
the key, and whether every one of those holds.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

NAMED_CURVE = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")


def integer(number):
    body = number.lstrip(b"\0") or b"\0"
    if body[0] & 0x80:
        body = b"\0" + body
    return b"\x02" + bytes([len(body)]) + body


def holds(point, signature, message):
    body = integer(signature[:32]) + integer(signature[32:])
    with tempfile.TemporaryDirectory() as folder:
        key, der, text = (Path(folder) / name for name in ("key.pem", "signature.der", "text"))
        lines = base64.encodebytes(NAMED_CURVE + point).decode()
        key.write_text(f"-----BEGIN PUBLIC KEY-----\n{lines}-----END PUBLIC KEY-----\n")
        der.write_bytes(b"\x30" + bytes([len(body)]) + body)
        text.write_bytes(message)
        command = ["openssl", "dgst", "-sm3", "-verify", key, "-sigopt", "distid:1234567812345678"]
        return subprocess.run(command + ["-signature", der, text], capture_output=True).returncode == 0


def main():
    note, name, point, *role = sys.argv[1:]
    point = base64.b64decode(point)
    identifier = b"sm2-sm3-cosignature.tongzhou/v1" if role else b"sm2-sm3.tongzhou/v1"
    key_id = hashlib.sha256(name.encode() + b"\n" + b"\xff" + identifier + b"\0" + point).digest()[:4]
    text, _, lines = Path(note).read_bytes().decode().rpartition("\n\n")
    text = (text + "\n").encode()
    under_name, under_key, good = 0, 0, 0
    for line in lines.strip("\n").split("\n"):
        dash, signer, blob = line.split(" ")
        if dash != "\u2014" or signer != name:
            continue
        under_name += 1
        blob = base64.b64decode(blob)
        if blob[:4] != key_id:
            continue
        under_key += 1
        message, signature = text, blob[4:]
        if role:
            time = int.from_bytes(signature[:8], "big")
            message, signature = identifier + f"\n{name}\ntime {time}\n".encode() + text, signature[8:]
        good += len(signature) == 64 and holds(point, signature, message)
    print(json.dumps({"lines": under_name, "sm2": under_key, "holds": under_key > 0 and good == under_key}))


main()
