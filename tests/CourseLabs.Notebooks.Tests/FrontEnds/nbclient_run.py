"""Runs a notebook with the kernel .net-csharp, as Jupyter does: nbclient_run.py NOTEBOOK FOLDER.

Prints what is wrong, line by line: an error, text on stderr, or an address beyond this machine that the kernel listens on.
"""
import subprocess
import sys

import nbformat
from nbclient import NotebookClient


def process_tree(root):
    children = {}
    for line in subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.splitlines():
        pid, parent = map(int, line.split())
        children.setdefault(parent, []).append(pid)
    tree = [root]
    for pid in tree:
        tree += children.get(pid, [])
    return tree


def addresses(pids):
    for line in subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout.splitlines():
        if any(f"pid={pid}," in line for pid in pids):
            yield line.split()[3]


path, folder = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
nbformat.validate(notebook)
client = NotebookClient(notebook, kernel_name=".net-csharp", timeout=300, allow_errors=True, resources={"metadata": {"path": folder}})
client.create_kernel_manager()
listening = []


def listen(cell, cell_index, **_):
    if not listening:
        listening.extend(addresses(process_tree(client.km.provisioner.pid)))


client.on_cell_start = listen
client.execute(stdout=subprocess.DEVNULL)
if not listening:
    print("The kernel's ports were not found: ss saw none.")
for address in listening:
    if not address.startswith(("127.0.0.1:", "[::1]:", "[::ffff:127.0.0.1]:")):
        print(f"The kernel listens on {address}.")
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            print(f"{output.ename}: {output.evalue} in {cell.source!r}")
        elif output.output_type == "stream" and output.name == "stderr":
            print(f"on stderr: {output.text!r} from {cell.source!r}")
print(f"{sum(cell.cell_type == 'code' for cell in notebook.cells)} cells ran")
