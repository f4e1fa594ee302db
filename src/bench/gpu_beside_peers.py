#!/usr/bin/env python3
"""Everything that wants a GPU, in one go: doctor, compute-sanitizer, the benchmark beside peers, a large run.

    python3 src/bench/gpu_beside_peers.py BUNDLE PEERS --out OUT [--replicas 1024] [--quick]

BUNDLE is an unpacked bundle (sh src/bundle/make), PEERS a folder with ensemble_torch.py and ensemble_jax.py, OUT gets
each step's whole output. The peers' own checks come first; a peer that fails its check is not timed. The last lines
are a table: datapoints x replicas a second, and ours over each peer's.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("bundle")
ap.add_argument("peers")
ap.add_argument("--out", required=True)
ap.add_argument("--replicas", type=int, default=1024)
ap.add_argument("--python", default=sys.executable)
ap.add_argument("--quick", action="store_true", help="fewer peers, no sanitizer")
args = ap.parse_args()
os.makedirs(args.out, exist_ok=True)
data = os.path.join(os.path.abspath(args.bundle), "data", "mnist")
basin = os.path.join(os.path.abspath(args.bundle), "basin")


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


def peer(script, replicas, *options, steps="512"):
    name = script.split(".")[0].replace("ensemble_", "") + "-" + "-".join(o.strip("-") for o in options)
    out = run(name, [args.python, os.path.join(args.peers, script), "--data", data, "--device", "cuda",
                     "--replicas", str(replicas), "--steps", steps, *options])
    found = last_json(out)
    return (name, 1e6 / found["us_per_replica_step_median"]) if found else None


def checked(script):
    out = run(script.split(".")[0] + "-check",
              [args.python, os.path.join(args.peers, script), "--data", data, "--device", "cuda", "--check"])
    found = last_json(out)
    good = {}
    for variant, off in (found or {}).get("check", {}).items():
        good[variant] = isinstance(off, float) and off < 1e-3
        print(f"  {script} {variant}: {off}", flush=True)
    return good


run("doctor", [basin, "doctor"])
if not args.quick and shutil.which("compute-sanitizer"):
    # Doctor trains small networks with the kernels.
    for tool in ("memcheck", "racecheck", "initcheck", "synccheck"):
        run(tool, ["compute-sanitizer", "--tool", tool, "--target-processes", "all", "--error-exitcode", "9",
                   basin, "doctor"])
ours = run("bench", [basin, "bench", "gpu", "--json", "--quiet"])
bench = json.loads(ours) if ours else {"rows": []}

rows = []
good = checked("ensemble_torch.py")
for variant in ("bmm", "graph", "blocked_graph") if args.quick else ("bmm", "graph", "compile_graph", "deferred_graph",
                                                                      "blocked_graph"):
    if good.get(variant):
        rows.append(peer("ensemble_torch.py", args.replicas, "--variant", variant))
good = checked("ensemble_jax.py")
for variant in ("manual", "grad", "blocked"):
    if good.get(variant):
        rows.append(peer("ensemble_jax.py", args.replicas, "--variant", variant))

shutil.rmtree(os.path.join(args.out, "cuda"), ignore_errors=True)
shutil.rmtree(os.path.join(args.out, "cpu"), ignore_errors=True)
large = run("localize-cuda", [basin, "localize", "--engine", "cuda", "--replicas", str(args.replicas), "--json", "--out",
                              os.path.join(args.out, "cuda")], 400)
small = run("localize-chunked", [basin, "localize", "--engine", "chunked", "--replicas", "16", "--json", "--out",
                                 os.path.join(args.out, "cpu")])
if large and small:
    of = lambda text: {r["seed"]: r["weights"]["r"] for r in json.loads(text)["replicas"] if not r["diverged"]}
    cuda, cpu = of(large), of(small)
    print("weights r, cuda less chunked, seeds in common: greatest difference",
          max(abs(cuda[seed] - cpu[seed]) for seed in cpu if seed in cuda))

print("\nceilings", json.dumps(bench.get("ceilings")))
print(f"{'what':40} {'10^6 datapoints x replicas/s':>30}")
best = {}
for row in bench["rows"]:
    name = f"basin cuda {row['dtype']} R={row['replicas']}{' tallies' if row['tallies'] else ''}"
    rate = row["datapoints_per_second"]
    best[(row["dtype"], row["tallies"])] = max(rate, best.get((row["dtype"], row["tallies"]), 0))
    print(f"{name:40} {rate / 1e6:30.2f}   {row['limit_fraction']:.2f} of {row['limit']}, spread {row['spread']:.2f}")
for found in filter(None, rows):
    # The peers tally too.
    ratio = best.get(("float32", True), float("nan")) / found[1]
    print(f"{found[0]:40} {found[1] / 1e6:30.2f}   ours with tallies is {ratio:.1f} times it")
