"""A sentinel as Python 3.15 makes it: pickled by name, so at a module's top."""

import builtins

STOP = builtins.sentinel("STOP")
