"""What the operators are called with: the same draws as Operators/Inputs.cs."""
import torch

torch.manual_seed(7)
_double = torch.float64

x = torch.randn(3, 4, dtype=_double)
y = torch.randn(3, 4, dtype=_double)
p = torch.rand(3, 4, dtype=_double) + 0.5  # positive
q = torch.rand(3, 4, dtype=_double) + 0.5
u = torch.rand(3, 4, dtype=_double) * 1.6 - 0.8  # within -1..1
v = torch.randn(4, dtype=_double)
w = torch.randn(4, dtype=_double)
m = torch.randn(4, 5, dtype=_double)
s = torch.rand(4, 4, dtype=_double) + 4 * torch.eye(4, dtype=_double)  # far from singular
spd = s @ s.T
b = torch.randn(2, 3, 4, dtype=_double)
c = torch.randn(2, 4, 5, dtype=_double)
n = torch.randint(1, 20, (3, 4))
k = torch.randint(1, 20, (3, 4))
mask = x > 0
e = torch.tensor([float("nan"), float("inf"), -float("inf"), 0, -0.0, 1.5, -2.5], dtype=_double)
h = torch.tensor([0.5, 1.5, 2.5, -0.5, -1.5, 3.5, -2.5], dtype=_double)
g = torch.tensor([[1, float("nan"), 3], [float("nan"), 5, 6]], dtype=_double)
r = torch.tensor([0.1, 0.4, 0.75], dtype=_double)
i = torch.tensor([2, 0])
j = torch.tensor([[0, 3], [1, 1], [2, 0]])
z = torch.complex(x, y)
d = torch.tensor([0, 1, 2, 3], dtype=_double)
