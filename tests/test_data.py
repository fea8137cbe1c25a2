"""Values as JSON, and back."""

import json
from collections import Counter, OrderedDict, defaultdict, namedtuple
from enum import IntEnum

import pytest
from manyhands.checks.data import (
    Name,
    NotData,
    Opaque,
    Raised,
    Table,
    canonical,
    decode,
    described,
    encode,
    shown,
)

PAIR = namedtuple("Pair", "a b")(1, 2)
DATA = [
    1, 2.5, -0.0, float("inf"), "x", "\ud800", b"\x00", None, True, (1, [2]), {3}, frozenset("a"),
    {"k": {1: ()}, (1, 2): 3}, 2**80, -(2**60), 10**5000, Name("f"), Opaque("a.B"), Raised("KeyError", "'a'"),
]  # fmt: skip


def there_and_back(value, other=None):
    return decode(json.loads(json.dumps(encode(value, other) if other else encode(value))))


@pytest.mark.parametrize("value", DATA, ids=lambda value: repr(type(value).__name__))
def test_data_come_back_as_they_went(value):
    came = there_and_back(value)
    assert came == value
    assert type(came) is type(value)


def test_what_is_not_a_number_comes_back_as_that():
    assert there_and_back([float("nan")])[0] != there_and_back([float("nan")])[0]


@pytest.mark.parametrize(
    "value, plain",
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (OrderedDict(a=1), {"a": 1}),
        (defaultdict(int, b=2), {"b": 2}),
        (PAIR, (1, 2)),
        (IntEnum("E", "X").X, 1),
        (bytearray(b"x"), b"x"),
        (KeyError("a"), Raised("KeyError", "'a'")),
    ],
)
def test_objects_of_subclasses_come_back_as_plain_data(value, plain):
    came = there_and_back([value])[0]
    assert came == plain
    assert type(came) is type(plain)


def test_a_table_gives_raises_and_comes_back():
    table = there_and_back(Table({"a": [1], "b": ValueError("bad")}))
    assert table == Table({"b": ValueError("bad"), "a": [1]})
    assert table("a") == [1]
    with pytest.raises(ValueError, match="bad"):
        table("b")
    with pytest.raises(ValueError, match="nobody asked for 'c'"):
        table("c")


def test_what_is_not_data_is_refused_or_described():
    endless = []
    endless.append(endless)
    for value, name in ((lambda: None, "function"), ({1: object()}, "object"), (endless, "deep")):
        with pytest.raises(NotData, match=name):
            encode(value)
    assert there_and_back([object()], described) == [Opaque("builtins.object")]
    assert "opaque" in json.dumps(encode(endless, described))


@pytest.mark.parametrize("foreign", [{"pickle": "gASVAAAA"}, {"a": 1, "b": 2}, {}])
def test_what_was_not_written_by_encode_is_refused(foreign):
    with pytest.raises(ValueError):
        decode(foreign)


def test_equal_values_have_the_same_text_whatever_the_order():
    one, other = {"a": 1, "b": {3, 4}}, {"b": {4, 3}, "a": 1}
    assert canonical(encode(one)) == canonical(encode(other))
    assert canonical(encode(1)) != canonical(encode(True)) != canonical(encode(1.0))


def test_a_long_value_is_shown_with_what_is_short_in_it():
    short = [(1, None), (2, "x" * 20), {"b": 0, "a": b"\0"}]
    assert shown(short) == repr(short)
    [(first, large), *rest] = eval(shown([(1, bytes(10**6)), *short]))
    assert (first, rest) == (1, short)
    assert 10 < len(large) < 60
    assert len(shown(list(range(1000)))) < 400
