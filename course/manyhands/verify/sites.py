"""The nodes of an answer at which something can be changed, and what stands around each."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOCKS = {"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "get_lock"}
MADE_OF_OTHERS = {
    "Pool",
    "ThreadPool",
    "ProcessPoolExecutor",
    "ThreadPoolExecutor",
    "Manager",
    "SharedMemory",
}


@dataclass(frozen=True)
class Site:
    """One node of an answer, with the nodes that it stands in, from the module down to its parent."""

    node: ast.AST
    parents: tuple[ast.AST, ...]

    @property
    def parent(self) -> ast.AST | None:
        """The node that it stands in; None for the module."""
        return self.parents[-1] if self.parents else None

    @cached_property
    def function(self) -> ast.FunctionDef | None:
        """The innermost function that it stands in; None at the top of the module."""
        inside = (node for node in reversed(self.parents) if isinstance(node, FUNCTIONS))
        return next(inside, None)

    @cached_property
    def parameters(self) -> set[str]:
        """The names of the parameters of the function that it stands in."""
        if self.function is None:
            return set()
        arguments = self.function.args
        return {each.arg for each in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}

    @cached_property
    def makers(self) -> dict[str, str]:
        """Which class or function has made what stands under a name, such as «pool»: «Pool»."""
        made = {}
        for node in ast.walk(self.parents[0] if self.parents else self.node):
            if isinstance(node, ast.Assign):
                pairs = [(target, node.value) for target in node.targets]
            elif isinstance(node, ast.withitem) and node.optional_vars:
                pairs = [(node.optional_vars, node.context_expr)]
            else:
                continue
            made |= {ast.unparse(target): called(value) for target, value in pairs if called(value)}
        return made

    def is_lock(self, expression: ast.expr) -> bool:
        """Whether an expression that a `with` enters is a lock, or something that is taken like one."""
        if isinstance(expression, ast.Call):
            return called(expression) in LOCKS
        return self.makers.get(ast.unparse(expression)) not in MADE_OF_OTHERS


def sites(tree: ast.Module, given: frozenset[str] = frozenset()) -> Iterator[Site]:
    """Every node that may be changed. Docstrings, annotations, decorators, names of processes may not.

    given: the texts of functions and classes that are not the student's own, as `ast.unparse` gives them.
    """
    yield Site(tree, ())
    for statement in tree.body:
        if ast.unparse(statement) not in given:
            yield from _below(statement, (tree,))


def _below(node: ast.AST, parents: tuple[ast.AST, ...]) -> Iterator[Site]:
    yield Site(node, parents)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or _names_a_process(node):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _below(child, (*parents, node))


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names_a_process(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg == "name"


# ---- what a node is


def called(node: ast.AST | None) -> str:
    """The last name of the function that a call calls, such as «get_lock»; nothing if it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def stated(node: ast.AST) -> str:
    """The last name of the function that is called by a statement which is but a call."""
    return called(node.value) if isinstance(node, ast.Expr) else ""


def receiver(call: ast.Call) -> str:
    """The text of the object whose method is called."""
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def calls(node: ast.AST | list, *names: str) -> list[ast.Call]:
    """The calls in a node, or in several, of functions with these last names; of any without names."""
    nodes = node if isinstance(node, list) else [node]
    found = [inner for each in nodes for inner in ast.walk(each) if isinstance(inner, ast.Call)]
    return [call for call in found if not names or called(call) in names]


# ---- what is put in its place


def expression(text: str) -> ast.expr:
    """An expression of this text."""
    return ast.parse(text, mode="eval").body


def statements(text: str) -> list[ast.stmt]:
    """Statements of this text."""
    return ast.parse(text).body


def changed(node: ast.AST, **fields) -> ast.AST:
    """A copy of a node with other fields."""
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})


def without(nodes: list, *left_out: ast.AST) -> list:
    """The nodes of a list but some."""
    return [node for node in nodes if not any(node is other for other in left_out)]
