"""Operators of tensors: what PyTorch returns for each call in operator_cases, by the name that the C# tables have it under."""
import importlib

import torch

import peer
from operator_cases import inputs
from operator_cases.draws import DRAWS
from operator_cases.gradients import GRADIENTS

GROUPS = "arithmetic pointwise trigonometry activations comparison bitwise reductions statistics linear_algebra shape joining selection spectral special".split()

# The numbers that libtorch, and TorchSharp's ScalarType, give the element types.
TYPES = {
    torch.uint8: 0, torch.int8: 1, torch.int16: 2, torch.int32: 3, torch.int64: 4, torch.float16: 5, torch.float32: 6,
    torch.float64: 7, torch.complex64: 9, torch.complex128: 10, torch.bool: 11, torch.bfloat16: 15,
}


def tensors(answer):
    if isinstance(answer, bool):
        return [torch.tensor(answer)]
    return [answer] if isinstance(answer, torch.Tensor) else list(answer)


def elements(tensor):
    if tensor.is_complex():
        tensor = torch.view_as_real(tensor.resolve_conj())
    return tensor.to(torch.float64).reshape(-1).tolist()


for group in GROUPS:
    for name, case in importlib.import_module(f"operator_cases.{group}").CASES.items():
        answer = tensors(case())
        peer.figure(name, [element for tensor in answer for element in elements(tensor)])
        # Type, then sizes; -1 ends each tensor.
        peer.figure(f"{name}: type and shape", [number for tensor in answer for number in [TYPES[tensor.dtype], *tensor.shape, -1]])

for name, case in GRADIENTS.items():
    x, y = inputs.x.clone().requires_grad_(), inputs.y.clone().requires_grad_()
    result = case(x, y).flatten()
    # Every element with a weight of its own.
    (result * torch.arange(1, result.numel() + 1, dtype=torch.float64)).sum().backward()
    peer.figure(f"gradient of {name}", torch.cat([t.grad if t.grad is not None else torch.zeros_like(t) for t in (x, y)]))

for name, draw in DRAWS.items():
    torch.manual_seed(42)
    peer.figure(f"draw of {name}", draw())

peer.write()
