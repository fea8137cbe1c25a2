"""Plain data as JSON, and back.

What an answer returns reaches the check in this form, and never as a pickle: a pickle could run code
where it is read.
"""

import base64
import math
from typing import Any, NamedTuple

NESTING = 60


class NotData(Exception):
    """A value is not plain data; the message names its type."""


class Raised(NamedTuple):
    """An exception as data: the name of its class, and its message."""

    type: str
    message: str


def encode(value: Any, nested: int = 0) -> Any:
    """Return `value` as something that JSON can hold.

    None, numbers, strings, bytes, lists, tuples, sets, dicts, exceptions, and subclasses of these,
    nested at most 60 deep. Raises NotData for anything else.
    """
    if nested > NESTING:
        raise NotData("something nested more than 60 deep")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int.__index__(value)
    if isinstance(value, float):
        number = float.__float__(value)
        return number if math.isfinite(number) else {"float": repr(number)}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, list):
        return [encode(item, nested + 1) for item in list.__iter__(value)]
    if isinstance(value, tuple):
        return {"tuple": [encode(item, nested + 1) for item in tuple.__iter__(value)]}
    if isinstance(value, dict):
        pairs = dict.items(value)
        return {"dict": [[encode(key, nested + 1), encode(item, nested + 1)] for key, item in pairs]}
    if isinstance(value, (set, frozenset)):
        return {"set": [encode(item, nested + 1) for item in value]}
    if isinstance(value, BaseException):
        return {"raised": [type(value).__name__, str(value)]}
    raise NotData(f"an object of class {type(value).__name__}")


def decode(value: Any) -> Any:
    """Return what `encode` was given; exceptions come back as `Raised`."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    [(kind, content)] = value.items()
    if kind == "float":
        return float(content)
    if kind == "bytes":
        return base64.b64decode(content)
    if kind == "tuple":
        return tuple(decode(item) for item in content)
    if kind == "dict":
        return {decode(key): decode(item) for key, item in content}
    if kind == "set":
        return {decode(item) for item in content}
    if kind == "raised":
        return Raised(*content)
    raise ValueError(f"{kind!r} is no kind of data")
