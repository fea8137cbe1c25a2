"""A check that is stopped says so in one line, and leaves no process behind."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import uuid

import psutil
import pytest
from jupyter_client import KernelManager
from manyhands.checks import warm

EXPLORED = ("05_shared_memory_and_locks", "adders", "add_up(fetch, names)")
RUN = ("02_pools", "submit", "one_after_another(job, items, workers)")

# Each says by a file that it is at work, and never ends by itself.
BUSY = """
import os, pathlib
from multiprocessing import Process, SimpleQueue

def {call}:
    pathlib.Path({folder!r}, str(os.getpid())).touch()
    {body}

def wait(queue):
    pathlib.Path({folder!r}, str(os.getpid())).touch()
    while True:
        pass
"""
BODIES = {
    "computing": "while True: pass",
    "deaf": "import signal\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True: pass",
    "with a busy child": "Process(target=wait, args=(SimpleQueue(),)).start()\n    while True: pass",
}
COMMAND = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run
from manyhands.command import app
app()
"""
CASES = [pytest.param(*case, body, id=f"{case[1]} {body}") for case in (EXPLORED, RUN) for body in BODIES]


@pytest.fixture
def mark(monkeypatch):
    """A word that all processes of a check have in their environment."""
    word = f"stopped-{uuid.uuid4().hex}"
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([*os.environ.get("PYTHONPATH", "").split(), word]))
    return word


def marked(word):
    """The live processes with this word in their environment, but for this one."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and word in process.environ().get("PYTHONPATH", ""):
                found.append(process)
    return found


@pytest.fixture
def module(tmp_path):
    """Writes an answer that is at work for ever; and a function that waits until it is."""

    def write(task, call, body):
        text = BUSY.format(call=call, body=BODIES[body], folder=str(tmp_path))
        (tmp_path / f"{task}.py").write_text(text)
        return tmp_path / f"{task}.py"

    def until_at_work(going):
        while not [path for path in tmp_path.iterdir() if path.name.isdigit()]:
            assert going()
            time.sleep(0.02)

    return write, until_at_work


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda n: n.name)
@pytest.mark.parametrize("unit, task, call, body", CASES)
def test_a_command_that_is_stopped_says_so_and_leaves_nothing(module, mark, unit, task, call, body, number):
    write, until_at_work = module
    path = write(task, call, body)
    words = ["check", unit, "--task", task, "--module", f"{task}.py={path}", "--deadline", "1000"]
    command = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until_at_work(lambda: command.poll() is None)
    os.killpg(command.pid, number)
    output, errors = command.communicate()
    if number != signal.SIGKILL:
        assert errors == "manyhands: stopped by you: 0 of 1 tasks were judged\n"
        assert (output, command.returncode) == ("", 2)
        assert marked(mark) == []
    assert psutil.wait_procs(marked(mark), timeout=60)[1] == []


CELL = """
from manyhands.checks import Answer
with Answer({name!r}) as answer:
    answer.{how}({function!r}, None, None)
"""


def shown(client):
    """What a cell shows until it has ended: its texts and errors."""
    outputs = []
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["msg_type"] in ("error", "stream"):
            outputs.append(message["content"])
        elif outputs and message["content"].get("execution_state") == "idle":
            return outputs


@pytest.mark.parametrize("how", ["run", "explore"])
def test_a_cell_that_is_stopped_says_so_in_one_line_and_leaves_nothing(module, mark, tmp_path, how):
    write, until_at_work = module
    path = write("task", "main(one, other)", "with a busy child")
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(cwd=str(tmp_path))
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=120)
        client.execute(CELL.format(name=path.name, how=how, function="main"))
        until_at_work(manager.is_alive)
        manager.interrupt_kernel()
        [error] = shown(client)
        assert error["ename"] == "Stopped"
        assert error["traceback"] == ["■ stopped by you: task.py was not judged"]
        left = [p.pid for p in marked(mark) if not warm.is_server(p.environ())]
        assert left == [manager.provisioner.pid]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
