"""What the text of a module says about its lines: what is called there, and which locks are taken around."""

import ast
import collections
import functools
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Region(NamedTuple):
    """The lines between an `acquire` and its `release`, from which an exception leaves the lock taken.

    left: whether a `return`, `raise`, `break` or `continue` in them does, too.
    """

    lock: str
    first: int
    last: int
    left: bool


@functools.lru_cache(maxsize=64)
def parse(text: str) -> "Source":
    """The source of a module. A text that does not compile says nothing about any line."""
    try:
        return Source(ast.parse(text))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return Source(ast.Module(body=[], type_ignores=[]))


def read(path: Path) -> "Source":
    """The source of the module in a file. A file that cannot be read says nothing about any line."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return parse("")


class Source:
    """The text of a module, to be asked about its lines."""

    def __init__(self, tree: ast.Module):
        self.tree = tree
        self._parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}

    def class_at(self, line: int) -> str | None:
        """The name of the class in whose text the line stands, or None."""
        return next((node.name for node in self._around(line) if isinstance(node, ast.ClassDef)), None)

    def object_of(self, line: int, methods: Collection[str]) -> str | None:
        """On what one of these methods is called, or handed over, at the line, if it is one thing."""
        found = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Attribute) and node.attr in methods and _spans(node, line)
        ]
        texts = {_text(node.value) for node in found}
        return texts.pop() if len(texts) == 1 else None

    def entered(self, line: int) -> list[str]:
        """What a `with` at the line enters, in order."""
        for node in self._around(line):
            if isinstance(node, ast.With | ast.AsyncWith) and line <= _header_end(node):
                return [_text(item.context_expr) for item in node.items]
        return []

    def taken_around(self, line: int, entering: bool, calls: bool = False) -> list[str]:
        """What is taken at the line: by a `with` around it, or an `acquire` before it, in its function.

        entering: the line stands in a `with` that it has not entered yet, or not wholly. calls: count also
        what a `with` enters by a call, which may make something new.
        """
        found = []
        for node in self._around(line):
            if isinstance(node, ast.With | ast.AsyncWith):
                items = [item.context_expr for item in node.items]
                if entering and line <= _header_end(node):
                    items = items[:-1]
                    entering = False
                found += [_text(item) for item in items if calls or not _creates(item)]
            if isinstance(node, Function | ast.ClassDef):
                break
            found += self._acquired_before(node)
        return found

    def seen_from(self, line: int, name: str, caller: int) -> str | None:
        """What a name in the function around `line` is called at the line that called this function.

        None where the text does not say that. The name may have attributes: `self.lock`.
        """
        function = self._function(line)
        root, dot, rest = name.partition(".")
        if not isinstance(function, Function) or not root.isidentifier():
            return None
        arguments = [argument.arg for argument in function.args.posonlyargs + function.args.args]
        if root in arguments:
            given = self._given(caller, function, arguments.index(root), root)
            return None if given is None else given + dot + rest
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == root]
        return None if any(isinstance(node.ctx, ast.Store) for node in names) else name

    def _given(self, caller: int, function: Function, place: int, name: str) -> str | None:
        """What the call of a function at a line gives for one of its arguments."""
        nodes = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _spans(node, caller)]
        calls = [
            node for node in nodes if function.name in (_named(node.func), getattr(node.func, "attr", ""))
        ]
        if len(calls) != 1 or any(isinstance(argument, ast.Starred) for argument in calls[0].args):
            return None
        call = calls[0]
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        if name in given:
            return _text(given[name])
        if isinstance(self._parents[function], ast.ClassDef) and isinstance(call.func, ast.Attribute):
            if place == 0:
                return _text(call.func.value)
            place -= 1
        return _text(call.args[place]) if place < len(call.args) else None

    def _function(self, line: int) -> ast.AST:
        """The function around a line, or the module."""
        return next((node for node in self._around(line) if isinstance(node, Function)), self.tree)

    def _acquired_before(self, node: ast.stmt) -> list[str]:
        """What is acquired, and not released, by the statements that stand before `node` in its block."""
        found: list[str] = []
        for statement in self._before(node):
            released = _subjects(statement, "release")
            found = [lock for lock in found if lock not in released]
            found += [] if (lock := _acquires(statement)) is None else [lock]
        return found

    def is_repeated(self, line: int) -> bool:
        """Whether the line is gone through again and again: in a `while`, or a `for` over `iter(f, end)`."""
        for node in self._around(line):
            if isinstance(node, Function):
                return False
            if isinstance(node, ast.While):
                return True
            if isinstance(node, ast.For) and isinstance(node.iter, ast.Call) and len(node.iter.args) == 2:
                return _named(node.iter.func) == "iter"
        return False

    def expects(self, line: int, errors: Collection[str]) -> bool:
        """Whether one of these errors, raised at the line, is caught in the function around it."""
        for node in self._around(line):
            if isinstance(node, Function):
                return False
            if isinstance(node, ast.Try) and any(_spans(statement, line) for statement in node.body):
                caught = {name for handler in node.handlers for name in _names(handler.type)}
                if caught & set(errors):
                    return True
            if isinstance(node, ast.With):
                caught = {name for item in node.items for name in _names(item.context_expr)}
                if "suppress" in caught and caught & set(errors):
                    return True
        return False

    def handles(self, line: int, errors: Collection[str]) -> bool:
        """Whether one of these errors is caught anywhere in the function around the line."""
        handlers = [n for n in ast.walk(self._function(line)) if isinstance(n, ast.ExceptHandler)]
        return any(set(_names(handler.type)) & set(errors) for handler in handlers)

    def uses(self, *names: str) -> bool:
        """Whether the module uses one of these names, or attributes of these names."""
        return any(set(_names(node)) & set(names) for node in self.tree.body)

    def calls(self, name: str) -> int:
        """In how many places the module calls something of this name."""
        calls = [node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        return sum(name in (_named(call), getattr(call, "attr", "")) for call in calls)

    def calls_too(self, line: int, method: str, other: str) -> bool:
        """Whether the function around the line calls `other` on what `method` is called on at the line."""
        return self.object_of(line, [method]) in _subjects(self._function(line), other)

    def calls_later(self, line: int, *methods: str) -> bool:
        """Whether the function around the line calls one of these methods below it."""
        found = [call for call in ast.walk(self._function(line)) if isinstance(call, ast.Call)]
        return any(call.lineno > line and getattr(call.func, "attr", "") in methods for call in found)

    def calls_within(self, line: int, names: Collection[str]) -> bool:
        """Whether a call of one of these names, at the line, has another call among what it hands over."""
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and _spans(node, line)]
        return any(
            isinstance(inner, ast.Call)
            for call in calls
            if _named(call.func) in names or getattr(call.func, "attr", "") in names
            for given in [*call.args, *(keyword.value for keyword in call.keywords)]
            for inner in ast.walk(given)
        )

    def loops_with(self, line: int, method: str, other: str) -> bool:
        """Whether the loop around the line calls `other` on what `method` is called on at the line."""
        loops = [node for node in self._around(line) if isinstance(node, ast.For | ast.While)]
        return bool(loops) and self.object_of(line, [method]) in _subjects(loops[0], other)

    def keeps(self) -> bool:
        """Whether a function acquires something in more places than it releases it in."""
        functions = [node for node in ast.walk(self.tree) if isinstance(node, Function | ast.Module)]
        return any(_counted(each, "acquire") - _counted(each, "release") for each in functions)

    def gives_back(self, line: int, name: str) -> bool:
        """Whether the function around the line enters something by a `with`, or releases it."""
        function = self._function(line)
        blocks = [node for node in ast.walk(function) if isinstance(node, ast.With | ast.AsyncWith)]
        entered = {_text(item.context_expr) for block in blocks for item in block.items}
        return name in entered | _subjects(function, "release")

    # ---- what is made, and handed over

    def calls_at(self, line: int, names: Collection[str]) -> list[ast.Call]:
        """The calls of functions or methods of these names that the line is part of."""
        return [call for call in self.calls_of(names) if _spans(call, line)]

    def calls_of(self, names: Collection[str]) -> list[ast.Call]:
        """The calls of functions or methods of these names."""
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        return [call for call in calls if _called(call) in names]

    def makes_within(self, outer: Collection[str], inner: Collection[str]) -> int | None:
        """The line of the first call of an outer name that has a call of an inner name in its arguments."""
        for call in self.calls_of(outer):
            nodes = [node for given in _given_to(call) for node in ast.walk(given)]
            if any(isinstance(node, ast.Call) and _called(node) in inner for node in nodes):
                return call.lineno
        return None

    def starts(self, target: str) -> int | None:
        """The line that makes a Process of a function or method of this name, if it is one line."""
        words = [(call, word.value) for call in self.calls_of(["Process"]) for word in call.keywords]
        lines = {
            call.lineno for call, value in words if target in (_named(value), getattr(value, "attr", ""))
        }
        return lines.pop() if len(lines) == 1 else None

    def makes_one_way(self) -> bool:
        """Whether every pipe that is made is made with `False`, and some are."""
        pipes = self.calls_of(["Pipe"])
        given = [[*call.args, *(word.value for word in call.keywords)] for call in pipes]
        return bool(pipes) and all(
            any(isinstance(value, ast.Constant) and value.value is False for value in each) for each in given
        )

    def gives(self, keyword: str) -> bool:
        """Whether a call is given an argument by this name."""
        return any(isinstance(node, ast.keyword) and node.arg == keyword for node in ast.walk(self.tree))

    def only_call(self, names: Collection[str]) -> int | None:
        """The line of the only call of these names, if there is one."""
        calls = self.calls_of(names)
        return calls[0].lineno if len(calls) == 1 else None

    def makes_with(self, names: Collection[str], within: Collection[str]) -> bool:
        """Whether a call of one of these names mentions one of the others in its arguments."""
        return any(
            set(_names(given)) & set(within) for call in self.calls_of(names) for given in _given_to(call)
        )

    def handed_over(self, kinds: Mapping[str, Collection[str]], calls: Collection[str]) -> list[str]:
        """What is made of these kinds, by module, and stands among the arguments of one of these calls."""
        made = set()
        for node in ast.walk(self.tree):
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and self._is(node.value, kinds)
            ):
                made |= {_text(target) for target in node.targets}
        given = [node for call in self.calls_of(calls) for part in _given_to(call) for node in ast.walk(part)]
        return [text for node in given if isinstance(node, ast.expr) and (text := _text(node)) in made]

    def _is(self, call: ast.Call, kinds: Mapping[str, Collection[str]]) -> bool:
        """Whether a call makes something of these kinds, as the imports say."""
        if isinstance(call.func, ast.Attribute):
            return call.func.attr in kinds.get(_named(call.func.value), ())
        return any(
            _named(call.func) in names and self.imports(module, _named(call.func))
            for module, names in kinds.items()
        )

    def imports(self, module: str, name: str) -> bool:
        """Whether a name is imported from a module, or from a part of it."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom)]
        return any(
            (node.module or "").split(".")[0] == module and name in {alias.name for alias in node.names}
            for node in found
        )

    def targets_own_method(self) -> bool:
        """Whether a Process is given a method of the object that makes it."""
        targets = [word.value for call in self.calls_of(["Process"]) for word in call.keywords]
        return any(isinstance(each, ast.Attribute) and _named(each.value) == "self" for each in targets)

    def maps_tuples(self, line: int, names: Collection[str]) -> bool:
        """Whether the call at the line hands over, one by one, what are tuples by its text."""
        for call in self.calls_at(line, names):
            items = call.args[1] if len(call.args) > 1 else None
            if isinstance(items, ast.Name):
                items = self._assigned(items.id, line)
            if items is not None and _of_tuples(items):
                return True
        return False

    def _assigned(self, name: str, line: int) -> ast.expr | None:
        """What a name is set to in the function around the line, if it is in one place."""
        nodes = [node for node in ast.walk(self._function(line)) if isinstance(node, ast.Assign)]
        values = [node.value for node in nodes if any(_named(target) == name for target in node.targets)]
        return values[0] if len(values) == 1 else None

    def times_out(self, names: Collection[str]) -> bool:
        """Whether one of these methods is called with a time-out."""
        return any(
            call.args or any(word.arg == "timeout" for word in call.keywords) for call in self.calls_of(names)
        )

    def tried(self, names: Collection[str]) -> int | None:
        """The line of the first call of one of these methods whose exceptions are caught around it."""
        tries = [node for node in ast.walk(self.tree) if isinstance(node, ast.Try) and node.handlers]
        calls = [call.lineno for call in self.calls_of(names)]
        return next((n for n in calls if any(_spans(s, n) for node in tries for s in node.body)), None)

    def uses_what(self, names: Collection[str]) -> int | None:
        """The line of the first call of one of these methods of which the result is used."""
        calls = self.calls_of(names)
        return next((c.lineno for c in calls if not isinstance(self._parents[c], ast.Expr)), None)

    def enters(self, names: Collection[str]) -> int | None:
        """The line of the first `with` that enters what a call of one of these names makes."""
        blocks = [node for node in ast.walk(self.tree) if isinstance(node, ast.With | ast.AsyncWith)]
        entered = [item.context_expr for block in blocks for item in block.items]
        calls = [each for each in entered if isinstance(each, ast.Call) and _called(each) in names]
        return calls[0].lineno if calls else None

    def may_raise(self, call: ast.Call) -> bool:
        """Whether the function that a call hands over first catches nothing, as far as the text says."""
        name = _named(call.args[0]) if call.args else ""
        functions = [n for n in ast.walk(self.tree) if isinstance(n, Function) and n.name == name]
        tries = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.Try)]
        return bool(name) and not tries

    def calls_back(self, method: str) -> bool:
        """Whether a function that is given as `callback` calls something of this name."""
        words = [node for node in ast.walk(self.tree) if isinstance(node, ast.keyword)]
        given = [word.value for word in words if word.arg == "callback"]
        names = {_named(value) for value in given} | {getattr(value, "attr", "") for value in given}
        functions = [n for n in ast.walk(self.tree) if isinstance(n, Function) and n.name in names - {""}]
        inside = [node for each in [*given, *functions] for node in ast.walk(each)]
        return any(isinstance(node, ast.Call) and _called(node) == method for node in inside)

    def names_in(self, function: str) -> set[str]:
        """The names and attributes that stand in the functions of this name."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, Function) and node.name == function]
        return {name for node in found for name in _names(node)} - {""}

    def reaches(self, function: str, name: str) -> bool:
        """Whether a name stands in a function, or in one of the module's that stands in it, and so on."""
        seen, found = set(), {function}
        while found - seen:
            seen, found = found, found.union(*(self.names_in(each) for each in found))
        return name in found - {function}

    def leaves(self, line: int, names: Collection[str]) -> bool:
        """Whether a `with` block over one of these calls stands before the line, in its function."""
        blocks = [n for n in ast.walk(self._function(line)) if isinstance(n, ast.With | ast.AsyncWith)]
        return any(
            block.end_lineno < line and isinstance(item.context_expr, ast.Call)
            and _called(item.context_expr) in names
            for block in blocks
            for item in block.items
        )  # fmt: skip

    # ---- names of the module

    def reads_global_that_is_set(self, line: int) -> bool:
        """Whether the line reads a name of the module that a function sets, or an item of which it sets."""
        functions = [node for node in ast.walk(self.tree) if isinstance(node, Function)]
        top = {name for node in self.tree.body for name in _stored(node) if not isinstance(node, Function)}
        changed = set()
        for function in functions:
            declared = [node for node in ast.walk(function) if isinstance(node, ast.Global)]
            changed |= {name for node in declared for name in node.names} & _stored(function)
            changed |= {name for name in _stored_in(function) if name in top}
        statements = self._around(line)[:1]
        read = [node for each in statements for node in ast.walk(each) if isinstance(node, ast.Name)]
        return any(isinstance(node.ctx, ast.Load) and node.id in changed for node in read)

    def defined_under_the_guard(self, name: str) -> bool:
        """Whether a name is defined under `if __name__ == "__main__":`, and nowhere else in the module."""
        guards = [node for node in self.tree.body if isinstance(node, ast.If) and _is_guard(node.test)]
        under = any(name in _defined(each) for guard in guards for each in guard.body)
        elsewhere = [node for node in self.tree.body if node not in guards]
        return under and not any(name in _defined(node) for node in elsewhere)

    def raises(self, line: int, name: str) -> bool:
        """Whether the statement at the line raises an exception of this name."""
        raised = [node.exc for node in self._around(line)[:1] if isinstance(node, ast.Raise)]
        return any(_named(getattr(each, "func", each)) == name for each in raised if each)

    def catches(self, line: int, name: str) -> bool:
        """Whether an exception at the line is caught by this name alone, in the function around it."""
        for node in self._around(line):
            if isinstance(node, Function):
                return False
            if isinstance(node, ast.Try) and any(_spans(statement, line) for statement in node.body):
                types = [
                    inner for handler in node.handlers if handler.type for inner in ast.walk(handler.type)
                ]
                if any(_named(inner) == name for inner in types):
                    return True
        return False

    def regions(self) -> list[Region]:
        """The lines between each `acquire` and its `release`, but for those that a `finally` guards."""
        found = []
        for node in ast.walk(self.tree):
            lock = _acquires(node)
            if lock is not None:
                found += self._region(node, lock)
        return found

    def _region(self, acquire: ast.stmt, lock: str) -> list[Region]:
        within = []
        for statement in self._after(acquire):
            if _released_by(statement, lock):
                break
            within.append(statement)
        else:
            if not any(lock in _subjects(statement, "release") for statement in within):
                return []
        if not within:
            return []
        return [Region(lock, within[0].lineno, within[-1].end_lineno, _leaves(within, lock))]

    def _around(self, line: int) -> list[ast.stmt]:
        """The statements in which the line stands, from the innermost outwards."""
        found = [n for n in ast.walk(self.tree) if isinstance(n, ast.stmt) and _spans(n, line)]
        return sorted(found, key=lambda n: (n.end_lineno - n.lineno, -n.col_offset))

    def _block(self, statement: ast.stmt) -> list[ast.stmt]:
        """The statements that stand in a row with this one."""
        rows = [row for _, row in ast.iter_fields(self._parents[statement]) if isinstance(row, list)]
        return next((row for row in rows if statement in row), [statement])

    def _before(self, statement: ast.stmt) -> list[ast.stmt]:
        row = self._block(statement)
        return row[: row.index(statement)]

    def _after(self, statement: ast.stmt) -> list[ast.stmt]:
        row = self._block(statement)
        return row[row.index(statement) + 1 :]


