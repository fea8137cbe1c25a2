"""Which processes of a run are still there."""

import platform
import subprocess
import sys

import psutil
import pytest
from manyhands.checks.run import linux
from manyhands.checks.run.processes import alive

EXIT = {"x86_64": 60, "aarch64": 93}  # the system call that ends one thread

MAIN_THREAD_ENDS = """
import ctypes, sys, threading
threading.Thread(target=sys.stdin.read).start()
print("ready", flush=True)
ctypes.CDLL(None).syscall({number}, 0)
"""


@pytest.mark.skipif(sys.platform != "linux" or platform.machine() not in EXIT, reason="not known here")
def test_a_process_has_not_ended_before_its_last_thread_has():
    text = MAIN_THREAD_ENDS.format(number=EXIT[platform.machine()])
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", text], **pipes) as child:
        child.stdout.readline()
        process = psutil.Process(child.pid)
        while process.status() != psutil.STATUS_ZOMBIE:
            pass
        assert alive(process)
        assert linux.threads(child.pid) == 2
        child.kill()
        while linux.threads(child.pid) > 1:
            pass
        assert not alive(process)
    assert not alive(process)
