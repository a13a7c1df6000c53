"""The slide's NeuralNetwork (COURSE C4) in NumPy, put right only where it does not run: sigmoid and step % 1000.

    python3 slide_mnist.py steps > slide_mnist.json
    python3 slide_mnist.py epoch IMAGES LABELS TEST_IMAGES TEST_LABELS

steps: losses and weights of a small network after six steps, in the slide's order (the hidden loss after W3's update) and in the correct one.
epoch: prints the seconds of the slide's epoch on MNIST's packed idx files, and the accuracy after it.
"""
import gzip
import json
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
        self.correct_order = False

    def feed_forward(self):
        delta = 1e-7
        self.A1 = self.input_data
        self.Z2 = np.dot(self.A1, self.W2) + self.b2
        self.A2 = sigmoid(self.Z2)
        self.Z3 = np.dot(self.A2, self.W3) + self.b3
        self.A3 = sigmoid(self.Z3)
        return -np.sum(self.target_data * np.log(self.A3 + delta) + (1 - self.target_data) * np.log((1 - self.A3) + delta))

    loss_val = feed_forward

    def train(self, input_data, target_data):
        self.target_data = target_data
        self.input_data = input_data
        loss_val = self.feed_forward()
        loss_3 = (self.A3 - self.target_data) * self.A3 * (1 - self.A3)
        W3 = self.W3
        self.W3 = self.W3 - self.learning_rate * np.dot(self.A2.T, loss_3)
        self.b3 = self.b3 - self.learning_rate * loss_3
        loss_2 = np.dot(loss_3, (W3 if self.correct_order else self.W3).T) * self.A2 * (1 - self.A2)
        self.W2 = self.W2 - self.learning_rate * np.dot(self.A1.T, loss_2)
        self.b2 = self.b2 - self.learning_rate * loss_2

    def predict(self, input_data):
        A2 = sigmoid(np.dot(input_data, self.W2) + self.b2)
        return np.argmax(sigmoid(np.dot(A2, self.W3) + self.b3))


def wave(rows, columns, factor):
    """Weights that need no generator: factor * sin(1), factor * sin(2), ... row after row."""
    return factor * np.sin(np.arange(1, rows * columns + 1, dtype=np.float64)).reshape(rows, columns)


def steps():
    result = {"numpy": np.__version__}
    for name, correct in (("slide", False), ("correct", True)):
        nn = NeuralNetwork(5, 4, 3, 0.3)
        nn.correct_order = correct
        nn.W2, nn.b2, nn.W3, nn.b3 = wave(5, 4, 0.9), wave(1, 4, 0.5), wave(4, 3, 1.2), wave(1, 3, 0.4)
        losses = []
        for step in range(6):
            pixels = np.array([[(37 * (5 * step + i)) % 256 for i in range(5)]], dtype=np.float64)
            target_data = np.zeros((1, 3)) + 0.01
            target_data[0, step % 3] = 0.99
            nn.train(pixels / 255.0 * 0.99 + 0.01, target_data)
            losses.append(nn.loss_val())
        result[name] = {"losses": losses, "W2": nn.W2.ravel().tolist(), "b2": nn.b2.ravel().tolist(),
                        "W3": nn.W3.ravel().tolist(), "b3": nn.b3.ravel().tolist()}
    print(json.dumps(result, indent=1))


def rows(images, labels):
    """What np.loadtxt gives of the slide's csv: the label and 784 pixels, float32."""
    with gzip.open(images) as x, gzip.open(labels) as y:
        pixels = np.frombuffer(x.read(), np.uint8, offset=16).reshape(-1, 784)
        return np.column_stack([np.frombuffer(y.read(), np.uint8, offset=8), pixels]).astype(np.float32)


def epoch(training_data, test_data):
    np.random.seed(0)
    nn = NeuralNetwork(784, 100, 10, 0.3)
    start = time.perf_counter()
    for step in range(len(training_data)):
        target_data = np.zeros(10) + 0.01
        target_data[int(training_data[step, 0])] = 0.99
        input_data = ((training_data[step, 1:] / 255.0) * 0.99) + 0.01
        nn.train(np.array(input_data, ndmin=2), np.array(target_data, ndmin=2))
        if step % 1000 == 0:
            nn.loss_val()
    seconds = time.perf_counter() - start
    right = sum(int(row[0]) == nn.predict(np.array(row[1:] / 255.0 * 0.99 + 0.01, ndmin=2)) for row in test_data)
    print(seconds, 100 * right / len(test_data), sep="\n")


if __name__ == "__main__":
    if sys.argv[1] == "steps":
        steps()
    else:
        epoch(rows(*sys.argv[2:4]), rows(*sys.argv[4:6]))
