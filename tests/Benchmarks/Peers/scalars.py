"""The expression graph of ScalarBenchmark.cs in micrograd (github.com/karpathy/micrograd, found by PYTHONPATH).

usage: scalars.py POINTS REPETITIONS

Prints the median microseconds of processor time to build the graph and go back through it: a busy machine does not slow it down.
"""
import statistics
import sys
import time

from micrograd.engine import Value

SIZES = [2, 16, 16, 1]
layers = [
    [([Value(((7 * i + 3 * k + o) % 11 - 5) / 7) for i in range(SIZES[k])], Value(0.1)) for o in range(SIZES[k + 1])]
    for k in range(len(SIZES) - 1)
]


def network(a):
    for k, layer in enumerate(layers):
        following = []
        for weights, bias in layer:
            s = bias
            for w, x in zip(weights, a):
                s = s + w * x
            following.append(s.relu() if k < len(layers) - 1 else s)
        a = following
    return a[0]


def loss(points):
    total = Value(0.0)
    for p in range(points):
        y = network([Value(p / 50 - 1), Value(37 * p % 100 / 50 - 1)])
        total = total + y * y
    return total


points, times = int(sys.argv[1]), []
for _ in range(int(sys.argv[2])):
    for layer in layers:
        for weights, bias in layer:
            for parameter in [*weights, bias]:
                parameter.grad = 0
    start = time.process_time()
    result = loss(points)
    result.backward()
    times.append(time.process_time() - start)
gradient = sum(w.grad for layer in layers for weights, _ in layer for w in weights)
print(f"loss {result.data!r} gradient {gradient!r} median {statistics.median(times) * 1e6:.2f} microseconds")
