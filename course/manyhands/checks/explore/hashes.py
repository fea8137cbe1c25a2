"""Hashes that are other ones in each process that does not come by fork, which the model does not have."""

import dataclasses
import datetime
import enum
import pathlib
import sys
import types

from . import kernel

OF_TEXT = "`hash` of text, which differs between processes"
OF_AN_ADDRESS = "`hash` of an object by its address, which differs between processes"

_SALTED = (str, bytes, memoryview, datetime.date, datetime.time, enum.Enum, pathlib.PurePath)
_BY_ADDRESS = (types.BuiltinFunctionType, types.MethodType)


def hash_of(value, /):
    """``hash`` as a modelled process has it; gives the run up where processes would not agree on it."""
    differs = what_differs(value)
    if differs:
        kernel.world.give_up(differs)
    return hash(value)


def what_differs(value):
    """What a value's hash depends on that each interpreter has for itself, in words, or None.

    A hash that a class of the student's defines comes here with what it asks the hash of.
    """
    if isinstance(value, (tuple, frozenset)):
        return _first(value)
    if isinstance(value, _SALTED):
        return OF_TEXT if not isinstance(value, (str, bytes)) or value else None
    if value is None and sys.version_info >= (3, 12):
        return None
    if type(value).__hash__ is object.__hash__ or isinstance(value, _BY_ADDRESS):
        return OF_AN_ADDRESS
    if dataclasses.is_dataclass(value) and type(value).__dataclass_params__.frozen:
        fields = [field for field in dataclasses.fields(value) if field.hash or field.hash is None]
        return _first(getattr(value, field.name) for field in fields if field.compare)
    return None


def _first(values):
    return next(filter(None, map(what_differs, values)), None)
