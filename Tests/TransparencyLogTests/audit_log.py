#!/usr/bin/env python3
"""Audits a tlog-tiles log with the aics-tlog package, which shares no code with this project.

    audit_log.py --vkey VKEY DIRECTORY
    audit_log.py --vkey VKEY [--connect HOST:PORT] [--cert F --key F] [--ca F] https://name/prefix

Every hash tile and entry bundle that the checkpoint promises is read and proven against the
signed root. Prints one line of JSON: {"ok": true, "origin", "size", "root", "tiles", "bundles"}
and exits 0, or {"ok": false, "stage", "error"} and exits 1. Usage errors exit 2.
"""

import argparse
import base64
import http.client
import json
import socket
import ssl
import sys
from pathlib import Path
from urllib.parse import urlsplit

CHECKPOINT_LIMIT = 131_072
TILE_LIMIT = 8_192
BUNDLE_LIMIT = 16_777_472


class Refused(Exception):
    """The log is not what its checkpoint says."""


class DirectoryLog:
    """A log as files."""

    def __init__(self, root):
        self.root = Path(root)

    def get(self, path, limit):
        try:
            body = (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        return check_length(path, body, limit)


class RedirectedConnection(http.client.HTTPSConnection):
    """Connects to an address of our choice while TLS and Host keep the name in the URL."""

    def __init__(self, name, port, address, context, timeout):
        super().__init__(name, port, context=context, timeout=timeout)
        self.address = address
        self.tls = context

    def connect(self):
        plain = socket.create_connection(self.address, self.timeout)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


class ServedLog:
    """A log behind HTTPS, with a client certificate if one is given."""

    def __init__(self, url, options):
        parts = urlsplit(url)
        context = ssl.create_default_context(cafile=options.ca)
        if options.cert:
            context.load_cert_chain(options.cert, options.key)
        port = parts.port or 443
        address = (parts.hostname, port)
        if options.connect:
            host, _, override = options.connect.rpartition(":")
            address = (host.strip("[]"), int(override))
        self.prefix = parts.path.rstrip("/")
        self.connection = RedirectedConnection(
            parts.hostname, port, address, context, options.timeout
        )

    def get(self, path, limit):
        self.connection.request(
            "GET", f"{self.prefix}/{path}", headers={"Accept-Encoding": "identity"}
        )
        response = self.connection.getresponse()
        body = response.read(limit + 1)
        if len(body) > limit:
            self.connection.close()
        elif not response.isclosed():
            response.read()
        if response.status == 404:
            return None
        if response.status != 200:
            raise Refused(f"{path}: HTTP {response.status}")
        encoding = response.headers.get("Content-Encoding", "identity")
        if encoding != "identity":
            raise Refused(f"{path}: unasked content encoding {encoding}")
        return check_length(path, body, limit)


class Tiles:
    """What aics-tlog asks of a source of tiles."""

    def __init__(self, log):
        self.log = log

    def read_tile(self, level, index, width):
        return self.log.get(tiles.tile_path(level, index, width), TILE_LIMIT)

    def read_entry_bundle(self, index, width):
        return self.log.get(tiles.entry_bundle_path(index, width), BUNDLE_LIMIT)


def check_length(path, body, limit):
    if len(body) > limit:
        raise Refused(f"{path}: more than {limit} bytes")
    return body


def verified_checkpoint(log, vkey_text):
    vkey = aics_tlog.parse_vkey(vkey_text)
    raw = log.get("checkpoint", CHECKPOINT_LIMIT)
    if raw is None:
        raise Refused("checkpoint: not found")
    verdict = aics_tlog.verify_checkpoint(
        aics_tlog.parse_note(raw), vkey, expected_origin=vkey.name
    )
    if not verdict.log_ok or verdict.error:
        raise Refused(verdict.error or "checkpoint: not signed by the log key")
    return verdict


def arguments():
    parser = argparse.ArgumentParser(description="audit a tlog-tiles log")
    parser.add_argument("--vkey", required=True, help="the log's verifier key; its name is the origin")
    parser.add_argument("--connect", metavar="HOST:PORT", help="connect here instead of the URL's host")
    parser.add_argument("--cert", help="client certificate chain, PEM")
    parser.add_argument("--key", help="client private key, PEM")
    parser.add_argument("--ca", help="certificates to trust for the server, PEM")
    parser.add_argument("--timeout", type=float, default=30, help="seconds for each network step")
    parser.add_argument("log", metavar="DIRECTORY-or-URL")
    return parser.parse_args()


def main():
    options = arguments()
    stage = "checkpoint"
    try:
        is_served = urlsplit(options.log).scheme == "https"
        log = ServedLog(options.log, options) if is_served else DirectoryLog(options.log)
        checkpoint = verified_checkpoint(log, options.vkey)
        stage = "tiles"
        report = aics_tlog.audit_tiles(Tiles(log), checkpoint.size, checkpoint.root)
    except (Refused, OSError, ValueError, http.client.HTTPException) as problem:
        error = f"{type(problem).__name__}: {problem}"
        print(json.dumps({"ok": False, "stage": stage, "error": error}))
        return 1
    answer = {
        "ok": True,
        "origin": checkpoint.origin,
        "size": checkpoint.size,
        "root": base64.b64encode(checkpoint.root).decode(),
        "tiles": report.tiles,
        "bundles": report.bundles,
    }
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    try:
        import aics_tlog
        from aics_tlog import tiles
    except ImportError as problem:
        print(f"aics-tlog is not installed ({problem}): run scripts/test", file=sys.stderr)
        sys.exit(2)
    sys.exit(main())
