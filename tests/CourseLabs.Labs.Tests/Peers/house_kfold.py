"""k-fold cross-validation of the house-price model (COURSE D9) in PyTorch, on drawn houses: every error of every fold and epoch.

The book's program in all but two things: every row is held out once, also where K does not divide ROWS; and an epoch's order of the rows is
one torch.randperm from torch's own generator, where DataLoader draws a seed for another generator first.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import numpy
import torch
from peer import figure, write
from torch import nn

loss = nn.MSELoss()


def drawn_houses(rows, features):
    x = torch.randn(rows, features)
    return x, torch.exp(12 + 0.4 * torch.randn(rows, 1))


def log_rmse(net, features, labels):
    clipped_preds = torch.clamp(net(features), 1, float("inf"))
    return torch.sqrt(loss(torch.log(clipped_preds), torch.log(labels))).item()


def train(net, x, y, valid_x, valid_y, epochs, lr, weight_decay, batch):
    optimizer = torch.optim.Adam(net.parameters(), lr=lr, weight_decay=weight_decay)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(batch):
            optimizer.zero_grad()
            l = loss(net(x[rows]), y[rows])
            l.backward()
            optimizer.step()
        with torch.no_grad():
            yield log_rmse(net, x, y), log_rmse(net, valid_x, valid_y)


def k_fold(seed, k, rows, features, epochs, batch, lr, weight_decay, hidden):
    torch.manual_seed(seed)
    X, Y = drawn_houses(rows, features)
    torch.manual_seed(seed)
    for valid in numpy.array_split(numpy.arange(len(X)), k):
        rest = numpy.setdiff1d(numpy.arange(len(X)), valid)
        layers = [nn.Linear(features, hidden), nn.ReLU(), nn.Linear(hidden, 1)] if hidden else [nn.Linear(features, 1)]
        net = nn.Sequential(*layers)
        yield from train(net, X[rest], Y[rest], X[valid], Y[valid], epochs, lr, weight_decay, batch)


# 4 does not divide 1001, nor 64 what is left.
for case in [(0, 5, 100, 8, 4, 16, 5, 0, 0), (1, 4, 1001, 331, 3, 64, 5, 0, 0), (-7, 3, 50, 4, 10, 7, 0.5, 2.5, 0),
             (42, 7, 53, 12, 10, 16, 0.1, 1, 8), (3, 2, 2, 1, 2, 64, 5, 0, 0)]:
    figure(" ".join(map(str, case)), [error for errors in k_fold(*case) for error in errors])
write()
