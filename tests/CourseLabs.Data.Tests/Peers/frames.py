"""pandas on small tables with the house data's quirks: writes frames.json beside the script. In it, a table's csv text and its features."""
import io
import json
import pathlib

import pandas

TABLES = {
    "quotes, missing values and None": 'a,b,c\n1,"x, ""y""",None\nNA,,z\n3,"line\nbreak",\n4.5,nan,None\n',
    "a column all missing, one constant, one with a single value": "a,b,c,d\n,7,1,u\nNA,7,,v\nnan,7,,u\n",
    "order of categories: capitals, digits, small letters, accents": "s\nb\nB\n10\n9a\na\nÉ\n_\nz z\nNULL\n",
    "numbers in many spellings": "a,b,c\n1e3,-0.5, 7\n+2,.5,8 \n0003,5.,-9\n",
    "a number that is none makes categories": "a,b\n1,2\n1x,3\n1,NA\n",
    "a category named as a missing value of another column": "a,b\nnan ,1\nN/A,2\nn/a,3\n-,4\n",
}

tables = []
for name, text in TABLES.items():
    frame = pandas.read_csv(io.StringIO(text))
    numeric = frame.dtypes[frame.dtypes != "object"].index
    shown = [[str(v) for v in row] for row in frame.astype(object).values.tolist()]
    frame[numeric] = frame[numeric].apply(lambda x: (x - x.mean()) / (x.std()))
    frame[numeric] = frame[numeric].fillna(0)
    features = pandas.get_dummies(frame, dummy_na=True)
    tables.append({"name": name, "csv": text, "shown": shown, "columns": list(features.columns), "values": features.values.astype(float).ravel().tolist()})
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({"pandas": pandas.__version__, "tables": tables}, indent=1, ensure_ascii=False) + "\n")
