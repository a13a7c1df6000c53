"""The slide's class NeuralNetwork (COURSE C4), train() on random rows: network.py STEPS"""
import sys
import time

import numpy as np

from slide_mnist import NeuralNetwork

np.random.seed(1)
nn = NeuralNetwork(784, 100, 10, 0.3)
rows = [0.01 + 0.99 * np.random.rand(1, 784) for _ in range(64)]
targets = [np.full((1, 10), 0.01) for _ in range(64)]
for target in targets:
    target[0, np.random.randint(10)] = 0.99
times = []
for step in range(int(sys.argv[1])):
    start = time.perf_counter()
    nn.train(rows[step % 64], targets[step % 64])
    times.append(time.perf_counter() - start)
print(f"{np.median(times) * 1e6:.2f} microseconds a step")
