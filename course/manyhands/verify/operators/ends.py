"""Changes of how and when processes, pools and blocks come to their end."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, calls, changed, receiver, stated, statements, without

OWNERS = {"Pool", "ProcessPoolExecutor", "ThreadPoolExecutor"}
ENDINGS = {"join", "close", "unlink", "terminate", "shutdown"}


def end_gone(site: Site) -> Iterator[list[ast.stmt]]:
    """Do not join, close, end or unlink."""
    if stated(site.node) in ENDINGS and not _ends_anyway(site):
        yield []


def unlinked_twice(site: Site) -> Iterator[list[ast.stmt]]:
    """Unlink a block once more."""
    if stated(site.node) == "unlink":
        yield [site.node, site.node]


def unlinked_by_each(site: Site) -> Iterator[list[ast.stmt]]:
    """Unlink a block in each process that closes it."""
    if stated(site.node) == "close" and site.function and not calls(site.function, "unlink"):
        block = receiver(site.node.value)
        if site.makers.get(block) == "SharedMemory":
            yield [site.node, *statements(f"{block}.unlink()")]


def unlinked_too_early(site: Site) -> Iterator[list[ast.stmt]]:
    """Unlink a block before the others are done with it."""
    node = site.node
    unlinks = [each for each in getattr(node, "finalbody", []) if stated(each) == "unlink"]
    if unlinks:
        body = [*node.body[:1], *unlinks, *node.body[1:]]
        yield [changed(node, body=body, finalbody=without(node.finalbody, *unlinks) or [ast.Pass()])]


def joined_at_once(site: Site) -> Iterator[ast.AST]:
    """Do in one loop what was done in two, such as to start and to join."""
    body = getattr(site.node, "body", None)
    if not isinstance(body, list):
        return
    for place, (first, second) in enumerate(zip(body, body[1:], strict=False)):
        loops = isinstance(first, ast.For) and isinstance(second, ast.For)
        if loops and ast.unparse(first.iter) == ast.unparse(second.iter):
            same = ast.unparse(first.target) == ast.unparse(second.target)
            take = [] if same else [ast.Assign([second.target], _loaded(first.target), lineno=0)]
            loop = changed(first, body=[*first.body, *take, *second.body])
            yield changed(site.node, body=[*body[:place], loop, *body[place + 2 :]])


def left_open(site: Site) -> Iterator[list[ast.stmt]]:
    """Leave a pool running, which its block would end."""
    node = site.node
    if _is_a_block_of_a_pool(node) and not calls(node.body, "join", "shutdown"):
        [item] = node.items
        yield [ast.Assign([item.optional_vars], item.context_expr, lineno=0), *node.body]


def left_at_once(site: Site) -> Iterator[list[ast.stmt]]:
    """Leave the block of a pool, which ends it at once, before the results are fetched."""
    node = site.node
    if _is_a_block_of_a_pool(node) and len(node.body) > 1 and calls(node.body[-1], *_METHODS):
        if called(node.items[0].context_expr) != "Pool":
            return
        yield [changed(node, body=node.body[:-1]), node.body[-1]]


def ended_on_the_straight_path_only(site: Site) -> Iterator[list[ast.stmt]]:
    """Wait for all tasks at the end of a pool's block, where time-outs say that not all are waited for."""
    node = site.node
    if _is_a_block_of_a_pool(node) and _has_time_outs(node):
        name = ast.unparse(node.items[0].optional_vars)
        pool = ast.Assign([node.items[0].optional_vars], node.items[0].context_expr, lineno=0)
        body, last = node.body, []
        if isinstance(body[-1], ast.Return):
            body, last = body[:-1], [body[-1]]
        if not calls(last, *_METHODS):
            yield [pool, *body, *statements(f"{name}.close()\n{name}.join()"), *last]


def not_waited_for(site: Site) -> Iterator[ast.AST]:
    """Shut an executor down without waiting."""
    if called(site.node) == "shutdown" and not site.node.keywords:
        yield changed(site.node, keywords=[ast.keyword("wait", ast.Constant(False))])


def closed_and_terminated(site: Site) -> Iterator[ast.AST]:
    """End a pool at once where it was closed, or close it where it was ended."""
    other = {"close": "terminate", "terminate": "close"}.get(called(site.node))
    if not other or site.makers.get(receiver(site.node)) != "Pool" or site.function is None:
        return
    if _has_time_outs(site.function) or not calls(site.function, *_METHODS):
        yield changed(site.node, func=changed(site.node.func, attr=other))


_METHODS = ("get", "map", "imap", "imap_unordered", "starmap", "apply", "result")


def _is_a_block_of_a_pool(node: ast.AST) -> bool:
    if not isinstance(node, ast.With) or len(node.items) != 1 or not node.items[0].optional_vars:
        return False
    return called(node.items[0].context_expr) in OWNERS


def _has_time_outs(node: ast.AST) -> bool:
    """Whether results are waited for with time-outs that somebody gives."""
    waits = calls(node, "get", "result", "wait")
    given = [each for call in waits for each in [*call.args, *(keyword.value for keyword in call.keywords)]]
    return not all(isinstance(each, ast.Constant) for each in given)


def _ends_anyway(site: Site) -> bool:
    """Whether something else brings the end about: a pool's block, or what is done to it beside.

    A pool that is terminated waits for its workers by itself.
    """
    ended = receiver(site.node.value)
    if stated(site.node) == "join" and site.makers.get(ended) == "Pool":
        terminated = calls(site.function or site.parents[0], "terminate")
        return any(receiver(call) == ended for call in terminated) or _in_its_block(site, ended)
    return _in_its_block(site, ended)


def _in_its_block(site: Site, ended: str) -> bool:
    """Whether an end stands in the block that brings it about, after all results have been fetched."""
    blocks = [node for node in site.parents if _is_a_block_of_a_pool(node)]
    own = [node for node in blocks if ast.unparse(node.items[0].optional_vars) == ended]
    return bool(own) and bool(calls(own[0].body, *_METHODS))


def _loaded(target: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(target), mode="eval").body


OPERATORS = (
    end_gone,
    unlinked_twice,
    unlinked_by_each,
    unlinked_too_early,
    joined_at_once,
    left_open,
    left_at_once,
    ended_on_the_straight_path_only,
    not_waited_for,
    closed_and_terminated,
)
