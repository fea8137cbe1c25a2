"""Run a cell in a notebook's kernel of its own: what it breaks, it breaks there."""

import subprocess
from typing import NamedTuple

import psutil
from jupyter_client.manager import start_new_kernel

DEADLINE = 60  # seconds for the cell


class Seen(NamedTuple):
    """What a cell printed, on standard output and on standard error; and who was there when it had ended.

    ``children``: how many processes the kernel had then, beside itself.
    """

    output: str
    errors: str
    children: int


def in_another_kernel(cell: str) -> Seen:
    """Run a cell in a new kernel, then end that with all its processes. TimeoutError if it does not end."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager, client = start_new_kernel(kernel_name="python3", **quiet)
    kernel = psutil.Process(manager.provisioner.pid)
    texts = {"stdout": "", "stderr": ""}

    def keep(message: dict) -> None:
        if message["msg_type"] == "stream":
            texts[message["content"]["name"]] += message["content"]["text"]

    try:
        client.execute_interactive(cell, timeout=DEADLINE, output_hook=keep)
        return Seen(texts["stdout"], texts["stderr"], len(kernel.children(recursive=True)))
    finally:
        family = kernel.children(recursive=True)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        for process in family:
            if process.is_running():
                process.kill()
        psutil.wait_procs(family)
