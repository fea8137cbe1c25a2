"""What stands for something that the model does not have: it may be imported; using it gives the run up."""

from .. import kernel


class Guarded:
    """Something whose insides, the names that begin with ``_``, the model does not have."""

    def __getattr__(self, name):
        if name.startswith("__") or not name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        kernel.world.give_up(f"{type(self).__name__}.{name}")


class Unmodelled:
    """Stands for something that the model does not have: using it gives the run up."""

    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        kernel.world.give_up(self._name)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Unmodelled(f"{self._name}.{name}")

    def __enter__(self):
        kernel.world.give_up(self._name)

    def __exit__(self, *error):
        pass

    def __or__(self, other):
        return self

    __ror__ = __getitem__ = __or__

    def __mro_entries__(self, bases):
        return (_UnmodelledClass(self._name, (), {"__init__": self.__call__}),)


class _UnmodelledClass(type):
    """Stands for a class that the model does not have, and for those derived from it."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        kernel.world.give_up(f"{cls.__mro__[-2].__name__}.{name}")
