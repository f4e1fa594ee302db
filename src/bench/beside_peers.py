#!/usr/bin/env python3
"""Basin's trainer beside other people's, on this machine, in one run: ratios of microseconds a datapoint and replica.

    src/bench/beside_peers.py PEERS [--threads 1] [--rounds 3] [--python /usr/bin/python3]

PEERS is a folder with localize_torch.py, localize_numpy.py and ensemble_torch.py, scripts that train the same network
on the same images, float32, tallies on, and print one JSON line each. They and `basin bench train` take turns, ROUNDS
times; each figure is the median over the rounds. Basin prepares every stream anew in every repeat and its replicas share
one stream; ensemble_torch.py gives each replica a stream of its own, the other peers train one network.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# peer, its arguments, the replicas of Basin it is held against, the ratio that is wanted
PEERS = [
    ("PyTorch autograd", "localize_torch.py --variant autograd --samples 2000 --repeats 5", 1, 25),
    ("PyTorch, by hand (jit)", "localize_torch.py --variant jit --samples 2000 --repeats 5", 1, 5),
    ("NumPy with BLAS ger", "localize_numpy.py --variant ger --samples 2000 --repeats 5", 1, 5),
    ("PyTorch blocked", "localize_torch.py --variant blocked --samples 2000 --repeats 5", 1, 3),
    ("NumPy blocked", "localize_numpy.py --variant blocked --samples 2000 --repeats 5", 1, 3),
    ("PyTorch bmm, 64 networks", "ensemble_torch.py --variant bmm -R 64 --steps 64 --warmup 16", 64, 12),
    ("PyTorch blocked, 64 networks", "ensemble_torch.py --variant blocked -R 64 --steps 64 --warmup 16", 64, 2),
]


def last_json(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.strip()}")
    return json.loads(done.stdout if done.stdout.lstrip().startswith("{\n") else done.stdout.strip().splitlines()[-1])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("peers")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--python", default=sys.executable)
    asked = options.parse_args()
    ours, theirs = {1: [], 64: []}, {name: [] for name, *_ in PEERS}
    for turn in range(asked.rounds):
        print(f"round {turn + 1} of {asked.rounds}", file=sys.stderr)
        bench = last_json(["./basin", "bench", "train", "--json", "--quiet", "--no-dl4j", "--replicas", "1,64",
                           "--threads", str(asked.threads)])
        for row in bench["rows"]:
            if row["tallies"] and row["products"] == "ink":
                ours[row["replicas"]].append(row["us_per_datapoint"])
        for name, arguments, _, _ in PEERS:
            script, *rest = arguments.split()
            found = last_json([asked.python, os.path.join(asked.peers, script), *rest, "--threads",
                               str(asked.threads)])
            theirs[name].append(found.get("us_per_sample_median") or found["us_per_replica_step_median"])
    print(f"{'microseconds a datapoint and replica':38} {'theirs':>8} {'ours':>8} {'ratio':>7} {'wanted':>7}")
    for name, _, replicas, wanted in PEERS:
        their, our = statistics.median(theirs[name]), statistics.median(ours[replicas])
        print(f"{name:38} {their:8.2f} {our:8.2f} {their / our:7.1f} {wanted:7}")


main()
