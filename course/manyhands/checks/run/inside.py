"""The call of an answer's function: what runs in the first of the answer's processes."""

import contextlib
import importlib
import os
import sys
import traceback

from manyhands.checks.data import NotData, encode
from manyhands.checks.run import line
from manyhands.checks.run.probes import given
from manyhands.checks.run.watch import Watching, blocks, children, ends, method, pools


def main() -> None:
    """Run one call for the check, tell it the outcome, and end when it says so."""
    limit()
    children.begin(line.folder())
    ends.begin(line.folder())
    watching = Watching.read(line.folder())
    watching.begin_call(line.folder())
    made = pools.begin()
    check = line.Line()
    call = check.ask({"hello": os.getpid()})
    methods = method.begin(call["start_method"])
    end = outcome(call)
    watching.end_call()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    check.ask(
        {
            "outcome": end,
            "never_joined": children.never_joined(),
            "started": children.number(),
            "pools": made.sizes,
            "left_pools": made.left,
            "methods": methods,
            "blocks": blocks.remaining(),
        }
    )


def outcome(call: dict) -> dict:
    """Import the module, call the function, and say how that ended."""
    if call["folder"]:
        sys.path.insert(0, call["folder"])
    path = call["path"]
    try:
        module = importlib.import_module(call["module"])
        if not hasattr(module, call["function"]):
            return {"missing": call["function"]}
        arguments = [given(value) for value in call["arguments"]]
        keywords = {name: given(value) for name, value in call["keywords"].items()}
        value = getattr(module, call["function"])(*arguments, **keywords)
    except SyntaxError as error:
        return {"broken": f"line {error.lineno}: {error.msg}"}
    except BaseException as error:
        traceback.print_exc()
        kind = type(error)
        return {
            "raised": [f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins."), str(error)],
            "line": stands(error, path),
        }
    try:
        return {"returned": encode(value)}
    except NotData as error:
        return {"not_data": str(error)}


def stands(error: BaseException, path: str) -> int | None:
    """The line of the answer in which `error` was raised or passed through last."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return lines[-1] if lines else None


def limit() -> None:
    """Bound what one process may write, and let no process leave a core file."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
