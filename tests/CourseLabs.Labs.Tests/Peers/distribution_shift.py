"""Writes distribution_shift.json: the three shifts of labs/08-distribution-shift in PyTorch, with the same draws in the same order.

usage: distribution_shift.py > distribution_shift.json
"""
import json
import math

import torch
from torch import nn
from torch.nn import functional as F

mse = nn.MSELoss(reduction="none")
logistic = nn.BCEWithLogitsLoss(reduction="none")
cross_entropy = nn.CrossEntropyLoss(reduction="none")


def fit(each, x, y, outputs=1, beta=1.0):
    model = nn.Linear(x.shape[1], outputs)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(400):
        output = model(x)
        optimizer.zero_grad()
        (beta * each(output, y)).mean().backward()
        optimizer.step()
    return model


def ratio(x, u):
    z = torch.cat([torch.zeros(len(x), 1), torch.ones(len(u), 1)])
    return fit(logistic, torch.cat([x, u]), z)


@torch.no_grad()
def weights(h, x, c=20.0):
    return h(x).exp().clamp(max=c)


def numbers(model):
    return torch.cat([model.weight.flatten(), model.bias]).tolist()


def covariate(points=1000, shift=1.5):
    def draw(mean):
        x = torch.empty(points, 1).normal_(mean, 1)
        return x, x.sin() + torch.empty(points, 1).normal_(0, 0.1)

    (x, y), (u, v) = draw(0.5), draw(0.5 + shift)
    before = fit(mse, x, y)
    h = ratio(x, u)
    cured = fit(mse, x, y, beta=weights(h, x))
    by_truth = fit(mse, x, y, beta=(shift * x - shift * (0.5 + shift / 2)).exp())
    retrained = fit(mse, u, v)
    lines = [before, cured, by_truth, retrained]
    with torch.no_grad():
        return {
            "log ratio": numbers(h),
            "lines": [n for line in lines for n in numbers(line)],
            "errors before": [F.mse_loss(line(x), y).item() for line in lines],
            "errors after": [F.mse_loss(line(u), v).item() for line in lines],
        }


MEANS = [[0, 1], [-0.9, -0.5], [0.9, -0.5]]


def label(points=2000, source=(0.6, 0.3, 0.1), target=(0.1, 0.3, 0.6)):
    def draw(share):
        borders = torch.tensor([share[0], share[0] + share[1]])
        y = torch.bucketize(torch.empty(points).uniform_(0, 1), borders)
        return torch.tensor(MEANS)[y] + torch.empty(points, 2).normal_(0, 0.7), y

    def one_hot(y):
        return F.one_hot(y, 3).float()

    def errors(x, y, models):
        return [(model(x).argmax(1) != y).float().mean().item() for model in models]

    (x, y), (xv, yv), (u, v) = draw(source), draw(source), draw(target)
    before = fit(cross_entropy, x, y, 3)
    joint = one_hot(before(xv).argmax(1)).T @ one_hot(yv) / points
    confusion = joint / joint.sum(0)
    mu = one_hot(before(u).argmax(1)).mean(0)
    estimate = torch.linalg.solve(confusion, mu)
    beta = (estimate.clamp(min=0) / one_hot(y).mean(0))[y]
    cured = fit(cross_entropy, x, y, 3, beta)
    by_truth = fit(cross_entropy, x, y, 3, (torch.tensor(target) / torch.tensor(source))[y])
    retrained = fit(cross_entropy, u, v, 3)
    models = [before, cured, by_truth, retrained]
    return {
        "confusion": confusion.flatten().tolist(),
        "mean prediction": mu.tolist(),
        "estimate": estimate.tolist(),
        "errors before": errors(x, y, models),
        "errors after": errors(u, v, models),
    }


def concept(points=1000, degrees=60.0, flip=0.05):
    def draw(angle):
        x = torch.empty(points, 2).normal_(0, 1)
        side = x @ torch.tensor([[math.cos(angle)], [math.sin(angle)]]) > 0
        wrong = torch.empty(points, 1).uniform_(0, 1) < flip
        return x, (side ^ wrong).float()

    def errors(x, y, models):
        return [((model(x) > 0).float() != y).float().mean().item() for model in models]

    (x, y), (u, v) = draw(math.pi / 2), draw(math.pi / 2 - degrees * math.pi / 180)
    before = fit(logistic, x, y)
    beta = weights(ratio(x, u), x)
    reweighted = fit(logistic, x, y, beta=beta)
    retrained = fit(logistic, u, v)
    models = [before, reweighted, retrained]
    return {
        "weights": [beta.min().item(), beta.mean().item(), beta.max().item()],
        "boundaries": [n for model in models for n in numbers(model)],
        "errors before": errors(x, y, models),
        "errors after": errors(u, v, models),
    }


figures = {}
for seed in (0, 1, 42):
    for shift in (covariate, label, concept):
        torch.manual_seed(seed)
        for name, values in shift().items():
            figures[f"{shift.__name__} {seed}: {name}"] = values
blas = next(w for w in torch.__config__.show().replace(",", " ").split() if w.startswith("BLAS_INFO="))
lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(values)}" for name, values in figures.items())
print(f'{{\n  "torch": {json.dumps(torch.__version__)},\n  "blas": {json.dumps(blas)},\n  "figures": {{\n{lines}\n  }}\n}}')
