"""Which names of a module mean the same variable: its scopes, as the compiler sees them.

A list, set or dict that is made by a loop inside it counts as part of the function around it, which is
where it is executed; what a generator expression has may be used elsewhere.
"""

import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
LOOPS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    """One scope.

    Attributes:
        kind: ``"module"``, ``"function"``, ``"class"`` or ``"loop"``.
        around: the scope around it, or None.
        shared: the names of its variables that functions inside it have, too.
        changing: for a module, the global names that something other than ``def``, ``class`` and
            ``import`` binds.
        imports: for a module, the names of modules by the names that they are imported under.
    """

    def __init__(self, kind, around=None, apart=True):
        self.kind = kind
        self.around = around
        self.apart = apart
        self.bound = set()
        self.globals = set()
        self.nonlocals = set()
        self.shared = set()
        self.changing = set()
        self.imports = {}

    def carrier(self):
        """The function, class or module that executes it."""
        scope = self
        while not scope.apart:
            scope = scope.around
        return scope

    def module(self):
        """The module's scope."""
        scope = self
        while scope.around is not None:
            scope = scope.around
        return scope

    def owner(self, name):
        """The scope that a name belongs to which is used here; None for one of Python's own."""
        scope = self
        while scope is not None:
            if name in scope.globals:
                return scope.module()
            own = name in scope.bound and name not in scope.nonlocals
            if own and (scope.kind != "class" or scope is self):
                return scope
            scope = scope.around
        return None

    def bind(self, name, fixed=False):
        """A name is bound here."""
        owner = self.module() if name in self.globals else self
        owner.bound.add(name)
        if owner.kind == "module" and not fixed:
            owner.changing.add(name)


def scopes(tree):
    """The scope of each node of a module's tree that has one of its own, and of the tree itself."""
    reader = _Reader(tree)
    for scope, name in reader.uses:
        owner = scope.owner(name)
        if owner is None or owner.kind not in ("function", "loop"):
            continue
        if owner.carrier() is not scope.carrier():
            owner.shared.add(name)
    return reader.found


class _Reader(ast.NodeVisitor):
    def __init__(self, tree):
        self.scope = Scope("module")
        self.found = {tree: self.scope}
        self.uses = []
        self._declare(tree.body)
        for node in tree.body:
            self.visit(node)

    def _declare(self, body):
        # What is global here must be known before anything else.
        for statement in body:
            for node in _here(statement):
                if isinstance(node, ast.Global):
                    self.scope.globals.update(node.names)
                elif isinstance(node, ast.Nonlocal):
                    self.scope.nonlocals.update(node.names)

    def _inside(self, node, kind, body, apart=True):
        before = self.scope
        self.scope = self.found[node] = Scope(kind, before, apart)
        self._declare(each for each in body if isinstance(each, ast.stmt))
        if isinstance(node, FUNCTIONS):
            arguments = node.args
            for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                self.scope.bind(each.arg)
            for each in filter(None, (arguments.vararg, arguments.kwarg)):
                self.scope.bind(each.arg)
        for each in getattr(node, "type_params", ()):
            self.scope.bind(each.name)
        for each in body:
            self.visit(each)
        self.scope = before

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load):
            self.uses.append((self.scope, node.id))
            return
        self.scope.bind(node.id)
        self.uses.append((self.scope, node.id))

    def visit_FunctionDef(self, node):
        self.scope.bind(node.name, fixed=True)
        for each in node.decorator_list:
            self.visit(each)
        self._defaults(node)
        self._inside(node, "function", node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self._defaults(node)
        self._inside(node, "function", [node.body])

    def _defaults(self, node):
        for each in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(each)

    def visit_ClassDef(self, node):
        self.scope.bind(node.name, fixed=True)
        for each in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(each)
        self._inside(node, "class", node.body)

    def _visit_loop(self, node):
        first = node.generators[0]
        self.visit(first.iter)
        elements = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        rest = [part for each in node.generators[1:] for part in (each.target, each.iter, *each.ifs)]
        body = [first.target, *first.ifs, *rest, *elements]
        self._inside(node, "loop", body, isinstance(node, ast.GeneratorExp))

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_loop

    def visit_NamedExpr(self, node):
        self.visit(node.value)
        scope = self.scope
        while scope.kind == "loop":
            scope = scope.around
        scope.bind(node.target.id)
        self.uses.append((self.scope, node.target.id))

    def visit_Import(self, node):
        for each in node.names:
            name = each.asname or each.name.partition(".")[0]
            self.scope.bind(name, fixed=True)
            if self.scope.kind == "module":
                self.scope.imports[name] = each.name if each.asname else name

    def visit_ImportFrom(self, node):
        for each in node.names:
            self.scope.bind(each.asname or each.name, fixed=True)

    def visit_ExceptHandler(self, node):
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node):
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node):
        if node.name:
            self.scope.bind(node.name)

    def visit_MatchMapping(self, node):
        if node.rest:
            self.scope.bind(node.rest)
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        self.visit(node.target)
        if node.value is not None:
            self.visit(node.value)


def _here(statement):
    # A statement and what stands in it, without the functions and classes inside it.
    yield statement
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        return
    for node in ast.iter_child_nodes(statement):
        yield from _here(node)