def _spans(node: ast.AST, line: int) -> bool:
    return node.lineno <= line <= node.end_lineno


def _named(expression: ast.expr) -> str:
    return expression.id if isinstance(expression, ast.Name) else ""


def _text(expression: ast.expr) -> str:
    """An expression as text, shortened."""
    text = ast.unparse(expression)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _header_end(statement: ast.With | ast.AsyncWith) -> int:
    """The last line of what a `with` enters."""
    return max(item.context_expr.end_lineno for item in statement.items)


def _creates(expression: ast.expr) -> bool:
    """Whether the expression is a call that makes something new, so that it is no lock that others know."""
    if not isinstance(expression, ast.Call):
        return False
    return not (isinstance(expression.func, ast.Attribute) and expression.func.attr == "get_lock")


def _subjects(node: ast.AST, method: str) -> set[str]:
    """On what a method is called anywhere in `node`."""
    calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
    return {_text(call.func.value) for call in calls if getattr(call.func, "attr", "") == method}


def _called_alone(statement: ast.AST, method: str) -> str | None:
    """On what a statement calls a method, if it does nothing else."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == method:
        return _text(call.func.value)
    return None


def _acquires(statement: ast.AST) -> str | None:
    """The lock that a statement takes, for as long as that takes."""
    lock = _called_alone(statement, "acquire")
    return lock if lock is not None and not (statement.value.args or statement.value.keywords) else None


def _released_by(statement: ast.stmt, lock: str) -> bool:
    """Whether a statement gives back the lock on every way through it."""
    if isinstance(statement, ast.Try):
        return any(_released_by(last, lock) for last in statement.finalbody)
    return _called_alone(statement, "release") == lock


def _leaves(row: list[ast.stmt], lock: str, in_loop: bool = False) -> bool:
    """Whether something in a row of statements leaves it without giving back the lock."""
    ways_out = (ast.Return, ast.Raise) if in_loop else (ast.Return, ast.Raise, ast.Break, ast.Continue)
    for statement in row:
        if _released_by(statement, lock):
            return False
        if isinstance(statement, ways_out):
            return True
        if isinstance(statement, Function | ast.ClassDef):
            continue
        looping = in_loop or isinstance(statement, ast.For | ast.AsyncFor | ast.While)
        handlers = [handler.body for handler in getattr(statement, "handlers", [])]
        rows = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        if any(_leaves(inner, lock, looping) for inner in rows + handlers):
            return True
    return False


def _counted(node: ast.AST, method: str) -> collections.Counter:
    """On what a method is called in `node`, and in how many places."""
    calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
    return collections.Counter(_text(c.func.value) for c in calls if getattr(c.func, "attr", "") == method)


def _called(call: ast.Call) -> str:
    """The last part of what is called: `Lock` for `mp.Lock()`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else _named(call.func)


