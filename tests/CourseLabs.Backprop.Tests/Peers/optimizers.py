"""Ten steps of each optimizer of torch.optim, on f(W) = sum(c W^2 / 2 - cos W), whose gradient is c W + sin W."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import torch
from peer import figure, write

torch.set_default_dtype(torch.float64)

W = [[1.5, -2.0, 0.0], [0.01, 30.0, -0.3]]
C = [[1.0, 0.1, 1.0], [5.0, 0.5, 0.0]]
settings = {
    "Sgd": (torch.optim.SGD, [dict(lr=0.1), dict(lr=0.05, weight_decay=0.2)]),
    "Momentum": (torch.optim.SGD, [dict(lr=0.1, momentum=0.9), dict(lr=0.05, momentum=0.5, dampening=0.3, weight_decay=0.1)]),
    "Nesterov": (torch.optim.SGD, [dict(lr=0.1, momentum=0.9, nesterov=True), dict(lr=0.02, momentum=0.6, weight_decay=0.1, nesterov=True)]),
    "Adagrad": (torch.optim.Adagrad, [dict(), dict(lr=0.5, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2, eps=1e-3)]),
    "Adadelta": (torch.optim.Adadelta, [dict(), dict(lr=0.5, rho=0.7, eps=1e-3, weight_decay=0.1)]),
    "RmsProp": (torch.optim.RMSprop, [dict(), dict(lr=0.05, alpha=0.8, eps=1e-3, weight_decay=0.1, momentum=0.7), dict(centered=True),
                                      dict(lr=0.02, momentum=0.9, centered=True)]),
    "Adam": (torch.optim.Adam, [dict(), dict(lr=0.3, betas=(0.7, 0.8), eps=1e-3, weight_decay=0.1), dict(lr=0.5, betas=(0.5, 0.6), amsgrad=True)]),
}
c = torch.tensor(C)
for name, (optimizer, cases) in settings.items():
    for number, case in enumerate(cases):
        w = torch.nn.Parameter(torch.tensor(W))
        steps = optimizer([w], **case)
        path = []
        for _ in range(10):
            w.grad = (c * w + torch.sin(w)).detach()
            steps.step()
            path.append(w.detach().clone())
        figure(f"{name} {number}", torch.stack(path))
write()
