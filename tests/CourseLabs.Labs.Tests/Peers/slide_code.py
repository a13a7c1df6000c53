"""Runs parts of deck C's NeuralNetwork program as they stand on the slides, on random rows, and writes to slide_code.json how each ends."""
import contextlib
import io
import json
import pathlib
import platform

import numpy as np

ACCURACY = """
class NeuralNetwork:
    def accuracy(self, test_data):
        matched_list = []
        not_matched_list = []
        return matched_list, not_matched_list

nn = NeuralNetwork()
test_data = np.random.rand(4, 785)
test_input_data = test_data[:, 1:]
test_target_data = test_data[:, 0]
(true_list, false_list) = {name}.accuracy(test_input_data, test_target_data)
"""

PARTS = {
    "accuracy-with-two-arguments": ACCURACY.format(name="nn"),
    "accuracy-of-obj": ACCURACY.format(name="obj"),
    "accuracy-print": 'print("Current Accuracy = ", 100*(len(matched_list)/(len(test_data)))), "%")',
    "accuracy-print-for-3-of-4": """
matched_list, lines = [], []
for index in range(4):
    if index != 2:
        matched_list.append(index)
    lines.append(100*(len(matched_list)/4))
print(lines)
""",
    "sigmoid": "A2 = sigmoid(np.zeros([1, 100]))",
    "datetime": "start_time = datetime.now()",
    "W2-with-A2": "W2 = np.zeros([784, 100]) - 0.3 * np.dot(np.zeros([1, 100]).T, np.zeros([1, 100]))",
    "accuracy-of-9432-in-10000": "print(100*(len(range(9432))/(len(range(10000)))))",
}


def end(program):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(program, {"np": np})
    except Exception as error:
        return type(error).__name__
    return printed.getvalue().strip()


ends = {part: end(program) for part, program in PARTS.items()}
written = {"python": platform.python_version(), "numpy": np.__version__, "ends": ends}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(written, indent=1) + "\n")
