#!/usr/bin/env python3
"""Clients as nobody wants them, until told to stop (the end of standard input or SIGTERM).

slow_clients.py KIND PORT [AUTHORITY CERTIFICATE KEY NAME]

idle        thousands of connections that never say a word, opened again when they are closed
crowd:N     N at a time of the same, from twenty addresses; tells how many stand at this moment
handshake   TLS hellos that come a byte at a time
headers     a member's requests whose head never ends, a byte at a time
body        a member's POST whose body never ends, a byte at a time
endless     a member's POST whose chunked body comes as fast as it is taken and never ends
gzip        a member's POST of a compressed body that would unpack to a gigabyte
flood       a member's requests for everything there is not, as fast as they are answered
"""
import gzip
import io
import resource
import selectors
import socket
import ssl
import sys
import threading
import time

kind, _, number = sys.argv[1].partition(":")
port = int(sys.argv[2])
connections = {"crowd": int(number or 0), "idle": 10_000, "handshake": 200, "headers": 60, "body": 60, "endless": 8, "gzip": 8, "flood": 8}[kind]
done = {"opened": 0, "closed": 0, "bytes": 0, "standing": 0, "most": 0}


def plain():
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    done["opened"] += 1
    return connection


def member():
    authority, certificate, key, name = sys.argv[3:7]
    context = ssl.create_default_context(cafile=authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certificate, key)
    return context.wrap_socket(plain(), server_hostname=name)


def drip(connection, text):
    """A byte a second, for ever."""
    while True:
        for byte in text:
            connection.sendall(bytes([byte]))
            done["bytes"] += 1
            time.sleep(1)


def idle():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    held = []
    while True:
        while len(held) < min(connections, most - 50):
            held.append(plain())
            held[-1].setblocking(False)
        time.sleep(0.2)
        kept = []
        for connection in held:
            try:
                closed = connection.recv(1) == b""
            except BlockingIOError:
                closed = False
            except OSError:
                closed = True
            if closed:
                done["closed"] += 1
                connection.close()
            else:
                kept.append(connection)
        held = kept


def crowd():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    ready, count = selectors.EpollSelector(), 0
    while True:
        # So many at once as the machine's queue of new connections takes.
        for turn in range(min(200, connections - count)):
            connection = socket.socket()
            connection.setsockopt(socket.IPPROTO_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT
            connection.bind((f"127.0.0.{2 + turn % 20}", 0))
            connection.setblocking(False)
            connection.connect_ex(("127.0.0.1", port))
            ready.register(connection, selectors.EVENT_WRITE, "opening")
            count += 1
        for key, _ in ready.select(0.1):
            connection = key.fileobj
            broken = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0
            if key.data == "opening" and not broken:
                done["opened"] += 1
                done["standing"] += 1
                done["most"] = max(done["most"], done["standing"])
                ready.modify(connection, selectors.EVENT_READ, "standing")
                continue
            # A server that speaks first is none of ours: whatever comes is the end.
            ready.unregister(connection)
            connection.close()
            count -= 1
            done["closed"] += 1
            done["standing"] -= key.data == "standing"


def attack():
    head = b"POST /witness/add-checkpoint HTTP/1.1\r\nHost: node\r\nContent-Type: text/plain\r\n"
    if kind == "handshake":
        # A record that announces a hello of 512 bytes.
        return drip(plain(), b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc" + b"\x03" * 503)
    connection = member()
    if kind == "headers":
        connection.sendall(b"GET /log/common/1/checkpoint HTTP/1.1\r\n")
        return drip(connection, b"X-Slow: a\r\n")
    if kind == "body":
        connection.sendall(head + b"Content-Length: 100000\r\n\r\n")
        return drip(connection, b"old 0\n")
    if kind == "endless":
        connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"a" * 65536 + b"\r\n"
        while True:
            connection.sendall(piece)
            done["bytes"] += len(piece)
    if kind == "gzip":
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb") as file:
            for _ in range(64):
                file.write(b"\0" * (1 << 20))
        body = packed.getvalue() * 16
        connection.sendall(head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        done["bytes"] += len(body)
        while connection.recv(65536):
            pass
        raise OSError("closed")
    while True:
        connection.sendall(b"GET /log/common/1/tile/0/999 HTTP/1.1\r\nHost: node\r\n\r\n")
        if not connection.recv(65536):
            raise OSError("closed")
        done["bytes"] += 1


def again():
    while True:
        try:
            {"idle": idle, "crowd": crowd}.get(kind, attack)()
        except (OSError, ssl.SSLError):
            done["closed"] += 1
            time.sleep(0.2)


for _ in range(1 if kind in ("idle", "crowd") else connections):
    threading.Thread(target=again, daemon=True).start()
while True:
    time.sleep(0.5)
    print(kind, *[f"{name} {count}" for name, count in done.items()], flush=True)
