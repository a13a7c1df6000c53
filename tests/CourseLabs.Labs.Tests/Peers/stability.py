"""The stability lab (COURSE D3-D5, E8) in PyTorch: what the C# examples must equal, number by number.

usage: stability.py [--seed N]... > stability.json
Every number is printed as the shortest text that reads back as the same float64 (a float32 as the float64 of the same value).
"""
import argparse
import json
import math

import torch
from torch import nn
from torch.nn import functional, init

options = argparse.ArgumentParser()
options.add_argument("--seed", type=int, action="append")
options = options.parse_args()


def numbers(tensor):
    return tensor.detach().double().flatten().tolist()


def norm(tensor):
    return tensor.detach().double().norm().item()


def sigmoid_gradient():
    x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)
    y = torch.sigmoid(x)
    y.backward(torch.ones_like(x))
    return {"x": numbers(x), "y": numbers(y), "gradient": numbers(x.grad)}


def matrix_product(seed, factors):
    torch.manual_seed(seed)
    M = torch.normal(0, 1, size=(4, 4))
    texts, norms = [str(M)], [norm(M)]
    for _ in range(factors):
        M = torch.mm(M, torch.normal(0, 1, size=(4, 4)))
        norms.append(norm(M))
    texts.append(str(M))
    # JSON has no infinity: the norms up to the last finite one.
    figures = {"texts": texts, "norms": [n for n in norms if math.isfinite(n)]}
    if math.isfinite(norms[-1]):
        figures |= {"entries": numbers(M), "singular": numbers(torch.linalg.svdvals(M)), "rank": [torch.linalg.matrix_rank(M).item()]}
    return figures


def stack(seed, depth, width, gain, activation):
    torch.manual_seed(seed)
    x = torch.empty(16, width, dtype=torch.float64).normal_(0, 1)
    weights = [torch.empty(width, width, dtype=torch.float64).normal_(0, gain / math.sqrt(width)).requires_grad_() for _ in range(depth)]
    a, sums = x, []
    for W in weights:
        sums.append(torch.mm(a, W))
        sums[-1].retain_grad()
        a = activation(sums[-1])
    a.backward(torch.ones_like(a))
    return {"sums": [norm(z.grad) for z in sums], "weights": [norm(W.grad) for W in weights]}


def deep_linear(seed, depth, steps, lr, clip):
    torch.manual_seed(seed)
    x = torch.empty(64, 4).normal_(0, 1)
    y = torch.mm(x, torch.empty(4, 4).normal_(0, 1))
    weights = [nn.Parameter(torch.empty(4, 4).normal_(0, 1)) for _ in range(depth)]
    optimizer = torch.optim.SGD(weights, lr)
    losses, norms = [], []
    for _ in range(steps):
        a = x
        for W in weights:
            a = torch.mm(a, W)
        loss = (a - y).pow(2).mean()
        optimizer.zero_grad()
        loss.backward()
        norms.append(math.sqrt(sum(norm(W.grad) ** 2 for W in weights)))
        nn.utils.clip_grad_norm_(weights, clip)
        optimizer.step()
        losses.append(loss.item())
    return {"losses": losses, "norms": norms}


SCHEMES = {
    "normal(0, 1)": lambda w: init.normal_(w, 0, 1),
    "normal(0, 0.01)": lambda w: init.normal_(w, 0, 0.01),
    "randn / sqrt(n_in)": lambda w: init.normal_(w).div_(math.sqrt(w.shape[1])),
    "Xavier normal": init.xavier_normal_,
    "Xavier uniform": init.xavier_uniform_,
    "He normal": init.kaiming_normal_,
    "He uniform": init.kaiming_uniform_,
}
ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}


def drawn(seed, scheme):
    torch.manual_seed(seed)
    return numbers(scheme(torch.empty(7, 5)))


def output_variances(seed, scheme, activation, depth=10, width=64, batch=32):
    torch.manual_seed(seed)
    a = torch.empty(batch, width).normal_(0, 1)
    variances = []
    for _ in range(depth):
        a = activation(functional.linear(a, scheme(torch.empty(width, width))))
        variances.append(a.double().var().item())
    return variances


def training(seed, scheme, activation, depth=8, width=32, lr=0.05, epochs=20):
    torch.manual_seed(seed)
    x = torch.empty(200, 2).uniform_(-1, 1)
    inside = (x.pow(2).sum(1) < 0.6).long()
    sizes = [2] + [width] * depth + [2]
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layer = nn.Linear(inputs, outputs)
        with torch.no_grad():
            scheme(layer.weight)
            layer.bias.zero_()
        layers += [layer, activation()]
    model = nn.Sequential(*layers[:-1])
    loss_function, optimizer = nn.CrossEntropyLoss(), torch.optim.SGD(model.parameters(), lr)
    losses = []
    for _ in range(epochs):
        loss = loss_function(model(x), inside)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def seeded(seed):
    figures = {f"product.{key}": value for key, value in matrix_product(seed, 100).items()}
    figures |= {f"explosion.{key}": value for key, value in matrix_product(seed, 300).items()}
    for name, activation in ACTIVATIONS.items():
        figures |= {f"stack.{name}.{key}": value for key, value in stack(seed, 30, 32, math.sqrt(2), activation).items()}
    figures |= {f"linear.{key}": value for key, value in deep_linear(seed, 10, 20, 0.01, 1.0).items()}
    for name, scheme in SCHEMES.items():
        figures[f"drawn.{name}"] = drawn(seed, scheme)
        figures |= {f"variances.{name}.{a}": output_variances(seed, scheme, ACTIVATIONS[a]) for a in ACTIVATIONS}
    figures["training.He normal.relu"] = training(seed, init.kaiming_normal_, nn.ReLU)
    figures["training.Xavier uniform.tanh"] = training(seed, init.xavier_uniform_, nn.Tanh)
    return figures


seeds = [0, 1, 42] if options.seed is None else options.seed
figures = {f"sigmoid.{key}": value for key, value in sigmoid_gradient().items()}
for seed in seeds:
    figures |= {f"{seed}.{key}": value for key, value in seeded(seed).items()}
blas = next(word for word in torch.__config__.show().replace(",", " ").split() if word.startswith("BLAS_INFO="))
lines = ",\n".join(f"    {json.dumps(key)}: {json.dumps(value, allow_nan=False)}" for key, value in figures.items())
print(f'{{\n  "torch": "{torch.__version__}",\n  "blas": "{blas}",\n  "figures": {{\n{lines}\n  }}\n}}')
