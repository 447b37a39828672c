"""Runs a program on a pseudo terminal as an operator would have it before him.

usage: watch_terminal.py ROWS COLUMNS NEEDLE PROGRAM ARGUMENTS...

Prints "drawn" once the first screen is there, waits for NEEDLE, presses Ctrl-C, and prints as one JSON object the exit
code and everything the terminal was sent.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

rows, columns, needle, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(program[0], program)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
sent, drawn, pressed = b"", False, False
limit = time.monotonic() + 120
while time.monotonic() < limit:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        part = os.read(terminal, 65536)
    except OSError:  # the other end is gone
        part = b""
    if not part:
        break
    sent += part
    if not drawn and b"\x1b[J" in sent:
        drawn = True
        print("drawn", flush=True)
    if not pressed and needle.encode() in sent:
        pressed = True
        os.write(terminal, b"\x03")
else:
    os.kill(child, 9)
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"code": code, "sent": sent.decode(errors="replace")}))
