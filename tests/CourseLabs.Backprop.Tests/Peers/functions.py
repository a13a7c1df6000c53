"""Activations and losses of PyTorch: values and gradients at points that include 0, saturated and non-finite ones."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import torch
import torch.nn.functional as F
from peer import figure, write

torch.set_default_dtype(torch.float64)
inf, nan = float("inf"), float("nan")

points = [0.0, -0.0, 1e-20, -1e-20, 1e-9, -1e-9, 0.3, -0.3, 1.0, -1.0, 2.5, -2.5, 7.75, -7.75, 19.5, -19.5, -36.0, -50.0, 800.0, -800.0]
figure("points", points)
entrywise = {
    "identity": lambda z: z * 1,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "arctan": torch.atan,
    "relu": torch.relu,
    "leaky-relu": F.leaky_relu,
    "elu": F.elu,
    # The threshold above which torch leaves the formula is moved out of the way.
    "softplus": lambda z: F.softplus(z, threshold=1e9) if bool((z <= 700).all()) else F.softplus(z, threshold=700),
}
for name, function in entrywise.items():
    z = torch.tensor(points, requires_grad=True)
    a = function(z)
    a.sum().backward()
    figure(f"{name} value", a)
    figure(f"{name} derivative", z.grad)

z = torch.tensor(points, requires_grad=True)
alpha = torch.tensor([0.3], requires_grad=True)
upstream = torch.linspace(-1, 2, len(points))
F.prelu(z, alpha).backward(upstream)
figure("prelu derivative", z.grad)
figure("prelu alpha", alpha.grad)

torch.manual_seed(0)
rows = torch.randn(4, 6) * torch.tensor([[1.0], [10.0], [300.0], [1e4]])
rows[0, 1] = rows[0, 4]
upstream = torch.randn(4, 6)
figure("rows", rows)
figure("rows upstream", upstream)
z = rows.clone().requires_grad_()
a = torch.softmax(z, 1)
a.backward(upstream)
figure("softmax value", a)
figure("softmax gradient", z.grad)
z = rows.clone().requires_grad_()
a = torch.maximum(z[:, :3], z[:, 3:])
a.backward(upstream[:, :3])
figure("maxout value", a)
figure("maxout gradient", z.grad)


def loss(name, function, output, target):
    output = output.clone().requires_grad_()
    value = function(output, target)
    value.backward()
    figure(f"{name} value", [value.item()])
    figure(f"{name} gradient", output.grad)


target = torch.randn(4, 6)
target[1] = rows[1]
figure("rows target", target)
loss("half-squared-error", lambda a, t: 0.5 * ((t - a) ** 2).sum(), rows, target)
loss("mse", F.mse_loss, rows, target)
loss("l1", F.l1_loss, rows, target)
probabilities = torch.softmax(torch.randn(4, 6), 1)
figure("probabilities", probabilities)
loss("cross-entropy", F.cross_entropy, rows, probabilities)
loss("cross-entropy of classes", F.cross_entropy, rows, torch.tensor([1, 5, 0, 2]))
sure = torch.tensor([[0.0, 1.0, 0.5, 1e-300, 1 - 2.0**-53, 1e-13], [0.0, 1.0, 0.25, 1e-40, 0.01, 0.99]])
hits = torch.tensor([[0.0, 1.0, 0.5, 1.0, 0.0, 1.0], [1.0, 0.0, 0.75, 0.0, 0.01, 0.99]])
figure("sure", sure)
figure("hits", hits)
loss("binary-cross-entropy", F.binary_cross_entropy, sure, hits)
write()
