"""The book's preprocessing in pandas (COURSE D8) on the real house-price files: writes house_features.json beside the script.

house_features.py FOLDER, with kaggle_house_pred_train.csv and kaggle_house_pred_test.csv in FOLDER. For each column of the matrix its
sum, its sum of squares and its sum weighted by the row's number (which the order of the rows changes).
--matrix FILE writes the whole matrix too, as little-endian float64, row by row.
"""
import json
import pathlib
import sys

import numpy
import pandas

folder = pathlib.Path(sys.argv[1])
train, test = (pandas.read_csv(folder / f"kaggle_house_pred_{name}.csv") for name in ("train", "test"))
features = pandas.concat((train.iloc[:, 1:-1], test.iloc[:, 1:]))
numeric = features.dtypes[features.dtypes != "object"].index
features[numeric] = features[numeric].apply(lambda x: (x - x.mean()) / (x.std()))
features[numeric] = features[numeric].fillna(0)
categorical = features.shape[1] - len(numeric)
features = pandas.get_dummies(features, dummy_na=True)

x = features.values.astype(numpy.float64)
if "--matrix" in sys.argv:
    x.tofile(sys.argv[sys.argv.index("--matrix") + 1])
weights = numpy.arange(1, len(x) + 1)[:, None]
figures = {
    "pandas": pandas.__version__,
    "rows": len(x),
    "numeric": len(numeric),
    "categorical": categorical,
    "sum": x.sum(),
    "sum of absolutes": numpy.abs(x).sum(),
    "sum of squares": (x * x).sum(),
    "columns": list(features.columns),
    "column sums": x.sum(axis=0).tolist(),
    "column sums of squares": (x * x).sum(axis=0).tolist(),
    "column sums weighted by row": (x * weights).sum(axis=0).tolist(),
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text("{\n" + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in figures.items()) + "\n}\n")
print(target.name, x.shape, figures["sum"], figures["sum of squares"])
