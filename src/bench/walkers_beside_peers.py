#!/usr/bin/env python3
"""Basin's walkers beside other people's, on this machine, in one run: ratios of nanoseconds a walker-step.

    src/bench/walkers_beside_peers.py PEERS [--rounds 5] [--python /usr/bin/python3]

PEERS is a folder with walkers_numpy.py and walkers_torch.py, scripts that walk the same pit, 100 000 walkers from its
minimum, 1000 steps at T = 0.015, and print one JSON line each. They and `basin bench walkers` take turns, ROUNDS times.
A ratio is that of a round: theirs over ours, or ours over two exponentials of the same process. Printed are its median
and, in brackets, its least and greatest.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# peer, its arguments, the precision and threads of Basin it is held against, the ratio that is wanted
PEERS = [
    ("NumPy, one thread, float32", "walkers_numpy.py --dtype float32", "float32", 1, 2.5),
    ("NumPy, one thread, float64", "walkers_numpy.py --dtype float64", "float64", 1, 4),
    ("PyTorch, two threads, float32", "walkers_torch.py --threads 2", "float32", 2, 4),
    ("PyTorch (jit), two threads, float32", "walkers_torch.py --threads 2 --variant jit", "float32", 2, 4),
]


def last_json(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.strip()}")
    return json.loads(done.stdout if done.stdout.lstrip().startswith("{\n") else done.stdout.strip().splitlines()[-1])


def line(name, ratios, wanted):
    spread = f"[{min(ratios):.2f}, {max(ratios):.2f}]"
    print(f"{name:44} {statistics.median(ratios):7.2f} {spread:>16} {wanted:>14}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("peers")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--python", default=sys.executable)
    asked = options.parse_args()
    theirs, two, formulas = {name: [] for name, *_ in PEERS}, {}, {}
    for turn in range(asked.rounds):
        print(f"round {turn + 1} of {asked.rounds}", file=sys.stderr)
        bench = last_json(["./basin", "bench", "walkers", "--json", "--quiet", "--no-nd4j", "--threads", "1,2"])
        ours = {}
        for row in bench["rows"]:
            ours[row["landscape"], row["precision"], row["threads"]] = row["ns_per_step"]
            if row["landscape"] == "pit" and row["exp_ns"]:
                key = f"{row['precision']}, {row['threads']} threads"
                two.setdefault(key, []).append(row["ns_per_step"] / 2 / row["exp_ns"])
        for (landscape, precision, threads), ns in ours.items():
            if landscape == "formula":
                key = f"{precision}, {threads} threads"
                formulas.setdefault(key, []).append(ns / ours["pit", precision, threads])
        for name, arguments, precision, threads, _ in PEERS:
            script, *rest = arguments.split()
            found = last_json([asked.python, os.path.join(asked.peers, script), *rest])
            theirs[name].append(found["ns_per_walker_step_median"] / ours["pit", precision, threads])
    print(f"{'a walker-step':44} {'ratio':>7} {'':16} {'wanted':>14}")
    for name, _, _, _, wanted in PEERS:
        line(name + " / ours", theirs[name], f"at least {wanted}")
    for key, ratios in two.items():
        line(f"ours / two exponentials, {key}", ratios, "at most 1.5")
    for key, ratios in formulas.items():
        line(f"formulas / pit, {key}", ratios, "at most 5")


main()
