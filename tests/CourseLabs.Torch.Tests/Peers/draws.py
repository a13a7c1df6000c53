"""What PyTorch draws from a seed: each draw twice in a row, so that the generator is seen to be left as PyTorch leaves it."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import torch
from peer import figure, write
from torch import nn
from torch.nn import init


def flat(module):
    return torch.cat([parameter.detach().flatten() for parameter in module.parameters()])


draws = {
    "uniform_": lambda: torch.empty(20).uniform_(-15, 15),
    "normal_": lambda: torch.empty(20).normal_(2, 0.5),
    "normal_ of few": lambda: torch.empty(3, 2).normal_(2, 0.5),
    "normal_ in float64": lambda: torch.empty(20, dtype=torch.float64).normal_(0, 1),
    "normal": lambda: torch.normal(0, 1, size=(4, 4)),
    "randn": lambda: torch.randn(5, 3),
    "randperm": lambda: torch.randperm(10),
    "xavier_uniform_": lambda: init.xavier_uniform_(torch.empty(7, 5)),
    "kaiming_uniform_": lambda: init.kaiming_uniform_(torch.empty(7, 5)),
    "kaiming_normal_": lambda: init.kaiming_normal_(torch.empty(7, 5)),
    "Linear": lambda: flat(nn.Linear(3, 4)),
    "Linear without bias": lambda: flat(nn.Linear(3, 4, bias=False)),
    "Conv2d": lambda: flat(nn.Conv2d(2, 3, 2)),
}
for name, draw in draws.items():
    torch.manual_seed(20)
    figure(name, draw())
    figure(f"{name} again", draw())
write()
