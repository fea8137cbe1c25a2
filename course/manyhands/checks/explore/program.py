"""The student's modules, and the fresh namespaces in which the modelled processes execute them.

A modelled process has its own copy of every module of the student's, as a spawned one has. Their
``import`` statements are answered here: modules of the student's are executed afresh, modules
that the model has are handed out, everything else comes from Python itself. Nothing is put
into ``sys.modules`` or taken out of it.
"""

import ast
import itertools
import types
from pathlib import Path

from . import kernel, places, reach
from .hashes import hash_of


class Program:
    """Modules as text, compiled once and executed as often as processes want them.

    Args:
        name: the module that holds the function, such as ``"downloads"``.
        sources: the text of that module and of others that it imports, by name.
        folder: where further modules of the student's are looked for, or None.
    """

    def __init__(self, name, sources, folder=None):
        self.name = name
        self.sources = dict(sources)
        self.folder = Path(folder) if folder is not None else None
        self.files = {}
        self.operations = set()  # the names of those that its runs have carried out
        self._codes = {}
        self._names = {}
        self._calls = {}
        self._missing = set()
        self._threads = None
        for each in self.sources:
            self.files[f"{each}.py"] = each

    @classmethod
    def at(cls, path):
        """The program whose main module is the file at ``path``."""
        path = Path(path)
        return cls(path.stem, {path.stem: path.read_text(encoding="utf-8")}, path.parent)

    def has(self, name):
        """Whether ``name`` is a module of the student's; reads it if it is."""
        if name in self.sources:
            return True
        if self.folder is None or name in self._missing or not name.isidentifier():
            return False
        path = self.folder / f"{name}.py"
        if not path.is_file():
            self._missing.add(name)
            return False
        self.sources[name] = path.read_text(encoding="utf-8")
        self.files[f"{name}.py"] = name
        return True

    def code(self, name):
        """The module's code. Raises what compiling raises."""
        if name not in self._codes:
            text = self.sources[name]
            if self.has_threads():
                text = reach.announced(text, name, self.has)
            self._codes[name] = compile(text, f"{name}.py", "exec", dont_inherit=True)
        return self._codes[name]

    def has_threads(self):
        """Whether its processes may have threads of their own: whether it imports what starts such."""
        if self._threads is None:
            names, self._threads = [self.name], False
            for name in names:
                source = self.sources[name]
                self._threads = self._threads or reach.starts_threads(source)
                others = sorted(reach.imported(source) - set(names))
                names += [each for each in others if self.has(each)]
        return self._threads

    def called(self, place):
        """What the line that made an object calls it, or None if that cannot be read off.

        Args:
            place: the file, line and column of the call that made it, or None.
        Returns:
            A pair: the name that its value is given, with ``{}`` for its place in a list that is made
            there, and what is called there, as ``"mp.Value"``.
        """
        if place is None:
            return None
        file, line, column = place
        if file not in self._names:
            self._names[file] = _names(self.sources[self.files[file]])
        return self._names[file].get((line, column))

    def receiver(self, frame, method):
        """What the line calls the object whose method is being called in a frame, as ``"reader"``.

        None if the call under way there is no call of such a method.
        """
        file = frame.f_code.co_filename
        if file not in self._calls:
            self._calls[file] = _calls(self.sources[self.files[file]])
        place = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
        called = self._calls[file].get(place)
        return ast.unparse(called.value) if called is not None and called.attr == method else None

    def makes_one(self, kind, place):
        """Whether the line of a place calls something of a name but once."""
        file, line, _ = place
        source = self.sources[self.files[file]].splitlines()[line - 1]
        return source.count(f"{kind}(") == 1


def _calls(source):
    # The methods that are called, by where the call begins and ends.
    return {
        (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset): node.func
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def _names(source):
    names = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.withitem) and node.optional_vars is not None:
            target, value = node.optional_vars, node.context_expr
        elif isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            target, value = node.target, node.value
        else:
            continue
        pairs = [(target, value)]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = list(zip(target.elts, value.elts, strict=False))
        for name, made in pairs:
            text = ast.unparse(name).strip("()")
            if isinstance(made, ast.List):
                calls = [(f"{text}[{n}]", each) for n, each in enumerate(made.elts)]
            elif isinstance(made, ast.ListComp):
                calls = [(f"{text}[{{}}]", made.elt)]
            else:
                calls = [(text, made)]
            for called, call in calls:
                if isinstance(call, ast.Call):
                    names[call.lineno, call.col_offset] = called, ast.unparse(call.func)
                    for lock in [each.value for each in call.keywords if each.arg == "lock"]:
                        names[lock.lineno, lock.col_offset] = f"{called}'s lock", "Lock"
    return names


class Interpreter:
    """What a process has of its own: modules, and what belongs to it in the model.

    Args:
        program: whose modules it executes.
        modelled: gives the modelled module of a name, for this interpreter, or None.
        environment: a dict of the variables that it begins with, which is copied.

    Attributes:
        preload: the names of modules that its fork server is to import; None: those that it would by itself.
    """

    def __init__(self, program, modelled, environment):
        self.program = program
        self.modelled = modelled
        self.environment = dict(environment)
        self.preload = None
        self.modules = {}
        self.faces = {}
        names = vars(modelled("builtins", self)).copy()
        names["__import__"] = self._import
        names["print"] = _silent
        names["input"] = _no_input
        names["hash"] = hash_of
        names.update(places.NAMES)
        self.builtins = names

    def load(self, name):
        """The module of that name in this process; executes it the first time.

        Raises:
            ImportError: there is none.
        """
        if name in self.modules:
            return self.modules[name]
        if self.program.has(name):
            return self._execute(name)
        face = self.modelled(name, self)
        if face is not None:
            return face
        return __import__(name, fromlist=["_"])

    def _execute(self, name):
        module = types.ModuleType(name)
        module.__file__ = f"{name}.py"
        space = module.__dict__
        space["__builtins__"] = self.builtins
        self.modules[name] = module
        try:
            exec(self.program.code(name), space)
        except BaseException:
            self.modules.pop(name, None)
            raise
        return module

    def _import(self, name, globals=None, locals=None, fromlist=(), level=0):
        if level:
            kernel.world.give_up(f"a relative import of {name!r}")
        top = name.partition(".")[0]
        if top in self.modules or self.program.has(top) or self.modelled(name, self) is not None:
            return self.load(name) if fromlist else (self.load(name), self.load(top))[1]
        found = __import__(name, None, None, fromlist, 0)
        face = None if fromlist else self.modelled(top, self)
        return found if face is None else face


def _silent(*values, sep=" ", end="\n", file=None, flush=False):
    for value in values:
        str(value)


def _no_input(prompt=""):
    raise EOFError("EOF when reading a line")
