#!/usr/bin/env python3
"""Serves the aics-witness package, a witness that shares no code with this project, on loopback and submits to it.

Reads JSON {"origin", "vkey", "bodies": [base64]} and prints {"vkey", "answers": [{"status", "type", "body"}],
"shown": text}: how the witness answers each body in turn, and what it shows of the log in the end.
"""

import base64
import hashlib
import http.client
import json
import logging
import sys
import tempfile
import threading

import aics_witness
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def main():
    logging.disable(logging.CRITICAL)
    question = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder, aics_witness.WitnessStore(
        f"{folder}/witness.db", create=True
    ) as store:
        log = aics_witness.LogConfig.from_strings(question["origin"], [question["vkey"]])
        witness = aics_witness.Witness("witness.example/w1", Ed25519PrivateKey.generate(), store, [log])
        server = aics_witness.make_server(witness)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=30)

        def ask(method, path, body=None):
            connection.request(method, path, body=body)
            response = connection.getresponse()
            answer = response.read().decode()
            return {"status": response.status, "type": response.headers.get("Content-Type"), "body": answer}

        answers = [ask("POST", "/add-checkpoint", base64.b64decode(body)) for body in question["bodies"]]
        digest = hashlib.sha256(question["origin"].encode()).hexdigest()
        shown = ask("GET", f"/{digest}/checkpoint")["body"]
        connection.close()
        server.shutdown()
        server.server_close()
    print(json.dumps({"vkey": witness.vkey_text, "answers": answers, "shown": shown}))


if __name__ == "__main__":
    main()
