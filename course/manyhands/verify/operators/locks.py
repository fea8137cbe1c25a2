"""Changes of what is locked, by which lock, and for how long."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, calls, changed, expression, receiver, stated, statements

JUMPS = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def lock_gone(site: Site) -> Iterator[ast.AST | list[ast.stmt]]:
    """Take no lock, or one less."""
    for item in _locks(site):
        yield _without_item(site.node, item)


def lock_of_its_own(site: Site) -> Iterator[ast.AST]:
    """Take a lock that nobody else takes."""
    for item in _locks(site):
        if not calls(site.node.body, "wait", "wait_for", "notify", "notify_all"):
            yield _with_item(site.node, item, expression("multiprocessing.Lock()"))
    if called(site.node) in {"Process", "Pool"} and not isinstance(site.parent, ast.withitem):
        for number, argument in enumerate(_handed_over(site.node)):
            if site.makers.get(ast.unparse(argument)) in {"Lock", "RLock"}:
                yield _with_argument(site.node, number, expression("multiprocessing.Lock()"))


def another_lock(site: Site) -> Iterator[ast.AST]:
    """Take the first one of a list of locks, whichever is meant."""
    for item in _locks(site):
        if isinstance(item.context_expr, ast.Subscript):
            whole = ast.unparse(item.context_expr.value)
            yield _with_item(site.node, item, expression(f"{whole}[0]"))


def locks_in_another_order(site: Site) -> Iterator[ast.AST]:
    """Take two locks in the order in which they come, or the second before the first."""
    if isinstance(site.node, ast.With) and len(_locks(site)) == 2:
        yield changed(site.node, items=site.node.items[::-1])
    if called(site.node) == "sorted" and isinstance(site.parent, ast.Assign):
        yield site.node.args[0]


def lock_narrower(site: Site) -> Iterator[list[ast.stmt]]:
    """Do the first or the last thing of a lock's block outside of it, or let go of it in between."""
    locks = _locks(site)
    if not locks or len(site.node.body) < 2 or calls(site.node.body[0], "wait", "wait_for"):
        return
    first, *rest = site.node.body
    if not isinstance(first, JUMPS):
        yield [first, changed(site.node, body=rest)]
    if len(site.node.body) > 2:
        yield [changed(site.node, body=[first]), changed(site.node, body=rest)]
    last = site.node.body[-1]
    if not (isinstance(last, JUMPS) and not _uses_others(last)):
        yield [changed(site.node, body=site.node.body[:-1]), last]


def lock_split(site: Site) -> Iterator[list[ast.stmt]]:
    """Hold the lock for the read and for the write of an update, but not in between."""
    update = site.node.body[0] if _locks(site) and len(site.node.body) == 1 else None
    if isinstance(update, ast.AugAssign):
        read = ast.Assign([ast.Name("was", ast.Store())], _loaded(update.target), lineno=0)
        write = ast.Assign([update.target], ast.BinOp(expression("was"), update.op, update.value), lineno=0)
        yield [changed(site.node, body=[read]), changed(site.node, body=[write])]


def lock_wider(site: Site) -> Iterator[ast.AST]:
    """Take the lock earlier, or keep it for longer."""
    body = getattr(site.node, "body", None)
    if not isinstance(body, list) or isinstance(site.node, ast.Module | ast.ClassDef):
        return
    for place, held in enumerate(body):
        inside = Site(held, (*site.parents, site.node))
        if not _locks(inside):
            continue
        before, after = body[:place], body[place + 1 :]
        if before and calls(before[-1]) and not _sets_what_is_used(before[-1], held.items):
            yield changed(
                site.node, body=[*before[:-1], changed(held, body=[before[-1], *held.body]), *after]
            )
        if after and calls(after[0]):
            yield changed(site.node, body=[*before, changed(held, body=[*held.body, after[0]]), *after[1:]])
        alone = isinstance(site.node, ast.For) and len(body) == 1
        if alone and not _used(held.items) & _set(site.node.target):
            yield changed(held, body=[changed(site.node, body=held.body)])


def opened_with(site: Site) -> Iterator[list[ast.stmt]]:
    """Take a lock and release it at the end only, where something may leave the block before."""
    for item in _locks(site):
        if not _may_be_left(site):
            continue
        lock = ast.unparse(item.context_expr)
        rest = _without_item(site.node, item)
        rest = rest if isinstance(rest, list) else [rest]
        yield [*statements(f"{lock}.acquire()"), *rest, *statements(f"{lock}.release()")]


def finally_gone(site: Site) -> Iterator[list[ast.stmt]]:
    """Release at the end only, where something may leave the block before."""
    node = site.node
    if isinstance(node, ast.Try) and calls(node.finalbody, "release") and _may_be_left(site):
        yield [*([changed(node, finalbody=[])] if node.handlers else node.body), *node.finalbody]


