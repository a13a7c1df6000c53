"""The scalar gates in PyTorch: value and both derivatives at pairs with ties, zeros, negative and far-out numbers."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import torch
import torch.nn.functional as F
from peer import figure, write

torch.set_default_dtype(torch.float64)

grid = [-2.0, -0.25, 0.0, 0.5, 1.5]
pairs = [(x, y) for x in grid for y in grid] + [(800.0, 0.5), (-800.0, 0.5), (36.5, 2.0), (-36.5, 2.0)]
c = torch.tensor(1.5)
gates = {
    "x + y": lambda x, y: x + y,
    "x + c": lambda x, y: x + c,
    "c + x": lambda x, y: c + x,
    "x - y": lambda x, y: x - y,
    "x - c": lambda x, y: x - c,
    "c - x": lambda x, y: c - x,
    "-x": lambda x, y: -x,
    "x * y": lambda x, y: x * y,
    "x * c": lambda x, y: x * c,
    "c * x": lambda x, y: c * x,
    "x / y": lambda x, y: x / y,
    "x / c": lambda x, y: x / c,
    "c / x": lambda x, y: c / x,
    "x ^ y": lambda x, y: x**y,
    "x ^ 3": lambda x, y: x**3.0,
    "x ^ -0.5": lambda x, y: x**-0.5,
    "x ^ 0": lambda x, y: x**0.0,
    "exp": lambda x, y: x.exp(),
    "log": lambda x, y: x.log(),
    "sin": lambda x, y: x.sin(),
    "cos": lambda x, y: x.cos(),
    "tanh": lambda x, y: x.tanh(),
    "arctan": lambda x, y: x.atan(),
    "sigmoid": lambda x, y: x.sigmoid(),
    "relu": lambda x, y: x.relu(),
    "leaky-relu": lambda x, y: F.leaky_relu(x, 0.1),
    "elu": lambda x, y: F.elu(x, 0.7),
    # The threshold above which torch leaves the formula is moved out of the way.
    "softplus": lambda x, y: F.softplus(x, threshold=700),
    "max(x, y)": torch.maximum,
    "max(x, c)": lambda x, y: torch.maximum(x, c),
}
figure("x", [x for x, _ in pairs])
figure("y", [y for _, y in pairs])
for name, gate in gates.items():
    x = torch.tensor([x for x, _ in pairs], requires_grad=True)
    y = torch.tensor([y for _, y in pairs], requires_grad=True)
    f = gate(x, y)
    f.sum().backward()
    figure(f"{name} value", f)
    figure(f"{name} d/dx", x.grad)
    figure(f"{name} d/dy", y.grad if y.grad is not None else torch.zeros(len(pairs)))
x = torch.tensor([float("nan"), 1.0], requires_grad=True)
y = torch.tensor([1.0, float("nan")], requires_grad=True)
torch.maximum(x, y).sum().backward()
figure("max of NaN d/dx", x.grad)
figure("max of NaN d/dy", y.grad)
write()
