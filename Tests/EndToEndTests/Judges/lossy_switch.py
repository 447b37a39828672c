"""A switch between network interfaces that loses, delays, repeats and overtakes: what `tc netem` does, for any kernel.

usage: lossy_switch.py SEED LOSS REPEAT DELAY JITTER INTERFACE...

Every frame that arrives on one INTERFACE is passed to those it is for: to where its address was last seen, else to all
others. One in LOSS per cent is lost, one in REPEAT per cent passed twice; each takes DELAY milliseconds and up to
JITTER more, so that frames overtake each other. Runs until SIGTERM, then prints what it did, as JSON. Needs CAP_NET_RAW.
"""

import heapq
import json
import random
import select
import signal
import socket
import sys
import time

# linux/if_packet.h, linux/if_ether.h. With its header of ten bytes a frame keeps what the network card would have
# finished: segments not yet cut, sums not yet computed.
SOL_PACKET, PACKET_VNET_HDR, ETH_P_ALL = 263, 15, 3
HEADER = 10
LARGEST = HEADER + 14 + 65_536

SEED, LOSS, REPEAT, DELAY, JITTER = (int(word) for word in sys.argv[1:6])
INTERFACES = sys.argv[6:]
CHANCE = random.Random(SEED)


def opened(interface):
    port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    port.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    port.bind((interface, ETH_P_ALL))
    port.setblocking(False)
    return port


def main():
    ports = [opened(interface) for interface in INTERFACES]
    seen, waiting, done = {}, [], {"passed": 0, "lost": 0, "repeated": 0, "refused": 0}
    running = True

    def stop(*_):
        nonlocal running
        running = False

    signal.signal(signal.SIGTERM, stop)
    print("ready", flush=True)
    while running:
        pause = max(0, waiting[0][0] - time.monotonic()) if waiting else 0.2
        for port in select.select(ports, [], [], min(pause, 0.2))[0]:
            frame, address = port.recvfrom(LARGEST)
            # What this switch has sent itself comes by too.
            if address[2] == socket.PACKET_OUTGOING:
                continue
            to, by = frame[HEADER:HEADER + 6], frame[HEADER + 6:HEADER + 12]
            seen[by] = port
            if CHANCE.uniform(0, 100) < LOSS:
                done["lost"] += 1
                continue
            times = 2 if CHANCE.uniform(0, 100) < REPEAT else 1
            done["repeated"] += times - 1
            for other in [seen[to]] if to in seen else [each for each in ports if each is not port]:
                for _ in range(times):
                    when = time.monotonic() + (DELAY + CHANCE.uniform(0, JITTER)) / 1000
                    heapq.heappush(waiting, (when, CHANCE.random(), frame, ports.index(other)))
        while waiting and waiting[0][0] <= time.monotonic():
            _, _, frame, place = heapq.heappop(waiting)
            try:
                ports[place].send(frame)
                done["passed"] += 1
            except OSError:
                # No room, or the link is down: one more that is lost.
                done["refused"] += 1
    print(json.dumps(done), flush=True)


main()
