"""The changes that mutants are made by, one function each: at a site, what may stand in its place.

`general` has those of any program, `calls` those of what is handed over to pools and processes, `results`
those of what comes back, `locks`, `waits`, `ends` (of processes, pools and blocks) and `errors` the others of
this field. An operator makes no mutant of which is plain that it does the same as the answer.

The general ones are few, and our own. Libraries for mutation have many more: cosmic-ray makes some twelve
mutants of each `+`, mutmut some of each text and name. Most of those crash, which shows nothing about a
check. Neither library knows what a lock is, and either brings packages to every machine that nothing else
needs.
"""

import ast
from collections.abc import Callable, Iterator

from manyhands.verify.operators import calls, ends, errors, general, locks, results, waits
from manyhands.verify.sites import Site

Operator = Callable[[Site], Iterator[ast.AST | list[ast.stmt]]]

OPERATORS: tuple[Operator, ...] = (
    *calls.OPERATORS,
    *results.OPERATORS,
    *locks.OPERATORS,
    *waits.OPERATORS,
    *ends.OPERATORS,
    *errors.OPERATORS,
    *general.OPERATORS,
)


def named(operator: Operator) -> str:
    """The name of an operator, in words."""
    return operator.__name__.replace("_", " ")
