#!/usr/bin/env python3
"""Basin's trajectories beside other people's, on this machine, in one run: ratios of nanoseconds a trajectory-step.

    src/bench/trajectories_beside_peers.py PEERS [--rounds 5] [--python /usr/bin/python3] [--json]

PEERS is a folder with lorenz_numpy.py and lorenz_torch.py, scripts that integrate Lorenz's system by RK4, 10 000 trajectories
for 1000 steps of 0.01 on one thread with the tangents free, frozen or both, and print one JSON line each. They and
`basin bench trajectories` take turns, ROUNDS times, each work of theirs within seconds of ours. A ratio is that of a round:
theirs over ours. Printed are its median and, in brackets, its least and greatest, and, for a machine that has other work,
the least time of all rounds of theirs over the least of ours; with --json one object with all of them.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# peer, its script and arguments, threads, the ratio that is wanted
PEERS = [
    ("NumPy", "lorenz_numpy.py", 1, 10),
    ("PyTorch (jit)", "lorenz_torch.py --variant jit --threads 1", 1, 8),
    ("PyTorch (jit), two threads", "lorenz_torch.py --variant jit --threads 2", 2, 8),
]
PRECISIONS = ["float32", "float64"]
TANGENTS = ["free", "frozen", "both"]


def last_json(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.strip()}")
    return json.loads(done.stdout if done.stdout.lstrip().startswith("{\n") else done.stdout.strip().splitlines()[-1])


def summary(numbers):
    return dict(median=statistics.median(numbers), least=min(numbers), greatest=max(numbers), rounds=numbers)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("peers")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--repeats", type=int, default=5)
    options.add_argument("--python", default=sys.executable)
    options.add_argument("--threads", default="1,2")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    several = [int(t) for t in asked.threads.split(",")]
    ours, theirs, ratios, wanted, beside = {}, {}, {}, {}, {}

    def quiet(key):
        return min(theirs[key]) / min(ours[beside[key]])

    for turn in range(asked.rounds):
        for precision in PRECISIONS:
            for threads in several:
                print(f"round {turn + 1} of {asked.rounds}, {precision}, {threads} threads", file=sys.stderr)
                bench = last_json(["./basin", "bench", "trajectories", "--json", "--quiet", "--engines", "vector",
                                   "--precision", precision, "--threads", str(threads), "--repeats", "9", "--warmup", "4"])
                now = {row["tangents"]: row["ns_per_step"] for row in bench["rows"]}
                for tangents, ns in now.items():
                    ours.setdefault(f"{precision}, {tangents}, {threads}", []).append(ns)
                for name, script, count, least in PEERS:
                    if count != threads:
                        continue
                    script, *rest = script.split()
                    for tangents in TANGENTS:
                        found = last_json([asked.python, os.path.join(asked.peers, script), *rest, "--mode", tangents,
                                           "--dtype", precision, "--repeats", str(asked.repeats)])
                        key = f"{name}, {precision}, {tangents}"
                        ns = found["ns_per_trajectory_step_median"]
                        theirs.setdefault(key, []).append(ns)
                        ratios.setdefault(key, []).append(ns / now[tangents])
                        wanted[key] = least
                        beside[key] = f"{precision}, {tangents}, {threads}"
    if asked.json:
        print(json.dumps(dict(
            python=asked.python,
            ours={key: summary(ns) for key, ns in ours.items()},
            theirs={key: summary(ns) for key, ns in theirs.items()},
            ratios={key: dict(summary(found), least_over_least=quiet(key), wanted=wanted[key])
                    for key, found in ratios.items()})))
        return
    print(f"{'a trajectory-step':46} {'theirs':>8} {'ours':>8} {'ratio':>7} {'':16} {'least':>7} {'wanted':>12}")
    for key, found in ratios.items():
        spread = f"[{min(found):.2f}, {max(found):.2f}]"
        mine = [t / r for t, r in zip(theirs[key], found)]
        print(f"{key:46} {statistics.median(theirs[key]):8.2f} {statistics.median(mine):8.2f}"
              f" {statistics.median(found):7.2f} {spread:>16} {quiet(key):7.2f} {'at least ' + str(wanted[key]):>12}")


main()
