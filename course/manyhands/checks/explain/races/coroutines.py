"""Coroutines: an `await` between a read and a write lets others in."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import Text, stores
from manyhands.checks.explore.turns import overtaken


def tell(story: Story) -> Why | None:
    """M83: another coroutine came in at an `await`, and the text shows that what it wrote is lost."""
    turns = overtaken(story.steps)
    if story.hangs or not turns:
        return None
    found = in_text(story.text)
    return found._replace(steps=tuple(turns[-1])) if found is not None else None


def in_text(text: Text) -> Why | None:
    """M83: an `async def` reads what outlives it, awaits, and writes there from what it has read."""
    for function in text.nodes(ast.AsyncFunctionDef):
        found = _in_block(text, function, function.body, _shared(function))
        if found is not None:
            return found
    return None


def _shared(function: ast.AsyncFunctionDef) -> set[str]:
    # The plain names that are not the function's own.
    return {
        name
        for node in ast.walk(function)
        if isinstance(node, (ast.Global, ast.Nonlocal))
        for name in node.names
    }


def _in_block(text: Text, function: ast.AST, block: list[ast.stmt], shared: set[str]) -> Why | None:
    for statement in block:
        if isinstance(statement, (ast.AsyncFunctionDef, ast.FunctionDef, ast.ClassDef)):
            continue
        found = _in_one(text, statement, shared)
        if found is not None:
            return found
        if isinstance(statement, (ast.AsyncWith, ast.With)) and _locks(statement):
            continue
        for name in ("body", "orelse", "finalbody"):
            inner = getattr(statement, name, None)
            if inner and (found := _in_block(text, function, inner, shared)) is not None:
                return found
        for handler in getattr(statement, "handlers", []):
            if (found := _in_block(text, function, handler.body, shared)) is not None:
                return found
    return _in_several(text, block, shared)


def _locks(statement: ast.With | ast.AsyncWith) -> bool:
    # An `async with` may hold a lock; what happens in it is not judged.
    return isinstance(statement, ast.AsyncWith)


def _in_one(text: Text, statement: ast.stmt, shared: set[str]) -> Why | None:
    # total = total + await f(), total += await f()
    if isinstance(statement, ast.AugAssign) and _awaits(statement.value):
        if _place(statement.target, shared) is None:
            return None
        return _told(text, ast.unparse(statement.target), statement, statement, statement)
    if not isinstance(statement, ast.Assign) or not _awaits(statement.value):
        return None
    place = _place(statement.targets[0], shared)
    if place is None:
        return None
    read = next((n for n in ast.walk(statement.value) if _is(n, place)), None)
    awaited = next(n for n in ast.walk(statement.value) if isinstance(n, ast.Await))
    if read is None or (read.lineno, read.col_offset) > (awaited.lineno, awaited.col_offset):
        return None
    return _told(text, place, statement, statement, statement)


def _in_several(text: Text, block: list[ast.stmt], shared: set[str]) -> Why | None:
    for first, read in enumerate(block):
        if not isinstance(read, (ast.Assign, ast.AnnAssign)) or read.value is None or _awaits(read.value):
            continue
        for node in ast.walk(read.value):
            place = _place(node, shared)
            if place is None:
                continue
            found = _written(text, block[first + 1 :], read, place, stores(read))
            if found is not None:
                return found
    return None


def _written(text: Text, rest: list[ast.stmt], read: ast.stmt, place: str, names: set[str]) -> Why | None:
    waits = None
    for statement in rest:
        writes = isinstance(statement, ast.Assign) and any(_is(t, place) for t in statement.targets)
        if writes:
            used = {n.id for n in ast.walk(statement.value) if isinstance(n, ast.Name)}
            if waits is not None and used & names:
                return _told(text, place, read, waits, statement)
            return None
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is not None:
            if any(isinstance(n, ast.Name) and n.id in names for n in ast.walk(statement.value)):
                names = names | stores(statement)
            elif stores(statement) & names:
                return None
        if _awaits(statement):
            waits = waits or statement
    return None


def _awaits(node: ast.AST) -> bool:
    return any(isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith)) for n in ast.walk(node))


def _place(node: ast.AST, shared: set[str]) -> str | None:
    # What outlives the coroutine: an attribute, an element, a global.
    if isinstance(node, ast.Name):
        return node.id if node.id in shared else None
    if isinstance(node, (ast.Attribute, ast.Subscript)) and not _has_call(node):
        return ast.unparse(node)
    return None


def _has_call(node: ast.AST) -> bool:
    return any(isinstance(n, (ast.Call, ast.Await)) for n in ast.walk(node))


def _is(node: ast.AST, place: str) -> bool:
    return isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and ast.unparse(node) == place


def _told(text: Text, place: str, read: ast.stmt, waits: ast.stmt, write: ast.stmt) -> Why:
    if read is write:
        where = f"{text.quoted(text.place(read))} awaits between its read and its write"
    else:
        where = (
            f"between {text.quoted(text.place(read))} and {text.quoted(text.place(write))} it awaits in"
            f" {text.quoted(text.place(waits))}"
        )
    return Why(
        "M83",
        f"this would be right if no other coroutine could change `{place}` meanwhile, but {where}, and"
        " whatever another has written by then is overwritten",
        where=text.place(write),
    )
