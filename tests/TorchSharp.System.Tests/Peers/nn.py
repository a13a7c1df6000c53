"""Layers and initialisers: what PyTorch draws and computes from the same seed."""

import torch
from torch import nn

from peer import figure, write


def layer(name, seed, make, *inputs):
    """The parameters as drawn, the result of a call, and every gradient of its sum of squares."""
    torch.manual_seed(seed)
    module = make()
    for key, value in module.state_dict().items():
        figure(f"{name}.{key}", value)
    made = [x() for x in inputs]
    result = module(*made)
    figure(f"{name}.result", result)
    (result * result).sum().backward()
    for key, value in module.named_parameters():
        if value.requires_grad:
            figure(f"{name}.{key}.grad", value.grad.to_dense() if value.grad.is_sparse else value.grad)


layer("linear", 1, lambda: nn.Linear(3, 4), lambda: torch.randn(5, 3))
layer("linear without bias", 2, lambda: nn.Linear(4, 2, bias=False), lambda: torch.randn(2, 4))
layer("linear float64", 3, lambda: nn.Linear(3, 2, dtype=torch.float64), lambda: torch.randn(2, 3, dtype=torch.float64))
layer("sequential", 0, lambda: nn.Sequential(nn.Linear(1, 8), nn.Identity(), nn.Linear(8, 1)), lambda: torch.rand(6, 1))

write()
