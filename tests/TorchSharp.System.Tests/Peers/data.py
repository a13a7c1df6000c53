"""Figures of factories, conversions, indexing and saving: PyTorch's for the same seeds and arguments."""
import torch
from peer import figure, write

t = torch


def seeded(name, make, seed=7):
    torch.manual_seed(seed)
    figure(name, make())


# Draws: below 16 elements libtorch takes another way than from 16 on.
for n in (3, 15, 16, 17, 40):
    seeded(f"rand {n}", lambda: t.rand(n))
    seeded(f"randn {n}", lambda: t.randn(n))
    seeded(f"randn float64 {n}", lambda: t.randn(n, dtype=t.float64))
    seeded(f"normal {n}", lambda: t.normal(3.0, 0.5, (n,)))
    seeded(f"randperm {n}", lambda: t.randperm(n))
    seeded(f"randint {n}", lambda: t.randint(-5, 100, (n,)))
seeded("rand float64", lambda: t.rand(4, 5, dtype=t.float64))
seeded("rand 2 3 4", lambda: t.rand(2, 3, 4))
seeded("randn complex", lambda: t.view_as_real(t.randn(3, dtype=t.complex64)))
seeded("randint int32", lambda: t.randint(10, (4, 4), dtype=t.int32))
seeded("randint float32", lambda: t.randint(10, (4, 4), dtype=t.float32))
seeded("rand_like", lambda: t.rand_like(t.zeros(5, 5)))
seeded("randn_like", lambda: t.randn_like(t.zeros(5, 5)))
seeded("randint_like", lambda: t.randint_like(t.zeros(5, 5), 3, 9))
seeded("normal tensors", lambda: t.normal(t.arange(6.0), t.arange(1.0, 7.0)))
figure("generator", t.rand(5, generator=t.Generator().manual_seed(4711)))
for seed in (0, 1, 42, -1, 2**40 + 3):
    seeded(f"seed {seed}", lambda: t.randn(20), seed)

# Ranges.
figure("arange", t.arange(7))
figure("arange 2 9 3", t.arange(2, 9, 3))
figure("arange 0 1 0.1", t.arange(0, 1, 0.1))
figure("arange 5 0 -1.5", t.arange(5, 0, -1.5))
figure("linspace", t.linspace(-3, 11, 29))
figure("linspace float64", t.linspace(0, 1, 7, dtype=t.float64))
figure("logspace", t.logspace(-2, 2, 9))
figure("logspace base 2", t.logspace(0, 5, 6, base=2))
figure("eye 3 5", t.eye(3, 5))

# Conversions.
x = t.tensor([-3.7, -1.0, -0.2, 0.0, 0.2, 1.5, 2.5, 100.9], dtype=t.float64)
for dtype in (t.float32, t.float16, t.bfloat16, t.int64, t.int32, t.int16, t.int8, t.bool):
    figure(f"to {dtype}".replace("torch.", ""), x.to(dtype))
figure("int64 to uint8", t.tensor([-1, 255, 256, 300]).to(t.uint8))
write()
