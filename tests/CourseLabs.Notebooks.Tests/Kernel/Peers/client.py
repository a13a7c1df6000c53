"""Jupyter's own clients, told line by line what to do: {"do": NAME, ...} in JSON, answered with a line of JSON.

Kernels are found in JUPYTER_DATA_DIR, as by any front end, and started in the working directory.
"""
import json
import queue
import sys
import time

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

KERNEL = "courselabs-csharp"
WAIT = 60
manager = KernelManager(kernel_name=KERNEL)
clients = []  # the one that has been started


def connect():
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=WAIT)
    return client


def start():
    manager.start_kernel()
    client = connect()
    clients.append(client)
    client.kernel_info()
    return client.get_shell_msg(timeout=WAIT)["content"]


def outputs(client, ids, until="idle"):
    """What the requests showed until each is idle, or until the first has come so far."""
    shown, ids = [], set(ids)
    while ids:
        message = client.get_iopub_msg(timeout=WAIT)
        parent = message["parent_header"].get("msg_id")
        if parent in ids and message["msg_type"] != "status":
            shown.append([message["msg_type"], message["content"]])
            if message["msg_type"] == until:
                break
        elif parent in ids and message["content"]["execution_state"] == "idle":
            ids.remove(parent)
    return shown


def execute(codes, interrupt_at=None, **options):
    """Sends cells at once; what they are answered, and what they show. May interrupt when there is an output."""
    client = clients[0]
    ids = [client.execute(code, **options) for code in codes]
    shown = []
    if interrupt_at is not None:
        shown = outputs(client, ids, until=interrupt_at)
        manager.interrupt_kernel()
    shown += outputs(client, ids)
    return {"replies": [client.get_shell_msg(timeout=WAIT)["content"] for _ in ids], "outputs": shown}


def interrupt():
    """As a front end does, with the answer waited for."""
    client = clients[0]
    client.control_channel.send(client.session.msg("interrupt_request"))
    return client.get_control_msg(timeout=WAIT)["content"]


def both(codes, then):
    """A second client beside the first, with a cell each at once, and then one of the second's: what each sees of its own."""
    pair = [clients[0], connect()]
    ids = [client.execute(code) for client, code in zip(pair, codes)]
    replies = [client.get_shell_msg(timeout=WAIT)["content"] for client in pair]
    shown = [outputs(client, [id]) for client, id in zip(pair, ids)]
    shown.append(outputs(pair[1], [pair[1].execute(then)]))
    pair[1].stop_channels()  # one that no longer reads would hold up the kernel
    return {"replies": replies, "outputs": shown}


def ask(what, *arguments):
    client = clients[0]
    getattr(client, what)(*arguments)
    return client.get_shell_msg(timeout=WAIT)["content"]


def late(text):
    """Waits for a stream with the text, which no cell waits for."""
    seen = ""
    while text not in seen:
        message = clients[0].get_iopub_msg(timeout=WAIT)
        seen += message["content"].get("text", "")
    return seen


def forge(code):
    """A client with another key asks for a cell: is there any answer, on the shell or to all?"""
    client = manager.blocking_client()
    client.session.key = b"another key"
    client.session.check_pid = False
    client.start_channels(hb=False, stdin=False)
    client.execute(code)
    try:
        client.get_shell_msg(timeout=1)
        return True
    except queue.Empty:
        return False
    finally:
        client.stop_channels()


def beating():
    clients[0].hb_channel.unpause()
    time.sleep(1.5)
    return clients[0].hb_channel.is_beating()


def pid():
    return manager.provisioner.pid


def ports():
    return [getattr(manager, f"{channel}_port") for channel in ("shell", "control", "stdin", "iopub", "hb")]


def restart():
    manager.restart_kernel()
    for client in clients:
        client.wait_for_ready(timeout=WAIT)
    return manager.is_alive()


def shutdown():
    """By a request alone: the process must end by itself."""
    reply = clients[0].shutdown(reply=True, timeout=WAIT)
    end = time.time() + WAIT
    while manager.is_alive() and time.time() < end:
        time.sleep(0.05)
    return {"content": reply["content"], "alive": manager.is_alive()}


def notebook(codes):
    """A notebook's outputs by nbclient, in the working directory; its last cell may fail."""
    cells = [nbformat.v4.new_code_cell(code) for code in codes]
    cells[-1].metadata["tags"] = ["raises-exception"]
    book = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(book, kernel_name=KERNEL, timeout=WAIT, resources={"metadata": {"path": "."}}).execute()
    nbformat.validate(book)
    return {"outputs": [cell.outputs for cell in book.cells], "language": book.metadata.language_info.name}


def main():
    for line in sys.stdin:
        step = json.loads(line)
        try:
            answer = {"answer": globals()[step["do"]](*step.get("with", []), **step.get("options", {}))}
        except Exception as error:  # told to the test, which fails by it
            answer = {"failed": repr(error)}
        print(json.dumps(answer), flush=True)
    for client in clients:
        client.stop_channels()
    if manager.has_kernel:
        manager.shutdown_kernel(now=True)


main()
