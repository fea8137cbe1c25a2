"""The text of a program as threads execute it: what each reads and writes is announced.

The module's tree is changed so that wherever it uses what another thread can reach (a global name, a
variable of an enclosing function, an attribute, an item, a container) it calls a function of ``places``
first. The order in which everything is evaluated stays, and so do the lines and columns.

Names that only ``def``, ``class`` and ``import`` bind are taken for fixed, and so is what a module of
Python's own has. What is bound by ``def``, ``class``, ``import``, ``except`` or a pattern, at the top
of a module by a loop or ``with``, or in the body of a class, is no write. An object's attributes are not
seen through its ``__dict__``.
"""

import ast

from .scopes import scopes

STARTERS = frozenset(["threading", "_thread", "concurrent", "asyncio"])
"""Modules of Python's that start threads, by the first part of their names."""

_POOLS = frozenset(["Pool", "pool", "dummy"])
_CALLED_AS_THEY_ARE = frozenset([
    "super", "locals", "globals", "vars", "dir", "eval", "exec", "isinstance", "issubclass", "type", "range",
    "print", "id", "callable", "property", "staticmethod", "classmethod", "int", "float", "abs", "round",
])  # fmt: skip
_IN_PLACE = {
    ast.Add: "iadd", ast.Sub: "isub", ast.Mult: "imul", ast.MatMult: "imatmul", ast.Div: "itruediv",
    ast.FloorDiv: "ifloordiv", ast.Mod: "imod", ast.Pow: "ipow", ast.LShift: "ilshift", ast.RShift: "irshift",
    ast.BitOr: "ior", ast.BitXor: "ixor", ast.BitAnd: "iand",
}  # fmt: skip
_COMPARING = {
    ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge",
}  # fmt: skip
_PLACES = (ast.Name, ast.Attribute, ast.Subscript)


def starts_threads(source):
    """Whether a module's text imports something that starts threads. Raises nothing for a broken text."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return any(_starts_threads(node) for node in ast.walk(tree))


def _starts_threads(node):
    if isinstance(node, ast.Attribute):
        return node.attr in _POOLS
    if isinstance(node, ast.Import):
        return any(_is_starter(each.name) for each in node.names)
    if isinstance(node, ast.ImportFrom) and not node.level:
        return _is_starter(node.module) or any(each.name in _POOLS for each in node.names)
    return False


def _is_starter(name):
    first, *rest = name.split(".")
    return first in STARTERS or (first == "multiprocessing" and bool(_POOLS & set(rest)))


def imported(source):
    """The names of the modules that a text imports, by their first parts."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def announced(source, module, is_students):
    """The tree of a module that announces what it uses.

    Args:
        source: its text.
        module: its name.
        is_students: says of a module's name whether that is one of the student's.
    Raises:
        SyntaxError, ValueError: as compiling does.
    """
    tree = ast.parse(source, f"{module}.py")
    compile(tree, f"{module}.py", "exec", dont_inherit=True)
    return ast.fix_missing_locations(_Announcer(tree, module, is_students).tree)


