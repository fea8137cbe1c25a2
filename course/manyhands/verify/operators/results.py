"""Changes of how results come back: in which order, in which form, on which way."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, calls, changed, expression, receiver, statements


def order_of_submission(site: Site) -> Iterator[ast.AST]:
    """Take futures as they were submitted, not as they complete."""
    if called(site.node) == "as_completed":
        yield site.node.args[0]


def order_of_finishing(site: Site) -> Iterator[ast.AST]:
    """Take results as they come, not as they were asked for."""
    node = site.node
    if not isinstance(node, ast.ListComp) or len(node.generators) != 1:
        return
    if called(node.elt) == "result" and isinstance(node.generators[0].iter, ast.Name):
        futures = node.generators[0].iter.id
        loop = changed(node.generators[0], iter=expression(f"concurrent.futures.as_completed({futures})"))
        yield changed(node, generators=[loop])
    elif called(node.elt) == "get" and receiver(node.elt) == ast.unparse(node.generators[0].target):
        tasks = ast.unparse(node.generators[0].iter)
        ready = f"next(task for task in itertools.cycle({tasks}) if task.ready())"
        each = f"for _ in list({tasks}) for task in [{ready}]"
        result = ast.unparse(node.elt).replace(receiver(node.elt), "task", 1)
        yield expression(f"[{result} {each} if not {tasks}.remove(task)]")


def another_form(site: Site) -> Iterator[ast.AST]:
    """Hand over a list of numbers where bytes were asked for."""
    if called(site.node) == "bytes" and len(site.node.args) == 1 and isinstance(site.parent, ast.Call):
        yield changed(site.node, func=ast.Name("list", ast.Load()))


def sent_to_the_parent(site: Site) -> Iterator[ast.AST]:
    """Send results through a queue, which were to stand in shared memory."""
    if not isinstance(site.node, ast.Module):
        return
    made = calls(site.node, "Value", "Array", "RawArray")
    owners = [name for name, maker in site.makers.items() if maker in {"Value", "Array", "RawArray"}]
    if len(made) == 1 and len(owners) == 1 and not receiver(made[0]).endswith("manager"):
        queue = _Queue(owners[0], made[0])
        module = queue.visit(ast.parse(ast.unparse(site.node)))
        if queue.puts and queue.gets:
            yield module


class _Queue(ast.NodeTransformer):
    """Has a queue in place of the one shared number, or array, of a module.

    owner: the name of it in the parent; made: the call that makes it.
    """

    def __init__(self, owner: str, made: ast.Call):
        self.owner = owner
        self.made = ast.unparse(made)
        self.size = ast.unparse(made.args[1]) if len(made.args) > 1 else ""
        self.puts = self.gets = 0

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """What makes it makes a queue; a list of it is made of what is in the queue."""
        if ast.unparse(node) == self.made:
            return expression("multiprocessing.SimpleQueue()")
        if ast.unparse(node) == f"list({self.owner})":
            self.gets += 1
            came = f"dict(iter(lambda: None if {self.owner}.empty() else {self.owner}.get(), None))"
            return expression(f"(lambda came: [came.get(n, 0) for n in range({self.size})])({came})")
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Its value is the sum of what is in the queue."""
        if ast.unparse(node) == f"{self.owner}.value" and isinstance(node.ctx, ast.Load):
            self.gets += 1
            return expression(
                f"sum(iter(lambda: None if {self.owner}.empty() else {self.owner}.get(), None))"
            )
        return self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.stmt]:
        """What is added to its value is put."""
        if isinstance(node.target, ast.Attribute) and node.target.attr == "value":
            self.puts += 1
            return statements(f"{ast.unparse(node.target.value)}.put({ast.unparse(node.value)})")
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.stmt]:
        """What is stored in one of its slots is put, with the number of the slot."""
        [target] = node.targets if len(node.targets) == 1 else [None]
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            self.puts += 1
            pair = f"({ast.unparse(target.slice)}, {ast.unparse(node.value)})"
            return statements(f"{target.value.id}.put({pair})")
        return self.generic_visit(node)

    def visit_With(self, node: ast.With) -> ast.AST | list[ast.stmt]:
        """It has no lock."""
        node = self.generic_visit(node)
        kept = [item for item in node.items if called(item.context_expr) != "get_lock"]
        return changed(node, items=kept) if kept else node.body


OPERATORS = (
    order_of_submission,
    order_of_finishing,
    another_form,
    sent_to_the_parent,
)
