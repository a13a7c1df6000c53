"""Writes first-losses.csv (seed,epoch,loss): the first 100 losses of regression.py for a few seeds.

usage: first_losses.py > first-losses.csv
"""
import pathlib
import subprocess
import sys

import torch

peer = pathlib.Path(__file__).with_name("regression.py")
print(f"# regression.py --epochs 100, PyTorch {torch.__version__}")
print("seed,epoch,loss")
for seed in (0, 1, 42):
    run = subprocess.run([sys.executable, peer, "--seed", str(seed), "--epochs", "100"], check=True, capture_output=True, text=True)
    for line in run.stdout.splitlines()[1:]:
        print(f"{seed},{line}")
