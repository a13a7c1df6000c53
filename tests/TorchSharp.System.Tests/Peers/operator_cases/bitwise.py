"""Logic, on Booleans and bit by bit. The same table in C#: Operators/BitwiseTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "logical_and": lambda: mask.logical_and(n > 9),
    "logical_or": lambda: mask.logical_or(n > 9),
    "logical_xor": lambda: mask.logical_xor(n > 9),
    "logical_not": lambda: mask.logical_not(),
    "bitwise_and": lambda: n.bitwise_and(k),
    "bitwise_or": lambda: n.bitwise_or(k),
    "bitwise_xor": lambda: n.bitwise_xor(k),
    "bitwise_not": lambda: n.bitwise_not(),
    "bitwise_left_shift": lambda: n.bitwise_left_shift(k),
    "bitwise_right_shift": lambda: n.mul(100).bitwise_right_shift(k),
    "operator &": lambda: n & k,
    "operator |": lambda: n | k,
    "operator ^": lambda: n ^ k,
    "operator ~": lambda: ~mask,
}
