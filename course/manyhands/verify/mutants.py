"""Answers with one thing changed."""

import ast
import copy
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from manyhands.verify.operators import OPERATORS, Operator, named
from manyhands.verify.sites import Site, sites

IMPORTED = {
    *(
        "concurrent.futures",
        "copy",
        "itertools",
        "multiprocessing",
        "multiprocessing.pool",
        "threading",
        "time",
    )
}
"""Modules that an operator may use by their whole names: they are imported where it does."""


@dataclass(frozen=True)
class Mutant:
    """An answer with one thing changed: by which operator, at which line of the answer.

    base, text: the answer and its mutant in the form of `ast.unparse`, in which the way an answer is laid
    out does not matter.
    """

    answer: str
    operator: str
    line: int
    base: str
    text: str

    @cached_property
    def before(self) -> str:
        """The lines of the answer that are not in the mutant, each without its indentation."""
        return self._lines("-")

    @cached_property
    def after(self) -> str:
        """The lines of the mutant that are not in the answer, each without its indentation."""
        return self._lines("+")

    @cached_property
    def above(self) -> str:
        """The line of the answer above the first that has changed, without its indentation."""
        lines = self.diff(around=1)[2:]
        changed = next(n for n, line in enumerate(lines) if line[0] in "+-")
        return lines[changed - 1][1:].strip() if changed > 1 else ""

    def diff(self, around: int = 3) -> list[str]:
        """The unified diff, with so many lines around what has changed."""
        base, text = self.base.splitlines(), self.text.splitlines()
        return list(difflib.unified_diff(base, text, self.answer, self.operator, n=around, lineterm=""))

    def _lines(self, sign: str) -> str:
        lines = self.diff(around=0)[2:]
        return "\n".join(line[1:].strip() for line in lines if line.startswith(sign))


def canonical(text: str) -> str:
    """A module's text as `ast.unparse` gives it: without comments, in one layout."""
    return ast.unparse(ast.parse(text))


def mutants(
    answer: str,
    text: str,
    given: frozenset[str] = frozenset(),
    operators: Iterable[Operator] = OPERATORS,
) -> Iterator[Mutant]:
    """The mutants of an answer, each once; none has the text of the answer.

    answer: the name of its file. given: see `sites`.
    """
    tree = ast.parse(text)
    base = ast.unparse(tree)
    seen = {base}
    order = {id(node): number for number, node in enumerate(ast.walk(tree))}
    for site in sites(tree, given):
        for operator in operators:
            for new in operator(site):
                mutated = _with(tree, order[id(site.node)], new)
                if mutated not in seen:
                    seen.add(mutated)
                    yield Mutant(answer, named(operator), _line(site), base, mutated)


def does_not_compile(mutant: Mutant) -> str:
    """Why a mutant is no module; nothing if it is one."""
    try:
        compile(mutant.text, mutant.answer, "exec")
    except SyntaxError as error:
        return str(error)
    return ""


def _with(tree: ast.Module, number: int, new: ast.AST | list[ast.stmt]) -> str:
    """The text of a module with something else in place of one of its nodes, counted as `ast.walk` does."""
    tree = copy.deepcopy(tree)
    old = next(node for at, node in enumerate(ast.walk(tree)) if at == number)
    tree = _Put(old, new).visit(tree)
    for node in ast.walk(tree):
        if isinstance(getattr(node, "body", None), list) and not node.body:
            node.body = [ast.Pass()]
        if isinstance(node, ast.Try) and not (node.handlers or node.finalbody):
            node.finalbody = [ast.Pass()]
    _import_what_is_used(ast.fix_missing_locations(tree), new)
    return ast.unparse(tree)


class _Put(ast.NodeTransformer):
    """Puts something else in place of one node."""

    def __init__(self, old: ast.AST, new: ast.AST | list[ast.stmt]):
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST | list[ast.stmt]:
        return self.new if node is self.old else self.generic_visit(node)


def _import_what_is_used(tree: ast.Module, new: ast.AST | list[ast.stmt]) -> None:
    """Add to a module the imports that what is new in it needs."""
    nodes = [inner for each in (new if isinstance(new, list) else [new]) for inner in ast.walk(each)]
    owners = {ast.unparse(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    for module in sorted(owners.intersection(IMPORTED)):
        line = ast.Import([ast.alias(module)])
        if ast.unparse(line) not in map(ast.unparse, tree.body):
            after = 1 if ast.get_docstring(tree) else 0
            tree.body.insert(after, line)


def _line(site: Site) -> int:
    """The line of the answer at which a site stands."""
    around = (site.node, *reversed(site.parents))
    return next((node.lineno for node in around if hasattr(node, "lineno")), 1)