def _given_to(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _of_tuples(items: ast.expr) -> bool:
    """Whether what an expression gives, one by one, are tuples."""
    if isinstance(items, ast.List | ast.Tuple):
        return bool(items.elts) and all(isinstance(each, ast.Tuple) for each in items.elts)
    if isinstance(items, ast.ListComp | ast.GeneratorExp):
        return isinstance(items.elt, ast.Tuple)
    if isinstance(items, ast.Call) and _called(items) in ("list", "sorted") and items.args:
        return _of_tuples(items.args[0])
    return isinstance(items, ast.Call) and _called(items) in ("zip", "enumerate", "items", "product")


def _stored(node: ast.AST) -> set[str]:
    """The names that are bound in `node`."""
    names = [inner for inner in ast.walk(node) if isinstance(inner, ast.Name)]
    return {inner.id for inner in names if isinstance(inner.ctx, ast.Store)}


def _stored_in(node: ast.AST) -> set[str]:
    """The names of what gets an item or an attribute in `node`."""
    parts = [inner for inner in ast.walk(node) if isinstance(inner, ast.Subscript | ast.Attribute)]
    return {_named(inner.value) for inner in parts if isinstance(inner.ctx, ast.Store)} - {""}


def _is_guard(test: ast.expr) -> bool:
    return ast.unparse(test) in ("__name__ == '__main__'", "'__main__' == __name__")


def _defined(node: ast.stmt) -> set[str]:
    """The names that a statement of the module's own level defines."""
    if isinstance(node, Function | ast.ClassDef):
        return {node.name}
    return _stored(node)


def _names(node: ast.AST | None) -> list[str]:
    """The names and attributes that stand in `node`."""
    found = [] if node is None else ast.walk(node)
    return [getattr(inner, "id", None) or getattr(inner, "attr", None) or "" for inner in found]