def lock_with_a_time_out(site: Site) -> Iterator[list[ast.stmt]]:
    """Wait for a lock for a while only, and go on without it."""
    for item in _locks(site):
        if len(site.node.items) > 1:
            continue
        lock = ast.unparse(item.context_expr)
        held = ast.Try(site.node.body, [], [], statements(f"{lock}.release()"))
        yield [*statements(f"{lock}.acquire(timeout=0.01)"), held]
    if stated(site.node) == "acquire" and not site.node.value.args:
        yield statements(f"{receiver(site.node.value)}.acquire(timeout=0.01)")


def released_once_more(site: Site) -> Iterator[list[ast.stmt]]:
    """Release a lock twice."""
    if stated(site.node) == "release":
        yield [site.node, site.node]
    for item in _locks(site)[:1]:
        lock = item.context_expr
        if not isinstance(lock, ast.Call) and not isinstance(site.node.body[-1], JUMPS):
            yield [site.node, *statements(f"{ast.unparse(lock)}.release()")]


def released_once_less(site: Site) -> Iterator[list[ast.stmt]]:
    """Do not release a lock, or do not take it."""
    if stated(site.node) in {"release", "acquire"}:
        yield []


def taken_twice(site: Site) -> Iterator[ast.AST]:
    """Take a lock that is held already; or make one that counts none of its owner's."""
    for item in _locks(site):
        lock = item.context_expr
        if site.makers.get(ast.unparse(lock)) in {"Lock", "Semaphore"}:
            yield changed(site.node, items=[*site.node.items, ast.withitem(lock)])
    if called(site.node) == "RLock" and _takes_several(site.parents[0]):
        yield changed(site.node, func=expression("multiprocessing.Lock"))


def another_semaphore(site: Site) -> Iterator[ast.AST]:
    """Let one more in than a lock does."""
    if called(site.node) == "Lock" and not site.node.args and _is_a_lock_of_processes(site):
        yield expression("multiprocessing.Semaphore(2)")


def _takes_several(module: ast.AST) -> bool:
    """Whether somebody takes a lock while holding another, which may be the same."""
    blocks = [node for node in ast.walk(module) if isinstance(node, ast.With)]
    inner = [node for block in blocks for each in block.body for node in ast.walk(each)]
    return any(len(block.items) > 1 or block in inner for block in blocks)


def _is_a_lock_of_processes(site: Site) -> bool:
    return receiver(site.node) in {"", "multiprocessing", "mp"}


def _locks(site: Site) -> list[ast.withitem]:
    """The items of a `with` statement that are locks."""
    if not isinstance(site.node, ast.With):
        return []
    return [item for item in site.node.items if not item.optional_vars and site.is_lock(item.context_expr)]


def _without_item(node: ast.With, item: ast.withitem) -> ast.AST | list[ast.stmt]:
    items = [each for each in node.items if each is not item]
    return changed(node, items=items) if items else node.body


def _with_item(node: ast.With, item: ast.withitem, lock: ast.expr) -> ast.AST:
    """A `with` statement with another lock in place of one of its items."""
    return changed(node, items=[ast.withitem(lock) if each is item else each for each in node.items])


def _handed_over(call: ast.Call) -> list[ast.expr]:
    """The arguments that a process or a pool's initializer is given."""
    for keyword in call.keywords:
        if keyword.arg in {"args", "initargs"} and isinstance(keyword.value, ast.Tuple):
            return keyword.value.elts
    return []


def _with_argument(call: ast.Call, number: int, new: ast.expr) -> ast.AST:
    """The call of a process or a pool with another argument handed over."""
    keywords = []
    for keyword in call.keywords:
        if keyword.arg in {"args", "initargs"}:
            elements = [new if n == number else each for n, each in enumerate(keyword.value.elts)]
            keyword = ast.keyword(keyword.arg, ast.Tuple(elements, ast.Load()))
        keywords.append(keyword)
    return changed(call, keywords=keywords)


def _may_be_left(site: Site) -> bool:
    """Whether a block may be left before its end: by a jump, or by an exception of a function handed in."""
    body = site.node.body
    jumps = [node for each in body for node in ast.walk(each) if isinstance(node, JUMPS)]
    foreign = [
        call for call in calls(body) if isinstance(call.func, ast.Name) and call.func.id in site.parameters
    ]
    return bool(jumps or foreign)


def _uses_others(node: ast.AST) -> bool:
    """Whether a statement uses more than plain names of its function."""
    return any(isinstance(each, ast.Attribute | ast.Subscript | ast.Call) for each in ast.walk(node))


def _loaded(target: ast.expr) -> ast.expr:
    return expression(ast.unparse(target))


def _set(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _used(nodes: list) -> set[str]:
    return {n.id for each in nodes for n in ast.walk(each) if isinstance(n, ast.Name)}


def _sets_what_is_used(statement: ast.stmt, nodes: list) -> bool:
    return bool(_set(statement) & _used(nodes)) or isinstance(statement, JUMPS)


OPERATORS = (
    lock_gone,
    lock_of_its_own,
    another_lock,
    locks_in_another_order,
    lock_narrower,
    lock_split,
    lock_wider,
    opened_with,
    finally_gone,
    lock_with_a_time_out,
    released_once_more,
    released_once_less,
    taken_twice,
    another_semaphore,
)
