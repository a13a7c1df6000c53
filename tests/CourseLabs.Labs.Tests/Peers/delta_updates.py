"""Writes delta_updates.json: the errors of the 2-2-2 network of COURSE E7 after some updates, by PyTorch's autograd and SGD in float64.

    python3 delta_updates.py > delta_updates.json
"""
import json

import torch

torch.set_default_dtype(torch.float64)
x = torch.tensor([0.05, 0.10])
target = torch.tensor([0.01, 0.99])
hidden = torch.tensor([[0.15, 0.20], [0.25, 0.30]], requires_grad=True)
output = torch.tensor([[0.40, 0.45], [0.50, 0.55]], requires_grad=True)
sgd = torch.optim.SGD([hidden, output], lr=0.5)

errors = {}
for update in range(10001):
    yh = torch.sigmoid(hidden @ x + 0.35)
    yo = torch.sigmoid(output @ yh + 0.60)
    error = 0.5 * ((target - yo) ** 2).sum()
    if update in (0, 1, 2, 10, 100, 1000, 10000):
        errors[update] = error.item()
    sgd.zero_grad()
    error.backward()
    sgd.step()
print(json.dumps({"torch": torch.__version__, "errors": errors}, indent=1))
