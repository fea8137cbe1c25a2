"""Values as JSON, back and forth, so that nothing of a student's is ever unpickled.

Numbers, text, bytes, None, booleans, and lists, tuples, sets and dicts of them are data; anything
else arrives as ``Opaque``, which says what it was.
"""

import base64
import builtins
import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Opaque:
    """A value that is not data; equal only to one described alike."""

    description: str


@dataclass(frozen=True)
class Name:
    """An argument that is a function or a class of the student's module, by its name."""

    name: str


class Table:
    """An argument that is a function, as data: for each item it gives, or raises, what the table has.

    Args:
        rows: items to what is given for them; an exception of Python's own is raised.
    """

    def __init__(self, rows: Mapping):
        self.rows = dict(rows)

    def __call__(self, item):
        if item not in self.rows:
            raise ValueError(f"nobody asked for {item!r}")
        given = self.rows[item]
        if isinstance(given, Exception):
            raise type(given)(*given.args)
        return copy.deepcopy(given)

    def __eq__(self, other):
        return isinstance(other, Table) and canonical(encode(self)) == canonical(encode(other))

    __hash__ = None


def encode(value, depth=0):
    """A value as what JSON can hold. Everything that is not data becomes its type's name."""
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        return value if abs(value) < 2**53 else {"int": str(value)}
    if kind is float:
        return {"float": repr(value)}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if kind is Name:
        return {"name": value.name}
    if kind is Table:
        return {"table": [[encode(item), _row(given)] for item, given in value.rows.items()]}
    if kind is Opaque:
        return {"opaque": value.description}
    if depth > 50:
        return {"opaque": "something nested too deeply"}
    if kind is list:
        return [encode(each, depth + 1) for each in value]
    if kind is tuple:
        return {"tuple": [encode(each, depth + 1) for each in value]}
    if kind in (set, frozenset):
        items = sorted((encode(each, depth + 1) for each in value), key=repr)
        return {kind.__name__: items}
    if kind is dict:
        items = [[encode(k, depth + 1), encode(v, depth + 1)] for k, v in value.items()]
        return {"dict": items}
    return {"opaque": f"{kind.__module__}.{kind.__qualname__}"}


def _row(given):
    if isinstance(given, Exception):
        return {"raises": [type(given).__name__, encode(list(given.args))]}
    return encode(given)


def canonical(data):
    """Encoded data as text that is the same for equal values, whatever the order of a dict."""
    return json.dumps(_sorted(data))


def _sorted(data):
    if isinstance(data, list):
        return [_sorted(each) for each in data]
    if isinstance(data, dict):
        ((kind, inside),) = data.items()
        inside = _sorted(inside)
        return {kind: sorted(inside, key=json.dumps) if kind in ("dict", "table") else inside}
    return data


def decode(data, names=None):
    """What ``encode`` was given; ``names`` gives the values of ``Name`` arguments, by name."""
    if isinstance(data, list):
        return [decode(each, names) for each in data]
    if not isinstance(data, dict):
        return data
    ((kind, inside),) = data.items()
    if kind in ("list", "tuple", "set", "frozenset"):
        make = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}[kind]
        return make(decode(each, names) for each in inside)
    if kind == "dict":
        return {decode(k, names): decode(v, names) for k, v in inside}
    if kind == "table":
        return Table({decode(item, names): decode(given, names) for item, given in inside})
    if kind == "raises":
        return getattr(builtins, inside[0])(*decode(inside[1]))
    if kind == "bytes":
        return base64.b64decode(inside)
    if kind == "name":
        return names(inside) if names is not None else Name(inside)
    if kind == "opaque":
        return Opaque(inside)
    return {"int": int, "float": float}[kind](inside)
