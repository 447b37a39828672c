"""python3 -m second_opinion run|serve|bench"""

import argparse
import json
import sys
import time
from pathlib import Path

from .computation import read_readings, settle
from .outcomes import Obstacle, Refusal
from .scheme import Scheme


def load(text):
    """(scheme, None) or (None, answer)."""
    try:
        return Scheme(text), None
    except Refusal as refusal:
        return None, {"outcome": "refused", "codes": [refusal.code], "why": str(refusal)}
    except Obstacle as obstacle:  # in a constant
        return None, {"outcome": "refused", "codes": [obstacle.code], "why": str(obstacle)}


def answer(job):
    scheme, refused = load(job["scheme"])
    return refused or settle(scheme, job["period"], read_readings(job["readings"]), job["supplied"])


def serve():
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(json.loads(line)), ensure_ascii=False), flush=True)


def read_json(path):
    return json.loads(Path(path).read_text(encoding="utf-8")) if path else []


def run(options):
    job = {"scheme": Path(options.scheme).read_text(encoding="utf-8"), "period": options.period,
           "readings": read_json(options.data), "supplied": read_json(options.supplied)}
    print(json.dumps(answer(job), ensure_ascii=False, indent=1))


def bench(options):
    scheme, refused = load(Path(options.scheme).read_text(encoding="utf-8"))
    if refused:
        sys.exit(f"refused: {refused['why']}")
    readings, supplied = read_readings(read_json(options.data)), read_json(options.supplied)
    begin = time.perf_counter()
    for _ in range(options.count):
        result = settle(scheme, options.period, readings, supplied)
    seconds = time.perf_counter() - begin
    print(f"{options.count / seconds:.1f} evaluations per second ({result['outcome']})")


def main():
    parser = argparse.ArgumentParser(prog="second_opinion")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve")
    for name in ("run", "bench"):
        command = commands.add_parser(name)
        command.add_argument("scheme")
        command.add_argument("--period", required=True)
        command.add_argument("--data")
        command.add_argument("--supplied")
        command.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    if options.command == "serve":
        serve()
    else:
        {"run": run, "bench": bench}[options.command](options)


if __name__ == "__main__":
    main()
