"""Random valid schemes with data, as jobs for `python3 -m second_opinion serve`: one JSON line each.

python3 generate.py --seed S --count N    the same lines on every machine
"""

import argparse
import json
import random

from generator.data import DataWriter
from generator.schemes import SchemeWriter


def job(seed, number):
    source = random.Random(f"{seed}/{number}")
    writer = SchemeWriter(source)
    made = {"scheme": writer.write(), "period": writer.world.settled.text}
    data = DataWriter(source, writer.world)
    made["readings"], made["supplied"] = data.readings(), data.supplied()
    data.fault(made)
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    options = parser.parse_args()
    for number in range(options.count):
        print(json.dumps(job(options.seed, number), ensure_ascii=False))


if __name__ == "__main__":
    main()
