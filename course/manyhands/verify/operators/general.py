"""Changes that can be made to any program: edges, signs, what is left out, what comes first."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, changed, expression, stated

OF_THE_FIELD = {
    *("acquire", "release", "notify", "notify_all", "wait", "wait_for", "set", "clear"),
    *("start", "join", "close", "terminate", "shutdown", "unlink", "sleep"),
}
OTHER_COMPARISON = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OTHER_SIGN = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}


def another_comparison(site: Site) -> Iterator[ast.AST]:
    """Move a comparison's edge, or turn it round."""
    node = site.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield changed(node, ops=[OTHER_COMPARISON[type(node.ops[0])]()])


def empty_for_none(site: Site) -> Iterator[ast.AST]:
    """Take what is 0 or empty for None."""
    node = site.node
    if isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "None":
        negated = "not " * isinstance(node.ops[0], ast.Is | ast.Eq)
        yield expression(f"{negated}({ast.unparse(node.left)})")


def another_sign(site: Site) -> Iterator[ast.AST]:
    """Calculate with another sign, or one more than a division gives."""
    node = site.node
    if not isinstance(node, ast.BinOp) or _of_texts_or_lists(node):
        return
    if type(node.op) in OTHER_SIGN:
        yield changed(node, op=OTHER_SIGN[type(node.op)]())
    elif isinstance(node.op, ast.FloorDiv):
        yield expression(f"{ast.unparse(node)} + 1")
    elif isinstance(node.op, ast.Mod):
        yield node.left


def another_update(site: Site) -> Iterator[ast.AST]:
    """Set what was to be added to."""
    node = site.node
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
        yield ast.Assign([node.target], node.value, lineno=0)


def another_number(site: Site) -> Iterator[ast.AST]:
    """Write 1 for 0, 2 for 1, and a whole number that is one less for any other."""
    node = site.node
    if isinstance(node, ast.Constant) and type(node.value) is int and not _is_no_amount(site):
        yield ast.Constant(node.value - 1 if node.value > 1 else node.value + 1)


def another_condition(site: Site) -> Iterator[ast.AST]:
    """Turn a condition round, or ask for the one thing or the other of two."""
    node = site.node
    if isinstance(node, ast.BoolOp):
        yield changed(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        yield from node.values
    elif isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.Compare | ast.BoolOp):
        yield changed(node, test=ast.UnaryOp(ast.Not(), node.test))


def statement_gone(site: Site) -> Iterator[list[ast.stmt]]:
    """Leave out a call, an update, or what is stored in an attribute or at an index."""
    node = site.node
    a_call = isinstance(node, ast.Expr) and stated(node) and stated(node) not in OF_THE_FIELD
    if a_call or isinstance(node, ast.AugAssign) or _stores_elsewhere(site):
        yield []


def one_left_out(site: Site) -> Iterator[ast.AST]:
    """Leave out the last one that a loop goes through, or the first one of a list that is made."""
    node = site.node
    if isinstance(node, ast.For) and not any(stated(each) == "start" for each in node.body):
        yield changed(node, iter=expression(f"list({ast.unparse(node.iter)})[:-1]"))
    elif isinstance(node, ast.comprehension) and isinstance(site.parent, ast.ListComp):
        yield changed(node, iter=expression(f"list({ast.unparse(node.iter)})[1:]"))


def another_jump(site: Site) -> Iterator[ast.AST]:
    """Leave a loop instead of going on with it, or the other way round."""
    if isinstance(site.node, ast.Break):
        yield ast.Continue()
    elif isinstance(site.node, ast.Continue):
        yield ast.Break()


def list_for_tuple(site: Site) -> Iterator[ast.AST]:
    """Give a list where a tuple was asked for."""
    if _is_a_row(site):
        yield ast.List(site.node.elts, ast.Load())


