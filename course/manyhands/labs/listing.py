"""Show a function's source as it stands in its module, so that no lecture types it twice."""

import inspect
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter

from IPython.display import Markdown

# Exported to HTML, a Markdown output would show its code in the font of the text.
MONOSPACE = '<div style="font-family: monospace">'


def listing(*functions: Callable) -> Markdown:
    """The source of functions or classes in the order given, each under its module's name.

    Raises OSError if the source cannot be found, as ``inspect.getsource`` does.
    """
    groups = groupby(functions, key=attrgetter("__module__"))
    return Markdown("\n\n".join(_of_one_module(module, group) for module, group in groups))


def _of_one_module(module: str, functions: Iterable[Callable]) -> str:
    sources = "\n\n".join(inspect.getsource(function).rstrip() for function in functions)
    return f"*From* `{module}`:\n\n{MONOSPACE}\n\n```python\n{sources}\n```\n\n</div>"
