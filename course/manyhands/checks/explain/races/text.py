"""A module's text: the statement of a line, what depends on what, who is whose target."""

import ast
from collections.abc import Iterator

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LEAVES = (ast.Return, ast.Continue, ast.Break, ast.Raise)


class Text:
    """The modules of a program.

    sources: their texts, by name. Texts that do not compile count as empty.
    """

    def __init__(self, sources: dict[str, str]):
        self.trees = {f"{name}.py": _parsed(source) for name, source in sources.items()}
        self._lines = {f"{name}.py": source.splitlines() for name, source in sources.items()}
        self._parents = {
            child: node
            for tree in self.trees.values()
            for node in ast.walk(tree)
            for child in ast.iter_child_nodes(node)
        }

    def nodes(self, kind: type | tuple) -> Iterator[ast.AST]:
        """All nodes of a kind."""
        for tree in self.trees.values():
            yield from (node for node in ast.walk(tree) if isinstance(node, kind))

    def file(self, node: ast.AST) -> str:
        """The file in which a node stands."""
        while node in self._parents:
            node = self._parents[node]
        return next(file for file, tree in self.trees.items() if tree is node)

    def place(self, node: ast.AST) -> str:
        """The place of a node, as `file:line`."""
        return f"{self.file(node)}:{node.lineno}"

    def statement(self, where: str | None) -> ast.stmt | None:
        """The innermost statement on a line, given as `file:line`; None if there is none or several."""
        if where is None:
            return None
        file, _, line = where.rpartition(":")
        found = [
            node
            for node in ast.walk(self.trees.get(file, ast.Module([], [])))
            if isinstance(node, ast.stmt) and node.lineno <= int(line) <= node.end_lineno
        ]
        if not found:
            return None
        shortest = min(node.end_lineno - node.lineno for node in found)
        inner = [node for node in found if node.end_lineno - node.lineno == shortest]
        leaves = [node for node in inner if not any(self._parents.get(other) is node for other in inner)]
        return leaves[0] if len(leaves) == 1 else None

    def around(self, node: ast.AST, kinds: type | tuple) -> ast.AST | None:
        """The nearest node of these kinds around a node, within its function; None if there is none."""
        inside = node
        while inside in self._parents and not isinstance(inside, FUNCTIONS):
            inside = self._parents[inside]
            if isinstance(inside, kinds):
                return inside
        return None

    def after(self, statement: ast.stmt) -> ast.stmt | None:
        """The statement that follows in the same block, or None."""
        parent = self._parents.get(statement)
        for _, block in ast.iter_fields(parent) if parent is not None else ():
            if isinstance(block, list) and statement in block[:-1]:
                return block[block.index(statement) + 1]
        return None

    def function(self, node: ast.AST | None) -> ast.AST | None:
        """The function, or module, in which a node stands."""
        while node in self._parents:
            node = self._parents[node]
            if isinstance(node, FUNCTIONS):
                return node
        return node

    def named(self, name: str) -> ast.AST | None:
        """The only function of that name, or None."""
        found = [node for node in self.nodes(FUNCTIONS) if node.name == name]
        return found[0] if len(found) == 1 else None

    def calls(self, *names: str, within: ast.AST | None = None) -> list[ast.Call]:
        """The calls of methods or functions of these names, in the text or in a node."""
        nodes = ast.walk(within) if within is not None else self.nodes(ast.Call)
        return [node for node in nodes if isinstance(node, ast.Call) and called(node) in names]

    def quoted(self, where: str) -> str:
        """A line as a sentence quotes it: its statement, and where it stands."""
        return f"`{self.line(where)}` ({where})"

    def at(self, where: str) -> str:
        """The text of a line, given as `file:line`, without its indentation; "" where there is none."""
        file, _, number = where.rpartition(":")
        lines = self._lines.get(file, [])
        return lines[int(number) - 1].strip() if int(number) <= len(lines) else ""

    def line(self, where: str) -> str:
        """The text of a line, or of the short statement that goes on over several."""
        text = self.at(where)
        statement = self.statement(where)
        if (
            statement is not None
            and statement.end_lineno > statement.lineno
            and not hasattr(statement, "body")
        ):
            text = ast.unparse(statement)
        return text if len(text) <= 60 else text[:59] + "…"

    def targets(self) -> Iterator[tuple[ast.Call, ast.AST]]:
        """The calls of `Process` with a function of the module as target: pairs of call and function."""
        for call in self.calls("Process"):
            for keyword in call.keywords:
                if keyword.arg == "target" and isinstance(keyword.value, ast.Name):
                    function = self.named(keyword.value.id)
                    if function is not None:
                        yield call, function


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def called(call: ast.Call) -> str:
    """The last part of what is called: `Lock` for `mp.Lock()`."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def loads(node: ast.AST) -> set[str]:
    """The names that are read in a node."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def stores(node: ast.AST) -> set[str]:
    """The names that are bound in a node."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def header(statement: ast.stmt) -> list[ast.AST]:
    """The parts of a statement that are evaluated in its own line: all of it, or what precedes the body."""
    return [
        each
        for name, value in ast.iter_fields(statement)
        if name not in ("body", "orelse", "finalbody", "handlers", "cases")
        for each in (value if isinstance(value, list) else [value])
        if isinstance(each, ast.AST)
    ]


def depends(text: Text, read: ast.stmt, write: ast.stmt) -> bool:
    """Whether what `write` does, or that it is done, depends on what `read` has found, in one function."""
    function = text.function(read)
    if function is not text.function(write):
        return False
    if read is write:
        return True
    found = set().union(*(stores(part) for part in header(read)))
    while True:
        more = {
            name
            for node in ast.walk(function)
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr))
            and node.value is not None
            and loads(node.value) & found
            for name in stores(node)
        }
        inner = [node for node in ast.walk(function) if isinstance(node, FUNCTIONS) and node is not function]
        more |= {node.name for node in inner if loads(node) & found}
        if more <= found:
            break
        found |= more
    if any(loads(part) & found for part in header(write)):
        return True
    tests = [
        node
        for node in ast.walk(function)
        if isinstance(node, (ast.If, ast.While)) and (node is read or loads(node.test) & found)
    ]
    return any(_decides(test, write) for test in tests)


def _decides(test: ast.If | ast.While, write: ast.stmt) -> bool:
    branches = [*test.body, *test.orelse]
    if any(write is node for each in branches for node in ast.walk(each)):
        return True
    return isinstance(test, ast.If) and isinstance(test.body[-1], LEAVES) and write.lineno > test.lineno
