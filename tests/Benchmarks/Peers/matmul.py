"""Products of square float64 matrices with NumPy: matmul.py SIZE PRODUCTS"""
import sys
import time

import numpy as np

size, products = int(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(1)
a, b, result = rng.standard_normal((size, size)), rng.standard_normal((size, size)), np.empty((size, size))
for _ in range(3):
    np.dot(a, b, out=result)
start = time.perf_counter()
for _ in range(products):
    np.dot(a, b, out=result)
print(f"{(time.perf_counter() - start) / products * 1e6:.2f} microseconds a product")
