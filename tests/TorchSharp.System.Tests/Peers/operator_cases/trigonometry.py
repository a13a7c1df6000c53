"""Angles, circular and hyperbolic functions. The same table in C#: Operators/TrigonometryTests.cs."""
import torch
import torch.nn.functional as F

from .inputs import *

CASES = {
    "sin": lambda: x.sin(),
    "cos": lambda: x.cos(),
    "tan": lambda: x.tan(),
    "sinc": lambda: x.sinc(),
    "sinh": lambda: x.sinh(),
    "cosh": lambda: x.cosh(),
    "tanh": lambda: x.tanh(),
    "asin": lambda: u.asin(),
    "arcsin": lambda: u.arcsin(),
    "acos": lambda: u.acos(),
    "arccos": lambda: u.arccos(),
    "atan": lambda: x.atan(),
    "arctan": lambda: x.arctan(),
    "asinh": lambda: x.asinh(),
    "arcsinh": lambda: x.arcsinh(),
    "acosh": lambda: p.add(1).acosh(),
    "arccosh": lambda: p.add(1).arccosh(),
    "atanh": lambda: u.atanh(),
    "arctanh": lambda: u.arctanh(),
    "atan2": lambda: x.atan2(y),
    "arctan2": lambda: x.arctan2(y),
    "arctan of two": lambda: torch.atan2(x, y),
    "deg2rad": lambda: x.deg2rad(),
    "rad2deg": lambda: x.rad2deg(),
}
