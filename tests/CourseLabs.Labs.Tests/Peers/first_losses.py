"""Writes first-losses.csv (seed,points,lr,epoch,loss): the first losses of regression.py for a few settings, on one thread.

usage: first_losses.py > first-losses.csv
"""
import os
import pathlib
import subprocess
import sys

import torch

peer = pathlib.Path(__file__).with_name("regression.py")
print(f"# regression.py, PyTorch {torch.__version__}")
print("seed,points,lr,epoch,loss")
for seed, points, lr, epochs in [(0, 1000, 0.001, 1000), (1, 1000, 0.001, 300), (42, 1000, 0.001, 300), (-7, 37, 0.01, 40), (3, 1, 0.001, 20)]:
    run = subprocess.run([sys.executable, peer, f"--seed={seed}", f"--points={points}", f"--lr={lr}", f"--epochs={epochs}"],
                         check=True, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    for line in run.stdout.splitlines()[1:]:
        print(f"{seed},{points},{lr},{line}")
