"""Describes the columns of the Kaggle house-price files for the synthetic stand-in: writes src/CourseLabs.Data/Houses/columns.csv.

house_columns.py FOLDER, with kaggle_house_pred_train.csv and kaggle_house_pred_test.csv in FOLDER.
A number's values are its quantiles at 0, 5, 25, 50, 75, 95 and 100 %; a text's are its categories with their share in per mille.
"""
import csv
import pathlib
import sys

import pandas

folder = pathlib.Path(sys.argv[1])
train, test = (pandas.read_csv(folder / f"kaggle_house_pred_{name}.csv") for name in ("train", "test"))
both = pandas.concat([train, test])
target = pathlib.Path(__file__).resolve().parents[3] / "src/CourseLabs.Data/Houses/columns.csv"
with target.open("w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name", "kind", "missing in train", "missing in test", "values"])
    for name in train.columns[1:]:
        column = both[name]
        if column.dtype == object:
            kind, values = "text", [f"{k}={max(1, round(1000 * v))}" for k, v in column.value_counts(normalize=True).sort_index().items()]
        else:
            kind, values = "number", [f"{v:.0f}" for v in column.quantile([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1])]
        writer.writerow([name, kind, train[name].isna().sum(), test[name].isna().sum() if name in test else 0, ";".join(values)])
print(target)
