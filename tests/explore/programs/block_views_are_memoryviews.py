"""right: a view of a block does what a memoryview does.

returns: True
"""

import hashlib
import io
import zlib
from multiprocessing.shared_memory import SharedMemory

ASKED = [
    lambda view: (view.nbytes, view.itemsize, view.format, view.ndim, view.shape, view.strides, len(view)),
    lambda view: (view.readonly, view.contiguous, view.c_contiguous, view.f_contiguous, view.suboffsets),
    lambda view: (view.tolist(), view.tobytes(), view.hex(), view.hex(":")),
    lambda view: (bytes(view), bytearray(view), list(view), sum(view), max(view)),
    lambda view: (view == b"abcdef..", view != b"abcdef.x", view == 3, view[:2] == view[:2]),
    lambda view: (ord("c") in view, 300 in view, view[-1], view[::3].tolist(), view[::-1].tobytes()),
    lambda view: (view.cast("H").tolist(), view.cast("H")[1], view.cast("q").shape),
    lambda view: (view.cast("B", (2, 4)).tolist(), view.cast("B", (2, 4))[1, 2], view.cast("c")[0]),
    lambda view: (b"".join([view, b"-", view[:1]]), b"a" + view, b"%b" % view[:2], view[:0].tobytes()),
    lambda view: (hashlib.sha256(view).hexdigest(), zlib.crc32(view), int.from_bytes(view[:4], "big")),
    lambda view: (io.BytesIO(view).getvalue(), io.BytesIO().write(view), bytearray(b"x") + view),
    lambda view: (isinstance(view, memoryview), type(view).__name__),
    lambda view: (memoryview(view)[1:3].tobytes(), view.toreadonly().readonly, view.cast("B", (2, 4)).nbytes),
    lambda view: (isinstance(memoryview(b"ab"), memoryview), memoryview(b"ab").tolist()),
    lambda view: (b"abc".startswith(view[:2]), b"xabx".find(view[:2]), view[2:4].tobytes().decode()),
    lambda view: repr(view).startswith("<memory at 0x"),
]


def main():
    block = SharedMemory(create=True, size=8)
    view, plain = block.buf, memoryview(bytearray(b"abcdef.."))
    view[:8] = b"abcdef.."
    view[1:3] = view[1:3]
    same = [asked(view) == asked(plain) for asked in ASKED]
    del view
    block.close()
    block.unlink()
    return all(same) or same
