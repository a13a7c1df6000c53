"""Reads and writes elements by index or mask. The same table in C#: Operators/SelectionTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "select": lambda: x.select(1, 2),
    "narrow": lambda: x.narrow(1, 1, 2),
    "slice": lambda: x[:, 0:4:2],
    "index_select": lambda: x.index_select(1, i),
    "gather": lambda: x.gather(1, j),
    "take": lambda: x.take(j),
    "take_along_dim": lambda: x.take_along_dim(j, 1),
    "take_along_dim numbers": lambda: x.take_along_dim(torch.tensor([3, 0, 5])),
    "take_along_dim flat": lambda: x.take_along_dim(j.flatten()),
    "masked_select": lambda: x.masked_select(mask),
    "where": lambda: torch.where(mask, x, y),
    "torch.where": lambda: torch.where(mask),
    "nonzero": lambda: mask.nonzero(),
    "nonzero_as_list": lambda: mask.nonzero().chunk(2, 1),
    "argwhere": lambda: mask.argwhere(),
    "index_add": lambda: x.index_add(1, i, y[:, :2], alpha=2),
    "index_copy": lambda: x.index_copy(1, i, y[:, :2]),
    "index_fill": lambda: x.index_fill(1, i, 7.5),
    "scatter": lambda: x.scatter(1, j, y),
    "scatter_add": lambda: x.scatter_add(1, j, y),
    "select_scatter": lambda: x.select_scatter(v, 0, 1),
    "slice_scatter": lambda: x.slice_scatter(y[:2], 0, 1, 3, 1),
    "slice_scatter step": lambda: x.slice_scatter(y[:, :2], 1, 0, 4, 2),
    "diagonal_scatter": lambda: x.diagonal_scatter(v[:3]),
    "masked_fill": lambda: x.masked_fill(mask, -1.5),
    "masked_scatter": lambda: x.masked_scatter(mask, y),
    "torch.gather": lambda: torch.gather(x, 1, j, sparse_grad=False),
    "torch.take_along_dim": lambda: torch.take_along_dim(x, i.unsqueeze(1), 0),
}
