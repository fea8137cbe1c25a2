"""The C types of shared numbers, as the student's line names them."""

import ast
import ctypes
from multiprocessing.sharedctypes import typecode_to_type

from manyhands.checks.explain.races.text import Text

MAKERS = ("Value", "Array", "RawValue", "RawArray")
NAMES = {
    "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "int",
    "I": "unsigned int", "l": "long", "L": "unsigned long", "q": "long long", "Q": "unsigned long long",
}  # fmt: skip


def whole_numbers(text: Text) -> list[tuple[ast.Call, str]]:
    """The calls that make shared whole numbers, each with a clause that says what it holds."""
    found = []
    for call in text.calls(*MAKERS):
        given = [*call.args[:1], *(k.value for k in call.keywords if k.arg == "typecode_or_type")]
        holds = of_type(given[0]) if given else None
        if holds is not None:
            found.append((call, holds))
    return found


def made_at(text: Text, where: str | None) -> str | None:
    """What the only shared whole number that is made on a line holds, as a clause; None if unclear."""
    found = [holds for call, holds in whole_numbers(text) if text.place(call) == where]
    return found[0] if len(found) == 1 else None


def of_type(given: ast.expr) -> str | None:
    """A type code or a type of ctypes as «`'b'`, a C signed char of 8 bits, from -128 to 127»."""
    if isinstance(given, ast.Constant) and given.value in NAMES:
        kind, name = typecode_to_type[given.value], f"C {NAMES[given.value]}"
    else:
        kind = getattr(ctypes, ast.unparse(given).rpartition(".")[2], None)
        whole = isinstance(kind, type) and issubclass(kind, ctypes._SimpleCData) and kind._type_ in NAMES
        if not whole:
            return None
        name = "C type"
    bits = 8 * ctypes.sizeof(kind)
    signed = kind(-1).value < 0
    least, most = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
    return f"`{ast.unparse(given)}`, a {name} of {bits} bits, from {least} to {most}"
