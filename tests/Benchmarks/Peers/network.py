"""The slide's class NeuralNetwork (COURSE C4), train() with W2 updated by A1 as is meant, on random rows: network.py STEPS"""
import sys
import time

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class NeuralNetwork:
    def __init__(self, input_nodes, hidden_nodes, output_nodes, learning_rate):
        self.W2 = np.random.randn(input_nodes, hidden_nodes) / np.sqrt(input_nodes)
        self.b2 = np.random.rand(hidden_nodes)
        self.W3 = np.random.randn(hidden_nodes, output_nodes) / np.sqrt(hidden_nodes)
        self.b3 = np.random.rand(output_nodes)
        self.learning_rate = learning_rate

    def feed_forward(self):
        delta = 1e-7
        self.Z1 = self.input_data
        self.A1 = self.input_data
        self.Z2 = np.dot(self.A1, self.W2) + self.b2
        self.A2 = sigmoid(self.Z2)
        self.Z3 = np.dot(self.A2, self.W3) + self.b3
        self.A3 = sigmoid(self.Z3)
        return -np.sum(self.target_data * np.log(self.A3 + delta) + (1 - self.target_data) * np.log((1 - self.A3) + delta))

    def train(self, input_data, target_data):
        self.target_data = target_data
        self.input_data = input_data
        self.feed_forward()
        loss_3 = (self.A3 - self.target_data) * self.A3 * (1 - self.A3)
        self.W3 = self.W3 - self.learning_rate * np.dot(self.A2.T, loss_3)
        self.b3 = self.b3 - self.learning_rate * loss_3
        loss_2 = np.dot(loss_3, self.W3.T) * self.A2 * (1 - self.A2)
        self.W2 = self.W2 - self.learning_rate * np.dot(self.A1.T, loss_2)
        self.b2 = self.b2 - self.learning_rate * loss_2


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
