"""Copies: what a child changes of its own, what a proxy hands out, what was set too late."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import Text, called

CHANGES = (
    *("append", "extend", "insert", "remove", "pop", "popitem", "clear", "sort", "reverse", "update", "add"),
    *("setdefault", "discard", "appendleft", "popleft"),
)
HANDED_ON = ("update", "append", "set", "insert", "put", "send")
PLAIN = ("list", "dict", "set", "Counter", "defaultdict", "deque", "OrderedDict", "bytearray")


# A proxy hands out copies


def nested(story: Story) -> Why | None:
    """M68: a list or dict that a proxy has handed out is changed, and not assigned back."""
    if story.kind != "result":
        return None
    for position, step in story.each("getitem", "get", "read", *_attributes(story)):
        if step["object"] is None or not step["object"]["kind"].startswith("manager's"):
            continue
        if not (step["value"] or "").startswith(("[", "{", "set(", "defaultdict(", "deque(", "Counter(")):
            continue
        statement = story.text.statement(step["where"]) if step["where"] else None
        changed = _changed(story.text, statement) if statement is not None else None
        if changed is not None:
            line = story.text.quoted(story.text.place(changed))
            name = step["on"] if step["part"] is None else f"{step['on']}[{step['part']}]"
            if step["object"]["kind"] == "manager's Namespace":
                name = f"{step['on']}.{step['part']}"
            return Why(
                "M68",
                f"this would be right if `{name}` were the object itself, but the manager hands"
                f" {step['who']} a copy, {line} changes that copy, and nothing assigns it back",
                (position,),
                story.text.place(changed),
            )
    return None


def _attributes(story: Story) -> set[str]:
    return {s["operation"] for s in story.steps if s["operation"].startswith("read ")}


def _changed(text: Text, statement: ast.stmt) -> ast.stmt | None:
    # The statement that changes what a subscript or attribute in `statement` has given.
    if _changes_an_element(statement):
        return statement
    if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)):
        return None
    if not isinstance(statement.value, (ast.Subscript, ast.Attribute, ast.Call)):
        return None
    name, function = statement.targets[0].id, text.function(statement)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name):
            back = any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(node.value))
            if back and not _is_of(node.targets[0], name):
                return None
        if isinstance(node, ast.Call) and called(node) in HANDED_ON:
            handed = node.args
        elif isinstance(node, ast.Return) and node.value is not None:
            handed = [node.value]
        else:
            continue
        if any(isinstance(n, ast.Name) and n.id == name for part in handed for n in ast.walk(part)):
            return None
    for node in ast.walk(function):
        if isinstance(node, ast.stmt) and _changes(node, name):
            return node
    return None


def _is_of(target: ast.AST, name: str) -> bool:
    while isinstance(target, (ast.Subscript, ast.Attribute)):
        target = target.value
    return isinstance(target, ast.Name) and target.id == name


def _changes_an_element(statement: ast.stmt) -> bool:
    # shared[0].append(1), shared["a"]["b"] = 1, shared["a"]["b"] += 1, shared.items.append(1)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if not isinstance(function, ast.Attribute) or function.attr not in CHANGES:
            return False
        return _element(function.value)
    if isinstance(statement, (ast.Assign, ast.AugAssign)):
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        return isinstance(target, ast.Subscript) and _element(target.value)
    return isinstance(statement, ast.Delete) and any(
        isinstance(target, ast.Subscript) and _element(target.value) for target in statement.targets
    )


def _element(node: ast.AST) -> bool:
    return isinstance(node, (ast.Subscript, ast.Attribute))


def _changes(node: ast.stmt, name: str) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        function = node.value.func
        return (
            isinstance(function, ast.Attribute)
            and function.attr in CHANGES
            and isinstance(function.value, ast.Name)
            and function.value.id == name
        )
    if isinstance(node, (ast.Assign, ast.AugAssign)):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return isinstance(target, ast.Subscript) and _is_of(target, name)
    return False


# A process has its own globals


def unsent(story: Story) -> Why | None:
    """M05, M06, M14, where the text shows them and the schedule has started the child."""
    if story.kind != "result" or not any(True for _ in story.each("start")):
        return None
    return in_text(story.text) or _set_later(story.text)


def in_text(text: Text) -> Why | None:
    """M06: a child changes a global that the parent reads; M14: the target is called."""
    return _target_called(text) or _global_changed(text) or _argument_changed(text)


def _target_called(text: Text) -> Why | None:
    for call in text.calls("Process"):
        for keyword in call.keywords:
            if keyword.arg != "target" or not isinstance(keyword.value, ast.Call):
                continue
            function = text.named(called(keyword.value))
            if isinstance(keyword.value.func, ast.Name) and function is not None and not _gives(function):
                return Why(
                    "M14",
                    "this would be right if the call were handed over, but"
                    f" {text.quoted(text.place(keyword))} calls {function.name} here, in the parent, and"
                    " hands over what it returns, which is None",
                    where=text.place(keyword),
                )
    return None


def _gives(function: ast.AST) -> bool:
    return any(isinstance(n, ast.Return) and n.value is not None for n in ast.walk(function)) or any(
        isinstance(n, (ast.Yield, ast.YieldFrom)) for n in ast.walk(function)
    )


def _global_changed(text: Text) -> Why | None:
    names = _globals(text)
    for call, target in text.targets():
        parent = text.function(call)
        if parent is target or not isinstance(parent, ast.FunctionDef):
            continue
        for node in ast.walk(target):
            name = _global_of(node, names, target)
            if name is None:
                continue
            reads = [
                n
                for n in ast.walk(parent)
                if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)
                and n.lineno > call.lineno and not _local(parent, name)
            ]  # fmt: skip
            if reads and not text.calls(target.name, within=parent):
                return Why(
                    "M06",
                    f"this would be right if processes shared `{name}`, but each has its own copy:"
                    f" {text.quoted(text.place(node))} changes the child's, and"
                    f" {text.quoted(text.place(reads[-1]))} reads the parent's",
                    where=text.place(node),
                )
    return None


def _argument_changed(text: Text) -> Why | None:
    # A plain list or dict is handed to a child, which changes it, and read in the parent later.
    for call, target in text.targets():
        parent = text.function(call)
        given = next((k.value for k in call.keywords if k.arg == "args"), None)
        if not isinstance(parent, ast.FunctionDef) or not isinstance(given, ast.Tuple):
            continue
        parameters = [each.arg for each in (*target.args.posonlyargs, *target.args.args)]
        for argument, parameter in zip(given.elts, parameters, strict=False):
            if not isinstance(argument, ast.Name) or not _is_plain(parent, argument.id):
                continue
            changes = [n for n in ast.walk(target) if isinstance(n, ast.stmt) and _changes(n, parameter)]
            reads = [
                n
                for n in ast.walk(parent)
                if isinstance(n, ast.Name) and n.id == argument.id and isinstance(n.ctx, ast.Load)
                and n.lineno > call.end_lineno
            ]  # fmt: skip
            rebound = any(
                isinstance(n, ast.Name) and n.id == parameter and isinstance(n.ctx, ast.Store)
                for n in ast.walk(target)
            )
            if changes and reads and not rebound:
                return Why(
                    "M06",
                    f"this would be right if processes shared `{argument.id}`, but the child gets a copy:"
                    f" {text.quoted(text.place(changes[0]))} changes that, and"
                    f" {text.quoted(text.place(reads[-1]))} reads the parent's",
                    where=text.place(changes[0]),
                )
    return None


def _is_plain(function: ast.FunctionDef, name: str) -> bool:
    # Whether a name is bound once in a function, to a plain list, dict or set.
    values = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and name in _names_bound(node)
    ]
    if len(values) != 1:
        return False
    value = values[0].left if isinstance(values[0], ast.BinOp) else values[0]
    if isinstance(value, (ast.ListComp, ast.DictComp)):
        return isinstance(getattr(value, "elt", getattr(value, "value", None)), ast.Constant)
    plain_call = isinstance(value, ast.Call) and called(value) in PLAIN and isinstance(value.func, ast.Name)
    return plain_call or isinstance(value, (ast.List, ast.Dict, ast.Set)) and not _has_calls(value)


def _names_bound(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _has_calls(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Call) for each in ast.walk(node))


def _globals(text: Text) -> set[str]:
    # Module-level names that are bound to plain values.
    found = set()
    for tree in text.trees.values():
        for node in tree.body:
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            plain = isinstance(node.value, (ast.Constant, ast.List, ast.Dict, ast.Set)) or (
                isinstance(node.value, ast.Call) and called(node.value) in PLAIN
            )
            if plain:
                found.update(target.id for target in targets if isinstance(target, ast.Name))
    return found


def _local(function: ast.AST, name: str) -> bool:
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if any(each.arg == name for each in given):
        return True
    declared = any(isinstance(n, ast.Global) and name in n.names for n in ast.walk(function))
    bound = any(
        isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store) for n in ast.walk(function)
    )
    return bound and not declared


def _global_of(node: ast.AST, names: set[str], function: ast.AST) -> str | None:
    # The global that a statement changes, if it does.
    if not isinstance(node, ast.stmt):
        return None
    for name in names:
        if _local(function, name):
            continue
        if _changes(node, name):
            return name
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, (ast.Assign, ast.AugAssign)) and any(
            isinstance(target, ast.Name) and target.id == name for target in targets
        ):
            return name
    return None


def _set_later(text: Text) -> Why | None:
    names = _globals(text)
    for call, target in text.targets():
        parent = text.function(call)
        if not isinstance(parent, ast.FunctionDef):
            continue
        for node in ast.walk(parent):
            name = _global_of(node, names, parent)
            if name is None or node.lineno > call.lineno:
                continue
            reads = [
                n
                for n in ast.walk(target)
                if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)
                and not _local(target, name)
            ]  # fmt: skip
            if reads:
                return Why(
                    "M05",
                    "this would be right if a child had what the parent has set, but it executes the module"
                    f" anew: {text.quoted(text.place(node))} sets the parent's `{name}`, and"
                    f" {text.quoted(text.place(reads[0]))} reads the child's",
                    where=text.place(node),
                )
    return None
