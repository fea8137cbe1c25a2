"""``struct`` as a modelled process has it: what it packs into shared memory, or unpacks there, is a step."""

import struct
import types

from .. import kernel
from .views import View


class Struct(struct.Struct):
    """``struct.Struct``, whose methods know the model's ``memoryview``."""

    def pack_into(self, buffer, offset, *values):
        pack, view = super().pack_into, seen(buffer)
        if view is None:
            return pack(buffer, offset, *values)
        detail = values[0] if len(values) == 1 else values
        return view.change_at(offset, self.size, lambda real: pack(real, offset, *values), detail)

    def unpack_from(self, buffer, offset=0):
        unpack, view = super().unpack_from, seen(buffer)
        if view is None:
            return unpack(buffer, offset)
        return view.look_at(offset, self.size, lambda real: unpack(real, offset))

    def iter_unpack(self, buffer):
        if seen(buffer) is not None:
            kernel.world.give_up("struct.iter_unpack of shared memory")
        return super().iter_unpack(buffer)


def seen(buffer):
    """The model's view of an object in shared memory, or None if it is not there."""
    return View(buffer) if getattr(type(buffer), "_seen", None) is not None else None


def pack_into(format, buffer, offset, *values):
    return Struct(format).pack_into(buffer, offset, *values)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)


def module():
    """``struct``, with these in the place of Python's own."""
    face = types.ModuleType("struct")
    face.__dict__.update({key: value for key, value in vars(struct).items() if not key.startswith("__")})
    face.__dict__.update(Struct=Struct, pack_into=pack_into, unpack_from=unpack_from, iter_unpack=iter_unpack)
    return face