class _Announcer(ast.NodeTransformer):
    def __init__(self, tree, module, is_students):
        self.scopes = scopes(tree)
        self.scope = self.scopes[tree]
        self.module = module
        self.is_students = is_students
        self.points = 0
        self.names = 0
        self.classes = []
        tree.body = self._block(tree.body)
        self.tree = tree

    # Making nodes

    def _call(self, place, function, *args):
        # A call of one of the functions of `places`, with a point of its own.
        self.points += 1
        point = ast.Constant(f"{self.module}:{self.points}")
        return self._plain_call(place, function, point, *args)

    def _plain_call(self, place, function, *args):
        args = [ast.Constant(each) if isinstance(each, str) else each for each in args]
        call = ast.Call(ast.Name(f"@{function}", ast.Load()), args, [])
        for node in (call, call.func, *(each for each in args if not hasattr(each, "lineno"))):
            ast.copy_location(node, place)
        return call

    def _fresh(self):
        self.names += 1
        return f"@{self.names}"

    def _store(self, name, place):
        return ast.copy_location(ast.Name(name, ast.Store()), place)

    def _load(self, name, place):
        return ast.copy_location(ast.Name(name, ast.Load()), place)

    def _forget(self, names, place):
        targets = [ast.copy_location(ast.Name(each, ast.Del()), place) for each in names]
        return ast.copy_location(ast.Delete(targets), place)

    def _statement(self, value, place):
        return ast.copy_location(ast.Expr(value), place)

    def _block(self, body):
        found = []
        for each in body:
            made = self.visit(each)
            found.extend(made if isinstance(made, list) else [made])
        return found

    def _private(self, name):
        # As the compiler calls it within a class.
        inner = self.classes[-1] if self.classes else None
        if inner is None or not name.startswith("__") or name.endswith("__") or not inner.strip("_"):
            return name
        return f"_{inner.lstrip('_')}{name}"

    # Names

    def _variable(self, name):
        # What announces a use of a name: a function's name and its arguments; None if nobody shares it.
        if name.startswith("__"):
            return None
        owner = self.scope.owner(name)
        if owner is None or owner.kind == "class":
            return None
        if owner.kind == "module":
            return ("global", name) if name in owner.changing else None
        return ("cell", name) if name in owner.shared else None

    def _variable_call(self, how, found, place, *value):
        kind, name = found
        if kind == "global":
            return self._call(place, f"{how}_global", self.module, name, *value)
        empty = ast.arguments([], [], None, [], [], None, [])
        holder = ast.copy_location(ast.Lambda(empty, self._load(name, place)), place)
        return self._call(place, f"{how}_cell", name, holder, *value)

    def visit_Name(self, node):
        found = self._variable(node.id) if isinstance(node.ctx, ast.Load) else None
        if found is None:
            return node
        before = self._variable_call("read", found, node)
        value = ast.copy_location(ast.BoolOp(ast.Or(), [before, node]), node)
        return self._plain_call(node, "got", value)

    # Attributes, items, calls

    def _is_of_python(self, node):
        # `time.sleep`: what a module has that is none of the student's.
        if not isinstance(node, ast.Name) or self._variable(node.id) is not None:
            return False
        owner = self.scope.owner(node.id)
        name = owner.imports.get(node.id) if owner is not None and owner.kind == "module" else None
        return name is not None and not self.is_students(name)

    def visit_Attribute(self, node):
        called = ast.unparse(node)
        if not isinstance(node.ctx, ast.Load) or self._is_fixed(node):
            return self.generic_visit(node)
        thing = self.visit(node.value)
        return self._call(node, "get_attribute", thing, self._private(node.attr), called)

    def _is_fixed(self, node):
        while isinstance(node, ast.Attribute):
            if node.attr.startswith("__") and node.attr.endswith("__"):
                return True
            node = node.value
            if self._is_of_python(node):
                return True
        return False

    def _index(self, node):
        # An index as an expression.
        if isinstance(node, ast.Slice):
            ends = [
                ast.copy_location(ast.Constant(None), node) if each is None else self.visit(each)
                for each in (node.lower, node.upper, node.step)
            ]
            return self._plain_call(node, "slice", *ends)
        if isinstance(node, ast.Tuple):
            return ast.copy_location(ast.Tuple([self._index(each) for each in node.elts], ast.Load()), node)
        return self.visit(node)

    def visit_Subscript(self, node):
        if not isinstance(node.ctx, ast.Load):
            return self.generic_visit(node)
        called = ast.unparse(node.value)
        thing, key = self.visit(node.value), self._index(node.slice)
        return self._call(node, "get_item", thing, key, called)

    def visit_Call(self, node):
        function = node.func
        if isinstance(function, ast.Attribute) and not self._is_fixed(function):
            called, whose = ast.unparse(function), ast.unparse(function.value)
            thing = self.visit(function.value)
            node.func = self._call(function, "method", thing, self._private(function.attr), called, whose)
        elif not (isinstance(function, ast.Name) and self._is_called_as_it_is(function.id)):
            called = ast.unparse(function)
            node.func = self._call(function, "callee", self.visit(function), called)
        node.args = [self._looked_at(each) if isinstance(each, ast.Starred) else self.visit(each)
                     for each in node.args]  # fmt: skip
        node.keywords = [self.visit(each) for each in node.keywords]
        return node

    def _is_called_as_it_is(self, name):
        return self.scope.owner(name) is None and name in _CALLED_AS_THEY_ARE

    # What is looked at as a whole

    def _looked_at(self, node):
        if isinstance(node, ast.Starred):
            node.value = self._looked_at(node.value)
            return node
        if not isinstance(node, _PLACES):
            return self.visit(node)
        called = ast.unparse(node)
        return self._call(node, "whole", self.visit(node), called)

    def visit_Starred(self, node):
        return self._looked_at(node) if isinstance(node.ctx, ast.Load) else self.generic_visit(node)

    def visit_BinOp(self, node):
        if not isinstance(node.left, _PLACES) and not isinstance(node.right, _PLACES):
            return self.generic_visit(node)
        return self._operated(node, _IN_PLACE[type(node.op)][1:], node.left, node.right)

    def _operated(self, node, operation, left, right):
        called = ast.unparse(left if isinstance(left, _PLACES) else right)
        name = {"or": "or_", "and": "and_"}.get(operation, operation)
        return self._call(node, "operate", name, self.visit(left), self.visit(right), called)

    def visit_BoolOp(self, node):
        node.values = [*map(self._looked_at, node.values[:-1]), self.visit(node.values[-1])]
        return node

    def visit_UnaryOp(self, node):
        node.operand = self._looked_at(node.operand)
        return node

    def visit_Compare(self, node):
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            called = ast.unparse(node.comparators[0])
            part, thing = self.visit(node.left), self.visit(node.comparators[0])
            found = self._call(node, "contains", part, thing, called)
            if isinstance(node.ops[0], ast.NotIn):
                return ast.copy_location(ast.UnaryOp(ast.Not(), found), node)
            return found
        operation = _COMPARING.get(type(node.ops[0])) if len(node.ops) == 1 else None
        [right, *_] = node.comparators
        if operation is not None and (isinstance(node.left, _PLACES) or isinstance(right, _PLACES)):
            return self._operated(node, operation, node.left, right)
        node.left = self._looked_at(node.left)
        node.comparators = [
            self.visit(each) if isinstance(operation, (ast.Is, ast.IsNot)) else self._looked_at(each)
            for operation, each in zip(node.ops, node.comparators, strict=True)
        ]
        return node

    def visit_FormattedValue(self, node):
        node.value = self._looked_at(node.value)
        if node.format_spec is not None:
            node.format_spec = self.visit(node.format_spec)
        return node

    def _visit_test(self, node):
        node.test = self._looked_at(node.test)
        for name, value in list(ast.iter_fields(node)):
            if name == "test":
                continue
            if isinstance(value, list):
                setattr(node, name, self._block(value))
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        return node

    visit_If = visit_While = visit_IfExp = visit_Assert = _visit_test

    # Loops

    def _iterated(self, node):
        called = ast.unparse(node)
        return self._call(node, "iterate", self.visit(node), called)

    def _visit_loop(self, node):
        first = node.generators[0]
        outer = self.visit(first.iter) if first.is_async else self._iterated(first.iter)
        before, self.scope = self.scope, self.scopes[node]
        for each in node.generators:
            if each is first:
                each.iter = outer
            else:
                each.iter = self.visit(each.iter) if each.is_async else self._iterated(each.iter)
            each.ifs = [self._looked_at(test) for test in each.ifs]
        for name in ("key", "value", "elt"):
            if hasattr(node, name):
                setattr(node, name, self.visit(getattr(node, name)))
        self.scope = before
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_loop

    def visit_For(self, node):
        node.iter = self._iterated(node.iter)
        return self._rest_of_for(node)

    def visit_AsyncFor(self, node):
        node.iter = self.visit(node.iter)
        return self._rest_of_for(node)

    def _rest_of_for(self, node):
        node.target, stores = self._taken_apart(node.target)
        node.body = [*stores, *self._block(node.body)]
        node.orelse = self._block(node.orelse)
        return node

    def _visit_with(self, node):
        stores = []
        for each in node.items:
            each.context_expr = self.visit(each.context_expr)
            if each.optional_vars is not None:
                each.optional_vars, more = self._taken_apart(each.optional_vars)
                stores.extend(more)
        node.body = [*stores, *self._block(node.body)]
        return node

    visit_With = visit_AsyncWith = _visit_with

    # Writing

    def _plain_here(self):
        return self.scope.kind != "function"

    def _is_announced(self, target):
        if isinstance(target, ast.Name):
            return self._variable(target.id) is not None
        return isinstance(target, (ast.Attribute, ast.Subscript))

    def _assign(self, target, value, place):
        # The statement that writes a value, which is an expression, to a name, an attribute or an item.
        if isinstance(target, ast.Name):
            found = self._variable(target.id)
            if found is not None:
                value = self._variable_call("write", found, target, value)
            return ast.copy_location(ast.Assign([target], value), place)
        called = ast.unparse(target if isinstance(target, ast.Attribute) else target.value)
        thing = self.visit(target.value)
        if isinstance(target, ast.Attribute):
            call = self._call(target, "set_attribute", value, thing, self._private(target.attr), called)
        else:
            call = self._call(target, "set_item", value, thing, self._index(target.slice), called)
        return self._statement(call, place)

    def _taken_apart(self, target):
        # A target with names of our own in place of what must be announced, and what is to be done then.
        if self._plain_here():
            return self.visit(target), []
        stores = []

        def replaced(node):
            if isinstance(node, (ast.Tuple, ast.List)):
                node.elts = [replaced(each) for each in node.elts]
                return node
            if isinstance(node, ast.Starred):
                node.value = replaced(node.value)
                return node
            if not self._is_announced(node):
                return self.visit(node)
            name = self._fresh()
            stores.append(self._assign(node, self._load(name, node), node))
            stores.append(self._forget([name], node))
            return self._store(name, node)

        return replaced(target), stores

    def visit_Assign(self, node):
        is_whole = any(isinstance(each, (ast.Tuple, ast.List)) for each in node.targets)
        value = self._looked_at(node.value) if is_whole else self.visit(node.value)
        [*others, target] = node.targets
        if not others and isinstance(target, _PLACES):
            return self._assign(target, value, node)
        if self._plain_here():
            node.value, node.targets = value, [self.visit(each) for each in node.targets]
            return node
        if not others:
            node.value = value
            node.targets[0], stores = self._taken_apart(target)
            return [node, *stores]
        name = self._fresh()
        made = [ast.copy_location(ast.Assign([self._store(name, node)], value), node)]
        for each in node.targets:
            kept, stores = self._taken_apart(each)
            made.append(ast.copy_location(ast.Assign([kept], self._load(name, node)), node))
            made.extend(stores)
        return [*made, self._forget([name], node)]

    def visit_AnnAssign(self, node):
        if node.value is None:
            return node
        value = self.visit(node.value)
        if isinstance(node.target, ast.Name):
            found = self._variable(node.target.id)
            node.value = value if found is None else self._variable_call("write", found, node.target, value)
            return node
        if self._plain_here():
            node.value = value
            return node
        return self._assign(node.target, value, node)

    def visit_AugAssign(self, node):
        operation, target = _IN_PLACE[type(node.op)], node.target
        called = ast.unparse(target)
        if isinstance(target, ast.Name):
            read = self.visit(self._load(target.id, target))
            value = self._call(node, "change", operation, read, self.visit(node.value), called)
            return self._assign(target, value, node)
        thing, key = self._fresh(), self._fresh()
        made = [ast.copy_location(ast.Assign([self._store(thing, target)], self.visit(target.value)), node)]
        if isinstance(target, ast.Attribute):
            used, name = [thing], self._private(target.attr)
            read = self._call(target, "get_attribute", self._load(thing, target), name, called)
        else:
            used, name = [thing, key], ast.unparse(target.value)
            index = ast.Assign([self._store(key, target)], self._index(target.slice))
            made.append(ast.copy_location(index, node))
            parts = self._load(thing, target), self._load(key, target)
            read = self._call(target, "get_item", *parts, name)
        value = self._call(node, "change", operation, read, self.visit(node.value), called)
        if isinstance(target, ast.Attribute):
            write = self._call(target, "set_attribute", value, self._load(thing, target), name, called)
        else:
            parts = self._load(thing, target), self._load(key, target)
            write = self._call(target, "set_item", value, *parts, name)
        return [*made, self._statement(write, node), self._forget(used, node)]

    def visit_NamedExpr(self, node):
        node.value = self.visit(node.value)
        found = self._variable(node.target.id)
        if found is not None:
            node.value = self._variable_call("write", found, node.target, node.value)
        return node

    def visit_Delete(self, node):
        made = []
        for target in node.targets:
            if isinstance(target, ast.Name):
                found = self._variable(target.id)
                if found is not None:
                    made.append(self._statement(self._variable_call("write", found, target), node))
                made.append(ast.copy_location(ast.Delete([target]), node))
            elif isinstance(target, (ast.Attribute, ast.Subscript)):
                called = ast.unparse(target if isinstance(target, ast.Attribute) else target.value)
                thing = self.visit(target.value)
                if isinstance(target, ast.Attribute):
                    call = self._call(target, "delete_attribute", thing, self._private(target.attr), called)
                else:
                    call = self._call(target, "delete_item", thing, self._index(target.slice), called)
                made.append(self._statement(call, node))
            else:
                made.append(ast.copy_location(ast.Delete([target]), node))
        return made

    # Scopes, and what is left as it is

    def _visit_function(self, node):
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        self._defaults(node)
        before, self.scope = self.scope, self.scopes[node]
        node.body = self._block(node.body)
        self.scope = before
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = _visit_function

    def visit_Lambda(self, node):
        self._defaults(node)
        before, self.scope = self.scope, self.scopes[node]
        node.body = self.visit(node.body)
        self.scope = before
        return node

    def _defaults(self, node):
        node.args.defaults = [self.visit(each) for each in node.args.defaults]
        node.args.kw_defaults = [each and self.visit(each) for each in node.args.kw_defaults]

    def visit_ClassDef(self, node):
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        node.keywords = [self.visit(each) for each in node.keywords]
        before, self.scope = self.scope, self.scopes[node]
        self.classes.append(node.name)
        node.body = self._block(node.body)
        self.classes.pop()
        self.scope = before
        return node

    def visit_match_case(self, node):
        if node.guard is not None:
            node.guard = self._looked_at(node.guard)
        node.body = self._block(node.body)
        return node

    def visit_TypeAlias(self, node):
        return node
