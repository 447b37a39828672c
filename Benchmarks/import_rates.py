"""How long a file of readings takes to import, beside what Python takes only to read it.

.build-import/bin/python3 Benchmarks/import_rates.py --tongzhou .build-release/release/tongzhou

Needs openpyxl and pandas (`python3 -m venv .build-import && .build-import/bin/pip install openpyxl pandas`). Every
figure is the middle of --rounds runs, contestants in turn, each in a process of its own, start of the process included.
The import is a dry run on a node of its own in a temporary folder: reading, giving every cell its meaning, and
comparing with what is recorded; `--record` also times writing, once.
"""

import argparse
import datetime
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

FACTS = """node: bench.tongzhou.test
code: "990000"
role: province
name: {zh: 测速, en: Bench}
address: {host: 127.0.0.1, port: 19999}
logs: [common/1]
"""
HEADINGS = ["断面名称", "监测时间", "站点情况", "水温(℃)", "pH", "溶解氧(mg/L)", "高锰酸盐指数(mg/L)", "氨氮(mg/L)", "总磷(mg/L)"]
READERS = {
    "openpyxl, xlsx": "import openpyxl, sys\n"
    "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n"
    "print(sum(1 for row in sheet.iter_rows(values_only=True) for cell in row))",
    "pandas, xlsx": "import pandas, sys; print(pandas.read_excel(sys.argv[1]).size)",
    "pandas, CSV": "import pandas, sys; print(pandas.read_csv(sys.argv[1]).size)",
}


def write(folder, rows):
    """The same rows as a workbook and as CSV."""
    chance = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("监测数据")
    sheet.append(HEADINGS)
    lines = [",".join(HEADINGS)]
    start = datetime.datetime(2010, 1, 1)
    for row in range(rows):
        moment = start + datetime.timedelta(hours=row)
        values = [round(chance.uniform(5, 30), 1), round(chance.uniform(6, 9), 2), round(chance.uniform(5, 12), 2),
                  round(chance.uniform(1, 6), 2), round(chance.uniform(0.02, 1), 3), round(chance.uniform(0.01, 0.3), 3)]
        sheet.append(["测速断面", moment, "正常"] + values)
        lines.append(",".join(["测速断面", moment.strftime("%Y-%m-%d %H:%M"), "正常"] + [str(value) for value in values]))
    book.save(folder / "readings.xlsx")
    (folder / "readings.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def node(program, folder):
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "peers").mkdir()
    run = lambda *words: subprocess.run([program, *words], check=True, capture_output=True, cwd=folder)
    run("init", "node", "--facts", "facts.yaml", "--certs", ".", "--peers", "peers")
    run("sections", "add", "--config", "node/node.yaml", "--id", "bench-section", "--name-zh", "测速断面", "--name-en",
        "Bench", "--river", "测速", "--basin", "测速", "--upstream", "990000", "--downstream", "990001")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tongzhou", required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    program = str(Path(options.tongzhou).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, options.rows)
        node(program, folder)
        imported = [program, "import", "--config", str(folder / "node/node.yaml"), "--lang", "en"]
        contestants = {
            "tongzhou import --dry-run, xlsx": imported + ["--dry-run", str(folder / "readings.xlsx")],
            "openpyxl, xlsx": [sys.executable, "-c", READERS["openpyxl, xlsx"], str(folder / "readings.xlsx")],
            "pandas, xlsx": [sys.executable, "-c", READERS["pandas, xlsx"], str(folder / "readings.xlsx")],
            "tongzhou import --dry-run, CSV": imported + ["--dry-run", str(folder / "readings.csv")],
            "pandas, CSV": [sys.executable, "-c", READERS["pandas, CSV"], str(folder / "readings.csv")],
        }
        times = {name: [] for name in contestants}
        for _ in range(options.rounds):
            for name, words in contestants.items():
                begin = time.monotonic()
                answer = subprocess.run(words, check=True, capture_output=True, text=True).stdout
                times[name].append(time.monotonic() - begin)
                assert str(options.rows) in answer or str(options.rows * len(HEADINGS)) in answer or str(
                    (options.rows + 1) * len(HEADINGS)) in answer, (name, answer)
        for name, seconds in times.items():
            middle = statistics.median(seconds)
            print(f"{name}: {middle:.2f} s, {options.rows / middle:,.0f} rows/s ({min(seconds):.2f} to {max(seconds):.2f})")
        if options.record:
            begin = time.monotonic()
            subprocess.run(imported + [str(folder / "readings.xlsx")], check=True, capture_output=True)
            print(f"tongzhou import, xlsx, recorded: {time.monotonic() - begin:.2f} s")


if __name__ == "__main__":
    main()
