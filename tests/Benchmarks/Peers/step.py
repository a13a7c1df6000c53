"""A training step of a network of sigmoids in PyTorch, in float64 on one thread: step.py BATCH INPUTS WIDTH ...

Weights and rows are those of StepGrowth.cs. Prints the loss of the third step, and the median microseconds of a step.
"""
import statistics
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
batch, *widths = map(int, sys.argv[1:])


def integers(rows, columns, row_factor, column_factor):
    return row_factor * torch.arange(rows)[:, None] + column_factor * torch.arange(columns)


layers = []
for k, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
    layer = nn.Linear(inputs, outputs)
    with torch.no_grad():
        layer.weight.copy_((((integers(inputs, outputs, 7919, 104729) + 1299709 * k) % 1009 / 1009 - 0.5) * (12 / inputs) ** 0.5).T)
        layer.bias.zero_()
    layers += [layer, nn.Sigmoid()]
model = nn.Sequential(*layers)
x, target = integers(batch, widths[0], 5, 3) % 13 / 13, integers(batch, widths[-1], 1, 1) % 3 / 2
optimizer = torch.optim.SGD(model.parameters(), lr=0.001)


def step():
    optimizer.zero_grad()
    loss = (model(x) - target).square().sum() / 2
    loss.backward()
    optimizer.step()
    return loss.item()


for _ in range(3):
    loss = step()


def times(seconds, least):
    start, all_times = time.perf_counter(), []
    while time.perf_counter() - start < seconds or len(all_times) < least:
        before = time.perf_counter()
        step()
        all_times.append(time.perf_counter() - before)
    return all_times


times(0.1, 0)
print(repr(loss))
print(1e6 * statistics.median(times(0.2, 3)))
