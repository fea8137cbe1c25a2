#!/usr/bin/env bash
# CPython 3.11.7 and 3.13.0: a hook in the place of threading.excepthook is called for SystemExit; the documentation says it is ignored.
#
# «If exc_type is SystemExit, the exception is silently ignored» stands at threading.excepthook, and sys.exit() is a usual way to end
# a thread. That is what the default hook does by itself (`excepthook` of the module _thread): the caller hands it every exception. A hook
# that counts or reports errors of threads therefore reports each orderly sys.exit(), unlike sys.excepthook, which is not called for it.
#
# Each row is what ends a thread, and whether the default hook prints and the program's own hook is called. Needs no package.
# Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > hook.py <<'PYTHON'
import contextlib
import io
import sys
import threading


def ended_by(error):
    def end():
        raise error

    thread = threading.Thread(target=end)
    thread.start()
    thread.join()


default, seen = threading.excepthook, []
for error in (SystemExit(0), ValueError()):
    called, text = [], io.StringIO()
    threading.excepthook = default
    with contextlib.redirect_stderr(text):
        ended_by(error)
    threading.excepthook = called.append
    ended_by(error)
    seen.append((type(error).__name__, bool(text.getvalue()), bool(called)))
    print("{}: the default hook prints: {}, a hook of one's own is called: {}".format(*seen[-1]))
sys.exit("this has changed" if seen != [("SystemExit", False, True), ("ValueError", True, True)] else 0)
PYTHON
"${PYTHON3:-python3}" hook.py
