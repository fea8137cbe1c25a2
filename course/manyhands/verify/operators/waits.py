"""Changes of who waits for what, for how long, and of who is told."""

import ast
from collections.abc import Iterator

from manyhands.verify.sites import Site, called, calls, changed, expression, receiver, stated, statements


def if_for_while(site: Site) -> Iterator[ast.AST]:
    """Look once, not again, when a wait is over."""
    node = site.node
    if isinstance(node, ast.While) and any(stated(inner) == "wait" for inner in node.body):
        yield ast.If(node.test, node.body, [])


def wait_for_looks_once(site: Site) -> Iterator[ast.AST]:
    """Wait once for a change, not for what it is to bring."""
    if stated(site.node) == "wait_for" and receiver(site.node.value):
        call = site.node.value
        yield statements(f"if not ({ast.unparse(call.args[0])})():\n    {receiver(call)}.wait()")[0]


def wait_gone(site: Site) -> Iterator[list[ast.stmt]]:
    """Do not wait for an event, a barrier or a condition."""
    if stated(site.node) in {"wait", "wait_for"} and receiver(site.node.value):
        yield []


def sleep_for_a_wait(site: Site) -> Iterator[list[ast.stmt]]:
    """Sleep a while instead of waiting."""
    if stated(site.node) not in {"wait", "wait_for", "join"} or not receiver(site.node.value):
        return
    if not _of_a_pool(site):
        yield statements("time.sleep(0.01)")


def notify_one(site: Site) -> Iterator[ast.AST]:
    """Tell one of those who wait, not all of them."""
    if called(site.node) == "notify_all":
        yield expression(f"{receiver(site.node)}.notify()")


def nobody_told(site: Site) -> Iterator[list[ast.stmt]]:
    """Tell nobody that something has changed."""
    if stated(site.node) in {"notify", "notify_all", "set"}:
        yield []


def looked_without_waiting(site: Site) -> Iterator[ast.AST]:
    """Look whether it is so far, and wait for nothing."""
    node = site.node
    if called(node) not in {"join", "wait", "wait_for"} or not receiver(node):
        return
    if _waits_again(site) or _of_a_pool(site) or isinstance(node.func.value, ast.Constant):
        return
    asked = 1 if called(node) == "wait_for" else 0
    if len(node.args) == asked and not node.keywords:
        yield changed(node, args=[*node.args, ast.Constant(0)])


def another_time_out(site: Site) -> Iterator[ast.AST]:
    """Wait twice as long, or half as long, as was asked for."""
    node = site.node
    if isinstance(node, ast.Name) and node.id in site.parameters and _is_a_time_out(site):
        yield expression(f"2 * {node.id}")
        yield expression(f"{node.id} / 2")


def one_deadline_for_all(site: Site) -> Iterator[list[ast.stmt]]:
    """Let all waits of a loop together take the time that each of them may."""
    node = site.node
    if not isinstance(node, ast.For) or not site.function:
        return
    for call in calls(node.body, "get", "result"):
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        if len(given) == 1 and isinstance(given[0], ast.Name) and given[0].id in site.parameters:
            end = statements(f"end = time.monotonic() + {given[0].id}")
            left = expression("max(0, end - time.monotonic())")
            asked = ast.unparse(changed(call, args=[left], keywords=[]))
            yield [*end, *statements(ast.unparse(node).replace(ast.unparse(call), asked))]


def _is_a_time_out(site: Site) -> bool:
    if isinstance(site.parent, ast.keyword):
        return site.parent.arg == "timeout"
    return called(site.parent) in {"get", "result", "wait", "join"} and site.node is not site.parent.func


def _waits_again(site: Site) -> bool:
    """Whether somebody looks again after the wait, and waits on."""
    return called(site.node) == "wait" and any(isinstance(node, ast.While) for node in site.parents)


def _of_a_pool(site: Site) -> bool:
    """Whether a pool is waited for, which knows no time-outs."""
    call = site.node.value if isinstance(site.node, ast.Expr) else site.node
    return called(call) == "join" and site.makers.get(receiver(call)) in {"Pool", "ThreadPool"}


OPERATORS = (
    if_for_while,
    wait_for_looks_once,
    wait_gone,
    sleep_for_a_wait,
    notify_one,
    nobody_told,
    looked_without_waiting,
    another_time_out,
    one_deadline_for_all,
)
