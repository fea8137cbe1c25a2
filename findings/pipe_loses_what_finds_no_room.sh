#!/usr/bin/env bash
# CPython 3.11.7 and 3.13.0: Connection.recv_bytes_into loses a message for which its buffer cannot be used.
#
# Two errors of the reader differ in what becomes of the message. A buffer that is too small raises BufferTooShort, which brings the
# whole message along (`error.args[0]`), so nothing is lost. A buffer that cannot be written, such as `bytes`, raises TypeError
# only after the message has been read from the pipe: it is gone, the next recv_bytes gives the one after it. The documentation of
# recv_bytes_into tells of the first case only; whoever mends the buffer and asks again has lost a message.
#
# Each row: the buffer, the error, and what the next reading gives. Needs no package. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pipes.py <<'PYTHON'
import platform
from multiprocessing import BufferTooShort, Pipe

SEEN = {
    "bytearray(2)": ("BufferTooShort", b"first", b"second"),
    "bytes(5)": ("TypeError", None, b"second"),
}

print(f"CPython {platform.python_version()}")
found = {}
for text in SEEN:
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b"first")
    writer.send_bytes(b"second")
    brought = None
    try:
        reader.recv_bytes_into(eval(text))
    except (TypeError, BufferTooShort) as error:
        brought = error.args[0] if isinstance(error, BufferTooShort) else None
        found[text] = (type(error).__name__, brought, reader.recv_bytes())
    print(f"{text:<14}{found[text]}")
raise SystemExit(found != SEEN)
PYTHON
"${PYTHON3:-python3}" pipes.py
