"""Changes of what is handed over to pools, executors and processes, and of who does the work."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, calls, changed, expression, receiver, stated, statements

POOLS = {"Pool", "ProcessPoolExecutor"}
SIZED = {*POOLS, "Semaphore", "BoundedSemaphore", "Barrier", "range", "get", "result", "wait", "join"}
MAPS = {"map", "imap", "imap_unordered", "starmap", "map_async", "starmap_async"}
IN_THREADS = {
    "Pool": "multiprocessing.pool.ThreadPool",
    "Process": "threading.Thread",
    "ProcessPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
}
ANOTHER_MAP = {
    "map": ["list({0}.imap_unordered({1}))"],
    "imap": ["{0}.imap_unordered({1})"],
    "imap_unordered": ["{0}.imap({1})"],
    "starmap": ["{0}.map({1})"],
}
NAMED_AND_MEANT = {"chunksize", "callback", "error_callback", "timeout", "maxtasksperchild", "mp_context"}
SMALLER = {"q": ["i", "B"], "l": ["i", "B"], "Q": ["I", "B"], "L": ["I", "B"]}


def constant_for_parameter(site: Site) -> Iterator[ast.AST]:
    """Use a 2 where a parameter gives a number."""
    if _is_a_number_given(site):
        yield ast.Constant(2)


def one_more(site: Site) -> Iterator[ast.AST]:
    """Use one more than a parameter says."""
    if _is_a_number_given(site) and called(site.parent) not in {"get", "result", "wait", "join"}:
        yield expression(f"{site.node.id} + 1")


def argument_dropped(site: Site) -> Iterator[ast.AST]:
    """Leave out an argument for which there is a default."""
    node = site.node
    if not isinstance(node, ast.Call):
        return
    for keyword in node.keywords:
        if keyword.arg in NAMED_AND_MEANT and not isinstance(keyword.value, ast.Constant):
            yield changed(node, keywords=[each for each in node.keywords if each is not keyword])
    kept = {**dict.fromkeys(POOLS, 0), **dict.fromkeys(MAPS, 2)}.get(called(node))
    if called(node) in {"get", "result", "wait"} and _is_a_parameter(site, node.args[-1:]):
        kept = 0
    if kept is not None and len(node.args) > kept and not _is_an_executor(site, receiver(node)):
        yield changed(node, args=node.args[:-1])


def another_map(site: Site) -> Iterator[ast.AST]:
    """Call another of a pool's maps, which gives results in another order or takes other items."""
    node = site.node
    if not isinstance(node, ast.Call) or not receiver(node) or isinstance(site.parent, ast.Expr):
        return
    if not _of_one_item(node) and not _is_an_executor(site, receiver(node)):
        arguments = ", ".join(map(ast.unparse, [*node.args, *node.keywords]))
        for shape in ANOTHER_MAP.get(called(node), []):
            yield expression(shape.format(receiver(node), arguments))


def one_chunk(site: Site) -> Iterator[ast.AST]:
    """Hand over all items as one chunk, or each as one."""
    node = site.node
    if not isinstance(node, ast.Call) or called(node) not in MAPS or len(node.args) < 2 or not receiver(node):
        return
    if _of_one_item(node):
        return
    others = [keyword for keyword in node.keywords if keyword.arg != "chunksize"]
    by_place = len(node.args) > 2 and not _is_an_executor(site, receiver(node))
    given = by_place or len(others) < len(node.keywords)
    for size in (1, 1000) if given else (1000,):
        chunk = ast.keyword("chunksize", ast.Constant(size))
        yield changed(node, args=node.args[:2] if by_place else node.args, keywords=[*others, chunk])


def one_after_another(site: Site) -> Iterator[ast.AST]:
    """Wait for each task before the next one is handed over."""
    node = site.node
    wait = {"apply_async": "wait", "submit": "exception"}.get(called(node))
    if isinstance(site.parent, ast.Attribute) or _waited_for_at_once(site):
        return
    if wait and not isinstance(site.parent, ast.Expr):
        yield expression(f"(task := {ast.unparse(node)}, task.{wait}())[0]")
    elif wait:
        yield expression(f"{ast.unparse(node)}.{wait}()")


