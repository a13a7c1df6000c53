"""Many tensors made one, and one made many. The same table in C#: Operators/JoiningTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "cat": lambda: torch.cat([x, y]),
    "cat dim": lambda: torch.cat((x, y), 1),
    "cat one": lambda: torch.cat([x]),
    "concat": lambda: torch.concat([x, y], 1),
    "concatenate": lambda: torch.concat([x, y], 1),
    "stack": lambda: torch.stack([x, y], 1),
    "hstack": lambda: torch.hstack([x, y]),
    "vstack": lambda: torch.vstack([x, v]),
    "dstack": lambda: torch.dstack([x, y]),
    "column_stack": lambda: torch.column_stack([v, w]),
    "row_stack": lambda: torch.row_stack([x, v]),
    "block_diag": lambda: torch.block_diag(x, v, m),
    "meshgrid": lambda: torch.meshgrid(v, w, indexing="ij"),
    "meshgrid xy": lambda: torch.meshgrid(v, r, indexing="xy"),
    "broadcast_tensors": lambda: torch.broadcast_tensors(x, v),
    "split": lambda: x.split(2),
    "split dim": lambda: x.split(3, 1),
    "split sizes": lambda: x.split([1, 3], 1),
    "split params": lambda: x.split([1, 2]),
    "chunk": lambda: x.chunk(3, 1),
    "unbind": lambda: x.unbind(),
    "unbind dim": lambda: b.unbind(2),
    "tensor_split": lambda: x.tensor_split(3, 1),
    "tensor_split indices": lambda: x.tensor_split([1, 3], 1),
    "tensor_split tensor": lambda: x.tensor_split(torch.tensor([1, 3]), 1),
    "vsplit": lambda: x.vsplit(3),
    "vsplit indices": lambda: x.vsplit([1, 2]),
    "hsplit": lambda: x.hsplit(2),
    "hsplit indices": lambda: x.hsplit([1, 3]),
    "hsplit vector": lambda: v.hsplit(2),
    "dsplit": lambda: b.dsplit(2),
    "dsplit indices": lambda: b.dsplit([1, 3]),
    "dsplit pair": lambda: b.dsplit([1, 2]),
    "torch.hsplit pair": lambda: torch.hsplit(x, (1, 3)),
}
