"""Run ``main()`` of a module file on real processes: ``python real.py METHOD FILE``.

Prints the outcome as JSON once everything has ended, so that a process that cannot end counts
as hanging. ``run`` does that in a child and watches over it.
"""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path


def run(path, method, deadline):
    """The outcome of a program for real.

    Args:
        path: the module's file.
        method: a start method.
        deadline: seconds after which it counts as hanging.
    Returns:
        A pair: ``"result"`` and encoded data, ``"exception"`` and its name, ``"hang"`` and None.
    """
    with (
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        child = subprocess.Popen(
            [sys.executable, __file__, method, str(path)],
            stdout=output,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"TMPDIR": folder},
        )
        try:
            child.wait(deadline)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGTERM)
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
            return "hang", None
        output.seek(0)
        kind, value = json.loads(output.read())
        return kind, value


def main(method, path):
    """Do it here. The answer is written by an exit handler that comes after all others."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
    import atexit
    import importlib

    from manyhands.checks.data import described, encode

    answer = []
    # Handlers run in reverse: this one after that of multiprocessing, which waits for children.
    atexit.unregister(multiprocessing.util._exit_function)
    atexit.register(lambda: print(json.dumps(answer)))
    atexit.register(multiprocessing.util._exit_function)
    multiprocessing.set_start_method(method)
    path = Path(path)
    sys.path.insert(0, str(path.parent))
    module = importlib.import_module(path.stem)
    try:
        answer[:] = "result", encode(module.main(), described)
    except Exception as error:
        answer[:] = "exception", type(error).__name__


if __name__ == "__main__":
    import multiprocessing.util

    main(*sys.argv[1:])
