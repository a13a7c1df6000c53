"""house_preprocess.py RUNS TRAIN TEST: prints the milliseconds of each run of the book's preprocessing in pandas (COURSE D8)."""
import sys
import time

import numpy
import pandas

for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    train, test = pandas.read_csv(sys.argv[2]), pandas.read_csv(sys.argv[3])
    features = pandas.concat((train.iloc[:, 1:-1], test.iloc[:, 1:]))
    numeric = features.dtypes[features.dtypes != "object"].index
    features[numeric] = features[numeric].apply(lambda x: (x - x.mean()) / (x.std()))
    features[numeric] = features[numeric].fillna(0)
    features = pandas.get_dummies(features, dummy_na=True)
    x = features.values.astype(numpy.float64)
    print(1000 * (time.perf_counter() - start))
assert x.shape[0] % 2919 == 0 and x.shape[1] == 331
