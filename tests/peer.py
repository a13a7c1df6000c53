"""Shared by the peers: collects figures from PyTorch and writes NAME.json beside the script.

Run a peer as `/usr/bin/python3 tests/PROJECT/Peers/NAME.py` after changing it (Debian 12: apt-get install python3-torch), and commit both.
"""
import json
import math
import pathlib
import sys

import torch

_figures = {}


def _number(x):
    x = float(x)
    return x if math.isfinite(x) else ("nan" if math.isnan(x) else ("inf" if x > 0 else "-inf"))


def figure(name, value):
    """Keeps a tensor's elements, or a list of numbers, in row-major order."""
    assert name not in _figures, f"two figures are called {name}"
    if isinstance(value, torch.Tensor):
        value = value.detach().to(torch.float64).reshape(-1).tolist()
    _figures[name] = [_number(x) for x in value]


def write():
    blas = next((w for w in torch.__config__.show().replace(",", " ").split() if w.startswith("BLAS_INFO=")), "BLAS_INFO=?")
    target = pathlib.Path(sys.argv[0]).with_suffix(".json")
    lines = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in _figures.items())
    target.write_text(f'{{\n  "torch": "{torch.__version__}",\n  "blas": "{blas}",\n  "figures": {{\n{lines}\n  }}\n}}\n')
    print(f"{target.name}: {len(_figures)} figures")
