#!/usr/bin/env python3
"""Everything that wants a GPU, in one go: doctor, compute-sanitizer, the benchmark beside peers, large runs.

    python3 src/bench/gpu_beside_peers.py BUNDLE PEERS --out OUT [--parts bench,walkers] [--replicas 1024] [--quick]

BUNDLE is an unpacked bundle (sh src/bundle/make), PEERS a folder with the peers' scripts (ensemble, walkers and lorenz,
each _torch.py and _jax.py), OUT gets each step's whole output. Parts that follow bench stand beside its rates, so it is
run whenever one of them is. The peers' own checks come first; a peer that fails its check is not timed. Last comes a
table for each part: rates, and ours over each peer's.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("bundle")
ap.add_argument("peers")
ap.add_argument("--out", required=True)
PARTS = ("doctor", "sanitizer", "training", "walkers", "trajectories", "runs")
ap.add_argument("--parts", default=",".join(PARTS), help="some of " + ", ".join(PARTS))
ap.add_argument("--replicas", type=int, default=1024)
ap.add_argument("--walkers", type=int, default=1 << 24)
ap.add_argument("--trajectories", type=int, default=1 << 23)
ap.add_argument("--python", default=sys.executable)
ap.add_argument("--quick", action="store_true", help="fewer peers")
args = ap.parse_args()
parts = args.parts.split(",")
for part in parts:
    if part not in PARTS:
        ap.error(f"there is no part {part}; there are {', '.join(PARTS)}")
# Commands run in the bundle.
args.bundle, args.peers, args.out = (os.path.abspath(path) for path in (args.bundle, args.peers, args.out))
if os.sep in args.python:
    args.python = os.path.abspath(args.python)
os.makedirs(args.out, exist_ok=True)
data = os.path.join(args.bundle, "data", "mnist")
basin = os.path.join(args.bundle, "basin")


def run(name, command, limit=240):
    """Runs it, keeps its output in OUT, and returns its standard output; None if it failed."""
    begun = time.time()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, cwd=args.bundle)
        out, err, code = done.stdout, done.stderr, done.returncode
    except subprocess.TimeoutExpired as e:
        text = lambda b: b.decode(errors="replace") if isinstance(b, bytes) else b or ""
        out, err, code = text(e.stdout), text(e.stderr) + "\ntimed out", 124
    with open(os.path.join(args.out, name + ".txt"), "w") as file:
        file.write("$ " + " ".join(command) + f"\n{out}\n--- standard error\n{err}\nexit code {code}\n")
    print(f"{name}: {'ok' if code == 0 else 'exit code ' + str(code)}, {time.time() - begun:.1f} s", flush=True)
    if code != 0:
        print("\n".join((out + err).strip().splitlines()[-6:]), flush=True)
    return out if code == 0 else None


def last_json(text):
    """The last line that is a JSON object."""
    for line in reversed((text or "").splitlines()):
        if line.startswith("{"):
            return json.loads(line)
    return None


def peer(name, script, rate, *options):
    """Its name and steps a second, from the line that it prints; None where it failed."""
    found = last_json(run(name, [args.python, os.path.join(args.peers, script), "--device", "cuda", *options]))
    return (name, rate(found), found) if found else None


def check(script, *options):
    """What its own check found; empty where it failed."""
    name = script.split(".")[0]
    found = (last_json(run(name + "-check", [args.python, os.path.join(args.peers, script), "--device", "cuda", "--check",
                                             *options])) or {}).get("check", {})
    print(f"  {script}: {found}", flush=True)
    return found


def near(a, b, within=1e-6):
    return isinstance(a, float) and isinstance(b, float) and abs(a - b) <= within * abs(b)


def training():
    rows = []
    network = ("--data", data, "--replicas", str(args.replicas), "--steps", "512")
    for script, quick, slow in (("ensemble_torch.py", ("bmm", "graph", "blocked_graph"),
                                 ("compile_graph", "deferred_graph")),
                                ("ensemble_jax.py", ("manual", "grad", "blocked"), ())):
        good = check(script, "--data", data)
        for variant in quick if args.quick else quick + slow:
            if isinstance(good.get(variant), float) and good[variant] < 1e-3:
                rows.append(peer(f"{script.split('.')[0]}-{variant}", script,
                                 lambda found: 1e6 / found["us_per_replica_step_median"], *network, "--variant", variant))
    return rows


def walkers():
    rows = []
    many = ("-N", str(args.walkers), "-S", "1000", "-T", "0.015", "--dtype", "float32")
    rate = lambda found: 1e9 / found["ns_per_walker_step_median"]
    good = check("walkers_torch.py")
    for variant in ("eager", "graph", "compile", "compile_graph"):
        of = "fused" if variant.startswith("compile") else "eager"
        if near(good.get(of + "_sum_w"), good.get("plain_sum_w")):
            rows.append(peer("walkers_torch-" + variant, "walkers_torch.py", rate, *many, "--variant", variant))
    good = check("walkers_jax.py")
    if near(good.get("sum_w"), good.get("expect")):
        for generator in ("threefry2x32", "rbg"):
            rows.append(peer("walkers_jax-" + generator, "walkers_jax.py", rate, *many, "--rng", generator))
    for found in filter(None, rows):
        print(f"  {found[0]}: escaped {found[2]['escaped']}", flush=True)
    return rows


def trajectories():
    rows = []
    rate = lambda found: 1e9 / found["ns_per_trajectory_step_median"]
    torch, jax = check("lorenz_torch.py"), check("lorenz_jax.py")
    for mode in ("both",) if args.quick else ("free", "frozen", "both"):
        many = ("-B", str(args.trajectories), "-S", "1000", "--dtype", "float32", "--mode", mode)
        for variant in ("eager", "graph", "compile", "compile_graph"):
            of = "fused" if variant.startswith("compile") else "eager"
            if near(torch.get(of + "_sum"), torch.get("numpy_sum")):
                rows.append(peer(f"lorenz_torch-{variant}-{mode}", "lorenz_torch.py", rate, *many, "--variant", variant))
        if near(jax.get("sum_both"), jax.get("expect")):
            rows.append(peer(f"lorenz_jax-{mode}", "lorenz_jax.py", rate, *many))
    return rows


def basin_run(name, *command, limit=400):
    """What a command of Basin says in JSON; None where it failed."""
    folder = os.path.join(args.out, name + "-run")
    shutil.rmtree(folder, ignore_errors=True)
    out = run(name, [basin, *command, "--json", "--out", folder], limit)
    return json.loads(out) if out else None


def runs():
    """Large runs, and small ones by both kinds of engine."""
    large = basin_run("localize-cuda", "localize", "--engine", "cuda", "--replicas", str(args.replicas))
    small = basin_run("localize-chunked", "localize", "--engine", "chunked", "--replicas", "16")
    if large and small:
        of = lambda found: {r["seed"]: r["weights"]["r"] for r in found["replicas"] if not r["diverged"]}
        cuda, cpu = of(large), of(small)
        print("weights r, cuda less chunked, seeds in common: greatest difference",
              max(abs(cuda[seed] - cpu[seed]) for seed in cpu if seed in cuda))
    for dtype in ("float64", "float32"):
        escape = ("escape", "--temperature", "0.0125", "--steps", "1000", "--dtype", dtype)
        both = [basin_run(f"escape-{engine}-{dtype}", *escape, "--walkers", "1000000", "--engine", engine)
                for engine in ("cuda", "vector")]
        if all(both):
            print(f"escaped of 10^6 in {dtype}, cuda and vector:", *(found["rows"][0]["at_end"] for found in both))
        many = basin_run(f"escape-many-{dtype}", *escape, "--walkers", "1000000000", "--engine", "cuda", "--method",
                         "walkers,operator")
        if many:
            print("escaped of 10^9, and by the operator:", *(row["at_end"] for row in many["rows"]))
    lorenz = ("op", "lorenz", "--time", "2", "--dtype", "float32", "--map")
    both = [basin_run(f"map-{engine}", *lorenz, "a:-20:20:512,b:-20:20:512", "--engine", engine)
            for engine in ("cuda", "vector")]
    if all(both):
        print("maps of 512 x 512 starts by cuda and vector are the same:", both[0]["maps"] == both[1]["maps"])
    basin_run("map-large", *lorenz, "a:-20:20:4096,b:-20:20:4096", "--engine", "cuda")


if "doctor" in parts:
    run("doctor", [basin, "doctor"])
if "sanitizer" in parts and shutil.which("compute-sanitizer"):
    # Doctor computes a little with every kind of kernel.
    for tool in ("memcheck", "racecheck", "initcheck", "synccheck"):
        run(tool, ["compute-sanitizer", "--tool", tool, "--target-processes", "all", "--error-exitcode", "9",
                   basin, "doctor"])

beside = [part for part in ("training", "walkers", "trajectories") if part in parts]
bench = {"rows": []}
if beside:
    ours = run("bench", [basin, "bench", "gpu", "--walkers", str(args.walkers), "--trajectories", str(args.trajectories),
                         "--json", "--quiet"])
    bench = json.loads(ours) if ours else bench
peers = {"training": training, "walkers": walkers, "trajectories": trajectories}
found = {part: [row for row in peers[part]() if row] for part in beside}
if "runs" in parts:
    runs()


def line(name, rate, words):
    print(f"{name:40} {rate / 1e6:16.2f}   {words}")


def limit(row):
    return f"{row['limit_fraction']:.2f} of {row['limit']}, spread {row['spread']:.2f}"


print("\nceilings", json.dumps(bench.get("ceilings")))
if "training" in beside:
    print(f"\n{'training':40} {'10^6 datapoints x replicas a second'}")
    best = 0
    for row in (row for row in bench["rows"] if row["work"] == "train"):
        line(f"basin {row['dtype']} R={row['replicas']}{' tallies' if row['tallies'] else ''}",
             row["datapoints_per_second"], limit(row))
        # The peers tally too.
        if row["dtype"] == "float32" and row["tallies"]:
            best = max(best, row["datapoints_per_second"])
    for name, rate, _ in found["training"]:
        line(name, rate, f"ours with tallies is {best / rate:.1f} times it")
if "walkers" in beside:
    print(f"\n{'walkers':40} {'10^6 walkers x steps a second'}")
    best = 0
    for row in (row for row in bench["rows"] if row["work"] == "walkers"):
        line(f"basin {row['precision']}", row["steps_per_second"], limit(row))
        best = max(best, row["steps_per_second"] if row["precision"] == "float32" else 0)
    for name, rate, _ in found["walkers"]:
        line(name, rate, f"ours is {best / rate:.1f} times it")
if "trajectories" in beside:
    print(f"\n{'trajectories':40} {'10^6 trajectories x steps a second'}")
    best = {}
    for row in (row for row in bench["rows"] if row["work"] == "trajectories"):
        line(f"basin {row['system']} {row['precision']} {row['tangents']}", row["steps_per_second"], limit(row))
        if row["precision"] == "float32" and row["system"] == "lorenz":
            best[row["tangents"]] = row["steps_per_second"]
    for name, rate, _ in found["trajectories"]:
        line(name, rate, f"ours is {best.get(name.split('-')[-1], 0) / rate:.1f} times it")
    if best:
        # The fastest published: 8 388 608 trajectories of 1000 steps in 94 ms, hand-written for a V100 of 15.7 TFLOP/s
        # (GPUODEBenchmarks).
        published = (1 << 23) * 1000 / 0.094 * bench["ceilings"]["fma_flops"] / 15.7e12
        line("best published, by float32 rate", published, f"ours without tangents is {best['none'] / published:.1f} times it")
