"""Writes mnist_cnn.json: the convolutional network of labs/04-mnist in PyTorch, on the first 6000 training digits and on all of them.

    python3 mnist_cnn.py IMAGES LABELS TEST_IMAGES TEST_LABELS > mnist_cnn.json
"""
import gzip
import json
import sys

import numpy as np
import torch
from torch import nn


def read(images, labels):
    with gzip.open(images) as x, gzip.open(labels) as y:
        pixels = np.frombuffer(x.read(), np.uint8, offset=16).reshape(-1, 1, 28, 28)
        return torch.from_numpy(pixels.copy()), torch.from_numpy(np.frombuffer(y.read(), np.uint8, offset=8).astype(np.int64))


def train(seed, rows, digits, test):
    torch.manual_seed(seed)
    model = nn.Sequential(
        nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(256, 10))
    adam = torch.optim.Adam(model.parameters(), lr=3e-3)
    cross_entropy = nn.CrossEntropyLoss()
    losses = []
    for first in range(0, rows, 64):
        last = min(first + 64, rows)
        loss = cross_entropy(model(digits[0][first:last].float() / 255), digits[1][first:last])
        adam.zero_grad()
        loss.backward()
        adam.step()
        losses.append(loss.item())
    with torch.no_grad():
        guesses = torch.cat([model(part.float() / 255).argmax(1) for part in test[0].split(1000)])
    return {"losses": losses[:10], "accuracy": 100 * (guesses == test[1]).float().mean().item()}


torch.set_num_threads(2)
digits, test = read(*sys.argv[1:3]), read(*sys.argv[3:5])
print(json.dumps({
    "torch": torch.__version__,
    "quick": [train(seed, 6000, digits, test) for seed in range(3)],
    "full": [train(seed, 60000, digits, test) for seed in range(3)],
}, indent=1))
