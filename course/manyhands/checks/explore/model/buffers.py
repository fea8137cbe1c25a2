"""``__buffer__`` for Python 3.11: what code in C reads of an object that has no memory of its own.

From 3.12 on a class in Python says with ``__buffer__`` what its bytes are for code in C, such as
``bytes(view)``, ``b"".join([view])`` or ``file.write(view)``. Before that only a class in C could, so here
the place is filled in that a class has for it in C.
"""

import ctypes
import sys

from .. import kernel

WRITABLE = 1
"""The flag of who wants to write into what it is given."""


class _Procs(ctypes.Structure):
    _fields_ = (("get", ctypes.c_void_p), ("release", ctypes.c_void_p))


_GET = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.c_void_p, ctypes.c_int)
_AS_BUFFER = 20 * ctypes.sizeof(ctypes.c_void_p)  # where a type of Python 3.11 keeps its address
_kept = []


def given_in_c(kind):
    """A class decorator: what ``__buffer__`` returns is what code in C is given, in every version."""
    if sys.version_info >= (3, 12):
        return kind
    fill = ctypes.pythonapi.PyObject_GetBuffer
    fill.argtypes = (ctypes.py_object, ctypes.c_void_p, ctypes.c_int)

    @_GET
    def get(value, view, flags):
        # An exception cannot leave this.
        try:
            try:
                return fill(value.__buffer__(flags), view, flags)
            except Exception as error:
                kernel.world.give_up(f"{type(error).__name__} in code in C that reads shared memory")
        except BaseException:
            return -1

    procs = _Procs(ctypes.cast(get, ctypes.c_void_p), None)
    ctypes.c_void_p.from_address(id(kind) + _AS_BUFFER).value = ctypes.addressof(procs)
    _kept.extend((get, procs))
    return kind
