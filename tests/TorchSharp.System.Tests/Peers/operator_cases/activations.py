"""Activation functions that are members of a tensor. The same table in C#: Operators/ActivationsTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "relu": lambda: x.relu(),
    "relu6": lambda: torch.nn.functional.relu6(x * 5),
    "leaky_relu": lambda: F.leaky_relu(x, 0.2),
    "rrelu": lambda: F.rrelu(x),
    "rrelu given": lambda: F.rrelu(x, 0.2, 0.4),
    "prelu": lambda: x.prelu(torch.tensor([0.3], dtype=torch.float64)),
    "threshold": lambda: F.threshold(x, 0.1, 20),
    "elu": lambda: F.elu(x),
    "elu alpha": lambda: F.elu(x, 0.5),
    "elu scaled": lambda: torch._C._nn.elu(x, 0.5, 1.5, 2.0),
    "celu": lambda: F.celu(x),
    "celu alpha": lambda: F.celu(x, 0.5),
    "selu": lambda: F.selu(x),
    "gelu": lambda: F.gelu(x),
    "silu": lambda: F.silu(x),
    "sigmoid": lambda: x.sigmoid(),
    "log_sigmoid": lambda: F.logsigmoid(x),
    "hardsigmoid": lambda: F.hardsigmoid(x),
    "hardswish": lambda: F.hardswish(x),
    "hardtanh": lambda: F.hardtanh(x, -0.3, 0.4),
    "softplus": lambda: F.softplus(x),
    "softplus given": lambda: F.softplus(x, 2, 1),
    "glu": lambda: F.glu(x),
    "glu dim": lambda: F.glu(x.t(), 0),
    "softmax": lambda: x.softmax(1),
    "softmax dtype": lambda: x.softmax(0, dtype=torch.float32),
    "log_softmax": lambda: x.log_softmax(-1),
}
