"""Run a cell in a notebook's kernel of its own: what it breaks, it breaks there."""

import os
import queue
import subprocess
from typing import NamedTuple

import psutil
from jupyter_client import BlockingKernelClient, KernelManager

DEADLINE = 60  # seconds for the cell
LATE = 5  # seconds for the text of its child processes, where the kernel catches that at all
MARK = "«the end»\n"
WRITE_MARKS = f"import os\nfor _number in (1, 2): os.write(_number, {MARK!r}.encode())"


class Seen(NamedTuple):
    """What a cell printed, on standard output and on standard error; and who was there when it had ended.

    ``children``: how many processes the kernel had then, beside itself.
    """

    output: str
    errors: str
    children: int


def in_another_kernel(cell: str) -> Seen:
    """Run a cell in a new kernel, then end that with all its processes. TimeoutError if it does not end."""
    manager = KernelManager(kernel_name="python3")
    family: list[psutil.Process] = []
    try:
        manager.start_kernel(env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        kernel = psutil.Process(manager.provisioner.pid)
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=DEADLINE)
        texts = {"stdout": "", "stderr": ""}
        client.execute_interactive(cell, timeout=DEADLINE, output_hook=lambda each: _keep(texts, each))
        family = kernel.children(recursive=True)
        _read_on(client, texts)
        client.stop_channels()
        return Seen(texts["stdout"].replace(MARK, ""), texts["stderr"].replace(MARK, ""), len(family))
    finally:
        manager.shutdown_kernel(now=True)
        for process in family:
            if process.is_running():
                process.kill()
        psutil.wait_procs(family)


def _environment() -> dict[str, str]:
    """Our own environment, but for what a kernel takes as a sign that it need not catch children's text."""
    return {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}


def _keep(texts: dict[str, str], message: dict) -> None:
    if message["msg_type"] == "stream":
        texts[message["content"]["name"]] += message["content"]["text"]


def _read_on(client: BlockingKernelClient, texts: dict[str, str]) -> None:
    """Take what child processes wrote, too: the kernel reads it later, but all that stands before a mark."""
    client.execute(WRITE_MARKS)
    while not all(MARK in text for text in texts.values()):
        try:
            _keep(texts, client.get_iopub_msg(timeout=LATE))
        except queue.Empty:
            return
