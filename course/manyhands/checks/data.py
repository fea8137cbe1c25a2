"""Values as JSON, and back, so that nothing of an answer's is ever unpickled: a pickle could run code.

None, numbers, text, bytes, exceptions, and lists, tuples, sets and dicts of them are data; an object of a
subclass counts as one of the class. An argument may also be a function as data (`Table`) or by name (`Name`).
"""

import base64
import builtins
import copy
import json
import math
import reprlib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

NESTING = 60
EXACT = 2**53
"""From here on not every reader of JSON keeps a whole number as it is."""


class NotData(Exception):
    """A value is not plain data; the message names its type."""


class Raised(NamedTuple):
    """An exception as data: the name of its class, and its message."""

    type: str
    message: str


class _Said:
    """A value of which only a text is known."""

    def __init__(self, text: str):
        self.text = text

    def __eq__(self, other):
        return type(other) is type(self) and other.text == self.text

    def __hash__(self):
        return hash((type(self), self.text))

    def __repr__(self):
        return f"{type(self).__name__}({self.text!r})"


class Opaque(_Said):
    """A value that is not data, by its type's name; equal only to one described alike."""


class Name(_Said):
    """An argument that is a function or a class of the answer's module, by its name."""


class Table:
    """An argument that is a function, as data: for each item it gives, or raises, what the table has.

    rows: items to what is given for them; an exception of Python's own is raised. The item of a call with
        several arguments, or with none, is the tuple of these.
    together: no call of it ends before so many have begun; or, if it is a list of items, no call for one of
        these ends before calls for all of them have begun.
    watched: two calls at the same time are looked for, so it matters in which order calls begin and end.
    late: in a real run its calls end when nothing else can go on, as they do where it is watched.
    finish: its calls end one at a time, in the order of this list as far as they are at work, each when
        nobody else can go on. In the model the thread that has called the answer's function may be late: it
        need not have noticed the end before.
    hold: items whose calls never end.
    dies: items whose calls end with the process that makes them: it is killed.
    deaf: items whose calls make their process ignore the signal that `terminate` sends, from then on.
    """

    def __init__(
        self,
        rows: Mapping,
        together: int | list = 1,
        watched: bool = False,
        late: bool = False,
        finish: Sequence = (),
        hold: Collection = (),
        dies: Collection = (),
        deaf: Collection = (),
    ):
        self.rows = dict(rows)
        self.together = together
        self.watched = watched
        self.late = late
        self.finish = list(finish)
        self.hold = list(hold)
        self.dies = list(dies)
        self.deaf = list(deaf)

    def __call__(self, *arguments):
        item = arguments[0] if len(arguments) == 1 else arguments
        if item not in self.rows:
            raise ValueError(f"nobody asked for {item!r}")
        given = self.rows[item]
        if isinstance(given, Exception):
            raise type(given)(*given.args)
        return copy.deepcopy(given)

    def waits(self, item: Any) -> bool:
        """Whether the end of a call for an item waits for the beginning of others, or for ever."""
        if item in self.hold:
            return True
        return self.together > 1 if isinstance(self.together, int) else item in self.together

    def met(self, begun: Sequence) -> bool:
        """Whether those that wait for each other have begun, among the calls for these items."""
        if isinstance(self.together, int):
            return len(begun) >= self.together
        return all(item in begun for item in self.together)

    def __eq__(self, other):
        return isinstance(other, Table) and canonical(encode(self)) == canonical(encode(other))

    __hash__ = None


class _TooDeep:
    """Stands for what is nested too deep."""


def refuse(value: Any) -> Any:
    """What `encode` does by default with a value that is not data. Raises NotData."""
    if isinstance(value, _TooDeep):
        raise NotData(f"something nested more than {NESTING} deep")
    raise NotData(f"an object of class {type(value).__name__}")


def described(value: Any) -> Any:
    """What to make of a value that is not data where that must not fail: an `Opaque` that names its type."""
    kind = type(value)
    return {"opaque": f"{kind.__module__}.{kind.__qualname__}"}