def sorted_result(site: Site) -> Iterator[ast.AST]:
    """Return the results in the order of their size."""
    node = site.node
    if not isinstance(node, ast.Return) or node.value is None:
        return
    if isinstance(node.value, ast.ListComp) or called(node.value) in {"list", "map", "starmap"}:
        yield changed(node, value=expression(f"sorted({ast.unparse(node.value)})"))


def statements_swapped(site: Site) -> Iterator[ast.AST]:
    """Do two neighbouring statements in the other order, where one touches what the other changes."""
    body = getattr(site.node, "body", None)
    if not isinstance(body, list) or isinstance(site.node, ast.Module | ast.ClassDef):
        return
    for place, (first, second) in enumerate(zip(body, body[1:], strict=False)):
        if _depend(first, second):
            yield changed(site.node, body=[*body[:place], second, first, *body[place + 2 :]])


def _of_texts_or_lists(node: ast.BinOp) -> bool:
    kinds = (ast.List, ast.ListComp, ast.JoinedStr)
    sides = (node.left, node.right)
    return any(isinstance(s, kinds) or isinstance(getattr(s, "value", None), str | bytes) for s in sides)


def _stores_elsewhere(site: Site) -> bool:
    """Whether a statement only stores in attributes and at indices, and makes no object with them."""
    if not isinstance(site.node, ast.Assign) or not site.function or site.function.name == "__init__":
        return False
    return all(isinstance(target, ast.Attribute | ast.Subscript) for target in site.node.targets)


def _is_no_amount(site: Site) -> bool:
    """Whether a number has a sign, or says how long to sleep, or how many items a chunk has."""
    parent = site.parent
    if isinstance(parent, ast.keyword):
        return parent.arg in {"chunksize", "timeout"}
    return isinstance(parent, ast.UnaryOp) or called(parent) == "sleep"


def _is_a_row(site: Site) -> bool:
    """Whether a tuple is appended, an element of a list, or returned with what a call gave."""
    node, parent = site.node, site.parent
    if not isinstance(node, ast.Tuple) or not isinstance(node.ctx, ast.Load) or len(node.elts) < 2:
        return False
    if isinstance(parent, ast.Call):
        return called(parent) == "append"
    if isinstance(parent, ast.ListComp):
        return not isinstance(site.parents[-2], ast.Call | ast.keyword)
    kinds = [type(element) for element in node.elts]
    return isinstance(parent, ast.Return) and ast.Call in kinds and ast.Tuple not in kinds


def _depend(first: ast.stmt, second: ast.stmt) -> bool:
    """Whether it matters in which order two statements stand, and neither makes a name for the other."""
    fixed = (ast.Return, ast.Raise, ast.Break, ast.Continue, ast.FunctionDef, ast.Global, ast.Import)
    if any(isinstance(each, fixed) or stated(each) == "append" for each in (first, second)):
        return False
    if _local(first) & _read(second):
        return False
    return bool(_changed(first) & (_read(second) | _changed(second)) or _changed(second) & _read(first))


def _local(statement: ast.stmt) -> set[str]:
    """The plain names that a statement sets."""
    return {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _read(statement: ast.stmt) -> set[str]:
    """The names, attributes and items that a statement uses."""
    return {ast.unparse(n) for n in ast.walk(statement) if isinstance(n, ast.Name | ast.Attribute)}


def _changed(statement: ast.stmt) -> set[str]:
    """The names and attributes that a statement sets, or whose methods it calls for what these do."""
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(ast.unparse(node))
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            found.add(ast.unparse(node.value))
        elif isinstance(node, ast.Expr) and isinstance(getattr(node.value, "func", None), ast.Attribute):
            found.add(ast.unparse(node.value.func.value))
    return found


OPERATORS = (
    another_comparison,
    empty_for_none,
    another_sign,
    another_update,
    another_number,
    another_condition,
    statement_gone,
    one_left_out,
    another_jump,
    list_for_tuple,
    sorted_result,
    statements_swapped,
)