def called_in_the_parent(site: Site) -> Iterator[ast.AST]:
    """Do the work in the parent, and have a worker only hand back what came."""
    node = site.node
    if not isinstance(node, ast.Call) or not receiver(node) or len(node.args) < 2:
        return
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return
    function, items, *rest = map(ast.unparse, node.args)
    pool, name = receiver(node), called(node)
    if name in {"map", "imap", "imap_unordered"} and not rest:
        yield expression(f"{pool}.{name}(copy.copy, [{function}(item) for item in {items}])")
    elif name in {"starmap", "starmap_async"} and not rest:
        plain = name.removeprefix("star")
        yield expression(f"{pool}.{plain}(copy.copy, [{function}(*item) for item in {items}])")
    elif name in {"apply", "apply_async"} and not rest:
        yield changed(node, args=[expression("copy.copy"), expression(f"({function}(*{items}),)")])
    elif name == "submit":
        arguments = ", ".join([items, *rest])
        yield changed(node, args=[expression("copy.copy"), expression(f"{function}({arguments})")])


def run_in_the_parent(site: Site) -> Iterator[ast.AST]:
    """Run what processes were to do in the parent, one after the other."""
    node = site.node
    if not isinstance(node, ast.FunctionDef) or not (calls(node, "start") and calls(node, "join")):
        return
    yield _Parent().visit(ast.parse(ast.unparse(node)).body[0])


def threads_for_processes(site: Site) -> Iterator[ast.AST]:
    """Use threads of the parent instead of processes."""
    name = called(site.node)
    if name in IN_THREADS:
        kept = [keyword for keyword in site.node.keywords if keyword.arg != "mp_context"]
        yield changed(site.node, func=expression(IN_THREADS[name]), keywords=kept)


def one_for_each_item(site: Site) -> Iterator[ast.AST]:
    """Start a pool of its own for each round of a loop that stands in the pool's block."""
    node = site.node
    if not isinstance(node, ast.With) or called(node.items[0].context_expr) not in POOLS:
        return
    for place, inner in enumerate(node.body):
        if isinstance(inner, ast.For):
            loop = changed(inner, body=[changed(node, body=inner.body)])
            yield [*node.body[:place], loop, *node.body[place + 1 :]]


def smaller_type(site: Site) -> Iterator[ast.AST]:
    """Keep shared numbers in fewer bits."""
    node = site.node
    if called(node) not in {"Value", "Array", "RawValue", "RawArray"} or _of_a_manager(site):
        return
    if isinstance(node.args[0], ast.Constant):
        for code in SMALLER.get(node.args[0].value, []):
            yield changed(node, args=[ast.Constant(code), *node.args[1:]])


class _Parent(ast.NodeTransformer):
    """Has processes run where they would be started, and joins nobody."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        if stated(node) == "join":
            return statements("pass")
        if stated(node) == "start":
            return statements(f"{receiver(node.value)}.run()")
        return node


def _is_a_number_given(site: Site) -> bool:
    """Whether a node is a parameter that is used as a number: counted with, or as a size or a time."""
    node = site.node
    if not isinstance(node, ast.Name) or node.id not in site.parameters or isinstance(node.ctx, ast.Store):
        return False
    parent = site.parent
    if isinstance(parent, ast.keyword):
        return parent.arg in {"chunksize", "timeout", "max_workers", "processes"}
    if isinstance(parent, ast.BinOp | ast.Compare):
        return not isinstance(getattr(parent, "op", None), ast.Add)
    if isinstance(parent, ast.Call):
        if called(parent) in MAPS:
            return len(parent.args) > 2 and node is parent.args[2]
        return called(parent) in SIZED and node is not parent.func
    return False


def _of_one_item(node: ast.Call) -> bool:
    """Whether a map is given a list with a single item."""
    return len(node.args) > 1 and isinstance(node.args[1], ast.List) and len(node.args[1].elts) == 1


def _waited_for_at_once(site: Site) -> bool:
    """Whether the same round of a loop that hands a task over waits for it."""
    loop = next((node for node in reversed(site.parents) if isinstance(node, ast.For)), None)
    if loop is None or not isinstance(site.parent, ast.Assign):
        return False
    waits = calls(loop.body, "get", "result", "exception", "wait")
    return any(receiver(call) == ast.unparse(site.parent.targets[0]) for call in waits)


def _of_a_manager(site: Site) -> bool:
    return site.makers.get(receiver(site.node)) == "Manager"


def _is_an_executor(site: Site, name: str) -> bool:
    return "Executor" in site.makers.get(name, "")


def _is_a_parameter(site: Site, nodes: list[ast.expr]) -> bool:
    return bool(nodes) and all(isinstance(node, ast.Name) and node.id in site.parameters for node in nodes)


OPERATORS = (
    constant_for_parameter,
    one_more,
    argument_dropped,
    another_map,
    one_chunk,
    one_after_another,
    called_in_the_parent,
    run_in_the_parent,
    threads_for_processes,
    one_for_each_item,
    smaller_type,
)