def encode(value: Any, other: Callable[[Any], Any] = refuse, nested: int = 0) -> Any:
    """Return `value` as something that JSON can hold.

    other: makes something of what is not data, and of what is nested more than 60 deep.
    """
    if nested > NESTING:
        return other(_TooDeep())
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        number = int.__index__(value)
        return number if abs(number) < EXACT else {"int": hex(number)}
    if isinstance(value, float):
        number = float.__float__(value)
        return number if math.isfinite(number) else {"float": repr(number)}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if isinstance(value, list):
        return [encode(item, other, nested + 1) for item in list.__iter__(value)]
    if isinstance(value, Opaque):
        return {"opaque": value.text}
    if isinstance(value, Name):
        return {"name": value.text}
    if isinstance(value, Raised):
        return {"raised": list(value)}
    if isinstance(value, tuple):
        return {"tuple": [encode(item, other, nested + 1) for item in tuple.__iter__(value)]}
    if isinstance(value, dict):
        return {"dict": _pairs(dict.items(value), other, nested)}
    if isinstance(value, (set, frozenset)):
        kind = "set" if isinstance(value, set) else "frozenset"
        return {kind: sorted((encode(item, other, nested + 1) for item in value), key=json.dumps)}
    if isinstance(value, BaseException):
        return {"raised": [type(value).__name__, str(value)]}
    if isinstance(value, Table):
        rows = [[encode(item, other), _row(given, other)] for item, given in value.rows.items()]
        lists = (value.together, value.finish, value.hold, value.dies, value.deaf)
        return {"table": [rows, value.watched, *(encode(each, other) for each in lists)]}
    return other(value)


def _pairs(pairs, other, nested: int) -> list:
    return [[encode(key, other, nested + 1), encode(item, other, nested + 1)] for key, item in pairs]


def _row(given: Any, other: Callable[[Any], Any]) -> Any:
    if isinstance(given, Exception):
        return {"raises": [type(given).__name__, encode(list(given.args), other)]}
    return encode(given, other)


def decode(data: Any, names: Callable[[str], Any] = Name) -> Any:
    """Return what `encode` was given; an exception comes back as `Raised`.

    names: gives the values of `Name` arguments, by name. Raises ValueError for what `encode` does not write.
    """
    if isinstance(data, list):
        return [decode(item, names) for item in data]
    if not isinstance(data, dict):
        return data
    [(kind, content)] = data.items()
    if kind in KINDS:
        return KINDS[kind](content)
    if kind in SEQUENCES:
        return SEQUENCES[kind](decode(item, names) for item in content)
    if kind == "dict":
        return {decode(key, names): decode(item, names) for key, item in content}
    if kind == "name":
        return names(content)
    if kind == "table":
        rows, watched, *lists = content
        known = {decode(item, names): decode(given, names) for item, given in rows}
        together, finish, hold, dies, deaf = (decode(each, names) for each in lists)
        return Table(known, together, watched, finish=finish, hold=hold, dies=dies, deaf=deaf)
    raise ValueError(f"{kind!r} is no kind of data")


SEQUENCES = {"tuple": tuple, "set": set, "frozenset": frozenset}
KINDS = {
    "int": lambda text: int(text, 16),
    "float": float,
    "bytes": base64.b64decode,
    "opaque": Opaque,
    "raised": lambda content: Raised(*content),
    "raises": lambda content: getattr(builtins, content[0])(*decode(content[1])),
}


def shortened(text: str, most: int = 300) -> str:
    """A text, or the first of its characters where it has more than so many, and how many it has."""
    return text if len(text) <= most else f"{text[:most]} … ({len(text)} characters)"


def shown(value: Any, most: int = 300) -> str:
    """What `repr` gives; where that is long, long texts and bytes in it are cut, and then the whole."""
    text = repr(value)
    return text if len(text) <= most else shortened(_Brief().repr(value), most)


class _Brief(reprlib.Repr):
    """Cuts what is long, and no list or dict of short things."""

    def __init__(self):
        super().__init__()
        self.maxlevel = 20
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = self.maxfrozenset = 1000
        self.maxstring = self.maxother = 40


def canonical(data: Any) -> str:
    """Encoded data as text that is the same for equal values, whatever the order of a dict."""
    return json.dumps(_sorted(data))


def _sorted(data: Any) -> Any:
    if isinstance(data, list):
        return [_sorted(item) for item in data]
    if isinstance(data, dict):
        [(kind, content)] = data.items()
        content = _sorted(content)
        if kind == "table":
            return {kind: [sorted(content[0], key=json.dumps), *content[1:]]}
        return {kind: sorted(content, key=json.dumps) if kind == "dict" else content}
    return data
