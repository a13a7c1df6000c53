"""k-fold cross-validation of the house-price model (COURSE D9) in PyTorch: what the C# one must equal, error by error.

usage: house_kfold.py SEED K ROWS FEATURES EPOCHS BATCH LR WEIGHT_DECAY HIDDEN
The houses are drawn from torch's generator. Prints a line a fold and epoch: fold,epoch,train,valid. Each number is the shortest text that reads back as the same float32.

The book's program in all but two things: every row is held out once, also where K does not divide ROWS; and an epoch's order of the rows is
one torch.randperm from torch's own generator, where DataLoader draws a seed for another generator first.
"""
import sys

import numpy
import torch
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


seed, k, rows, features, epochs, batch = map(int, sys.argv[1:7])
lr, weight_decay, hidden = float(sys.argv[7]), float(sys.argv[8]), int(sys.argv[9])
torch.manual_seed(seed)
X, Y = drawn_houses(rows, features)
torch.manual_seed(seed)

for fold, valid in enumerate(numpy.array_split(numpy.arange(len(X)), k)):
    rest = numpy.setdiff1d(numpy.arange(len(X)), valid)
    net = nn.Sequential(nn.Linear(features, hidden), nn.ReLU(), nn.Linear(hidden, 1)) if hidden else nn.Sequential(nn.Linear(features, 1))
    errors = train(net, X[rest], Y[rest], X[valid], Y[valid], epochs, lr, weight_decay, batch)
    for epoch, (train_error, valid_error) in enumerate(errors):
        print(f"{fold + 1},{epoch + 1},{numpy.float32(train_error)},{numpy.float32(valid_error)}")
