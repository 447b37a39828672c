#!/usr/bin/env python3
"""Submits checkpoints to a witness over mutual TLS, made with the aics-tlog package, which shares no code with
this project. Prints one line of JSON: {"steps": [{"name", "status", "expected", "problem"}]}.

Statuses are those of C2SP tlog-witness; "problem" is empty when the answer's body and type are right too.
"""

import argparse
import base64
import hashlib
import http.client
import json
import socket
import ssl
import sys
import time

import aics_tlog
from aics_tlog.cosign import cosignature_key_id, cosignature_timestamp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Connection(http.client.HTTPSConnection):
    """Connects to an address of our choice while TLS and Host keep the server's name."""

    def __init__(self, name, address, context):
        super().__init__(name, address[1], context=context, timeout=30)
        self.address = address
        self.tls = context

    def connect(self):
        self.sock = self.tls.wrap_socket(socket.create_connection(self.address, 30), server_hostname=self.host)


class Client:
    def __init__(self, options):
        self.options = options
        self.steps = []
        self.context = ssl.create_default_context(cafile=options.ca)
        self.context.load_cert_chain(options.cert, options.key)

    def ask(self, method, path, body=None):
        host, _, port = self.options.connect.rpartition(":")
        connection = Connection(self.options.server, (host, int(port)), self.context)
        connection.request(method, path, body=body)
        response = connection.getresponse()
        answer = response.status, response.headers.get("Content-Type"), response.read(1 << 16)
        connection.close()
        return answer

    def step(self, name, expected, body, check=None):
        status, kind, answer = self.ask("POST", "/witness/add-checkpoint", body)
        problem = ""
        if status == expected and check:
            problem = check(kind, answer) or ""
        self.steps.append({"name": name, "status": status, "expected": expected, "problem": problem})


def request(old, proof, note):
    return b"".join([b"old %d\n" % old, *(base64.b64encode(h) + b"\n" for h in proof), b"\n", note])


def main():
    parser = argparse.ArgumentParser()
    for name in ("connect", "server", "cert", "key", "ca", "origin", "seed", "witness-key"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    with open(options.seed, encoding="ascii") as file:
        key = Ed25519PrivateKey.from_private_bytes(base64.b64decode(file.read()))
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    witness_name = f"{options.server}/witness"
    # A C2SP verifier key: name, key ID, type 04 and key.
    witness_key = base64.b64decode(options.witness_key.split("+", 2)[2])[1:]

    def tree(salt, size=12):
        return aics_tlog.MerkleTree(f"entry {i}{salt if i >= 5 else ''}".encode() for i in range(size))

    honest, fork = tree(""), tree("!")

    def note(origin, size, root, signer=key):
        checkpoint = aics_tlog.Checkpoint(origin, size, root)
        return aics_tlog.sign_checkpoint(checkpoint, signer, origin).to_bytes()

    def grown(origin, size, source=honest, signer=key):
        return note(origin, size, source.root(size), signer)

    def cosigned(origin, size):
        def check(kind, answer):
            lines = answer.decode().splitlines()
            if len(lines) != 1:
                return f"{len(lines)} lines"
            dash, name, blob = lines[0].split(" ")
            raw = base64.b64decode(blob)
            if (dash, name) != ("\u2014", witness_name):
                return f"line of {name}"
            if raw[:4] != cosignature_key_id(witness_name, witness_key):
                return "key ID"
            if abs(cosignature_timestamp(raw[4:]) - time.time()) > 60:
                return "time"
            if not aics_tlog.verify_cosignature(raw[4:], name, witness_key, origin, size, honest.root(size)):
                return "signature"
            return None

        return check

    def size_is(size):
        def check(kind, answer):
            wanted = ("text/x.tlog.size", b"%d\n" % size)
            return None if (kind, answer) == wanted else f"{kind} {answer!r}"

        return check

    client = Client(options)
    one, two = f"{options.origin}/1", f"{options.origin}/2"
    step = client.step
    step("first tree", 200, request(0, [], grown(one, 3)), cosigned(one, 3))
    step("the same again", 200, request(3, [], grown(one, 3)), cosigned(one, 3))
    step("from nothing", 409, request(0, [], grown(one, 5)), size_is(3))
    step("growth", 200, request(3, honest.consistency_proof(3, 8), grown(one, 8)), cosigned(one, 8))
    step("an old proof", 409, request(3, honest.consistency_proof(3, 5), grown(one, 5)), size_is(8))
    step("another root of the size", 422, request(8, [], grown(one, 8, fork)))
    step("another history", 422, request(8, fork.consistency_proof(8, 12), grown(one, 12, fork)))
    step("no proof", 422, request(8, [], grown(one, 12)))
    step("another proof", 422, request(8, honest.consistency_proof(7, 12), grown(one, 12)))
    step("a proof of nothing", 422, request(0, [bytes(32)], grown(two, 3)))
    step("an empty tree with a root", 422, request(0, [], note(two, 0, bytes(32))))
    step("smaller than its proof's start", 400, request(8, [], grown(one, 5)))
    step("a stranger's key", 403, request(8, [], grown(one, 8, signer=stranger)))
    good = grown(one, 12)
    broken = bytearray(good)
    broken[len(good) - 40] = ord("A") if broken[len(good) - 40] != ord("A") else ord("B")
    step("a broken signature", 403, request(8, honest.consistency_proof(8, 12), bytes(broken)))
    step("a log of nobody", 404, request(0, [], grown("999999.tongzhou.test/common/1", 3)))
    step("no request", 400, b"hello")
    step("64 proof lines", 400, request(8, [bytes(32)] * 64, good))
    step("base64 of another spelling", 400, request(8, [], good).replace(b"\n\n", b"\nAB==\n\n", 1))
    step("growth in the end", 200, request(8, honest.consistency_proof(8, 12), good), cosigned(one, 12))

    def monitor(name, expected, origin, check=None):
        digest = hashlib.sha256(origin.encode()).hexdigest()
        status, _, body = client.ask("GET", f"/witness/{digest}/checkpoint")
        problem = (check(body) or "") if status == expected and check else ""
        client.steps.append({"name": name, "status": status, "expected": expected, "problem": problem})

    def shown(body):
        parsed = aics_tlog.parse_note(body)
        verdict = aics_tlog.verify_checkpoint(
            parsed, aics_tlog.vkey_from_ed25519(one, key.public_key().public_bytes_raw()), expected_origin=one
        )
        if not verdict.log_ok or (verdict.size, verdict.root) != (12, honest.root(12)):
            return "not the checkpoint that was cosigned"
        names = [line.name for line in parsed.signatures]
        return None if names == [one, witness_name] else f"lines of {names}"

    monitor("what was cosigned", 200, one, shown)
    monitor("what was not", 404, two)
    monitor("a log of nobody, read", 404, "999999.tongzhou.test/common/1")
    print(json.dumps({"steps": client.steps}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
