"""Changes of which errors are caught, and of what is told of them."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, changed, expression, without

EVERY = {"Exception", "BaseException"}


def narrower_except(site: Site) -> Iterator[ast.AST]:
    """Catch errors of one kind only, or not those of another."""
    node = site.node
    if not isinstance(node, ast.ExceptHandler):
        return
    if node.type is None or ast.unparse(node.type) in EVERY:
        yield changed(node, type=expression("ValueError"))
        yield changed(node, type=expression("(ArithmeticError, LookupError, OSError, ValueError)"))
    elif isinstance(node.type, ast.Tuple):
        for kind in node.type.elts:
            yield changed(node, type=kind)


def another_except(site: Site) -> Iterator[ast.AST]:
    """Catch the built-in TimeoutError in place of another."""
    node = site.node
    caught = ast.unparse(node.type) if isinstance(node, ast.ExceptHandler) and node.type else ""
    if "TimeoutError" in caught and caught != "TimeoutError":
        yield changed(node, type=expression("TimeoutError"))


def wider_except(site: Site) -> Iterator[ast.AST]:
    """Catch every error, where only some were to be caught."""
    node = site.node
    if isinstance(node, ast.ExceptHandler) and node.type and ast.unparse(node.type) not in EVERY:
        yield changed(node, type=expression("Exception"))


def nothing_caught(site: Site) -> Iterator[list[ast.stmt] | ast.AST]:
    """Catch one kind of errors less."""
    node = site.node
    if isinstance(node, ast.Try):
        for handler in node.handlers:
            rest = without(node.handlers, handler)
            if rest:
                yield changed(node, handlers=rest)
            elif node.finalbody:
                yield changed(node, handlers=[], orelse=[], body=[*node.body, *node.orelse])
            else:
                yield [*node.body, *node.orelse]


def another_order_of_excepts(site: Site) -> Iterator[ast.AST]:
    """Ask for the kinds of errors in the other order."""
    handlers = getattr(site.node, "handlers", [])
    if len(handlers) > 1 and all(handler.type for handler in handlers):
        yield changed(site.node, handlers=handlers[::-1])


def another_message(site: Site) -> Iterator[ast.AST]:
    """Tell of an error more, or only its first argument."""
    node = site.node
    if called(node) == "str" and len(node.args) == 1 and isinstance(node.args[0], ast.Name | ast.Call):
        error = ast.unparse(node.args[0])
        if isinstance(node.args[0], ast.Name) or called(node.args[0]) == "exception":
            yield expression(f"repr({error})")
            yield expression(f"{error}.args[0]")


OPERATORS = (
    narrower_except,
    another_except,
    wider_except,
    nothing_caught,
    another_order_of_excepts,
    another_message,
)
