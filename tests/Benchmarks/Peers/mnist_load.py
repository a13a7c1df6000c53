"""mnist_load.py RUNS IMAGES LABELS: prints the milliseconds of each reading of the packed idx files into numpy arrays."""
import gzip
import sys
import time

import numpy

for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    with gzip.open(sys.argv[2]) as images, gzip.open(sys.argv[3]) as labels:
        x = numpy.frombuffer(images.read(), numpy.uint8, offset=16).reshape(-1, 784)
        y = numpy.frombuffer(labels.read(), numpy.uint8, offset=8)
    print(1000 * (time.perf_counter() - start))
