"""A program that announces what it uses means what it meant before: snippets, and modules of Python's own.

Each snippet is run as it is, with announcements outside any run, and in a modelled process beside a thread
that waits: once where no announcement is a step, once where each of them is.
"""

import ast
import builtins
import importlib
import linecache
import textwrap
import traceback
import types

import pytest
from manyhands.checks.data import described, encode
from manyhands.checks.explore import places, reach
from manyhands.checks.explore.trial import Exploration, Limits, Task

BESIDE = """
import threading
def explored():
    gate = threading.Event()
    threading.Thread(target=gate.wait, daemon=True).start()
    return main()
"""

SNIPPETS = {
    "a global that is counted": """
        n = 0
        def main():
            global n
            n += 1; n -= 3; n *= 2; n **= 2; n //= 3; n %= 4; n <<= 3; n |= 1; n ^= 2; n &= 7; n >>= 1
            return n
    """,
    "a global that is not there": """
        def main():
            try:
                return missing
            except NameError as error:
                return str(error)
        def other():
            global missing
            missing = 1
    """,
    "a global that is taken away": """
        kept = 1
        def main():
            global kept
            del kept
            try:
                return kept
            except NameError as error:
                return str(error)
    """,
    "a variable that inner functions have": """
        def main():
            n, said = 0, []
            def add(k=1):
                nonlocal n
                n += k
                said.append(n)
                return n
            for k in range(4):
                add(k)
            later = [lambda: k for k in range(3)]
            fixed = [lambda k=k: k for k in range(3)]
            return n, said, [each() for each in later], [each() for each in fixed]
    """,
    "a variable of an enclosing function that has no value": """
        def main():
            def look():
                return x
            try:
                look()
            except NameError as error:
                first = str(error)
            x = 1
            del x
            try:
                return x
            except UnboundLocalError as error:
                return first, str(error)
    """,
    "the order of evaluation": """
        said = []
        class Thing:
            def __init__(self, name): object.__setattr__(self, "name", name); said.append("make " + name)
            def __getitem__(self, key): said.append(("get", self.name, key)); return 1
            def __setitem__(self, key, value): said.append(("set", self.name, key, value))
            def __delitem__(self, key): said.append(("del", self.name, key))
            def __setattr__(self, name, value): said.append(("setattr", self.name, name, value))
            def __delattr__(self, name): said.append(("delattr", self.name, name))
            def __getattr__(self, name): said.append(("getattr", self.name, name)); return 2
            def __contains__(self, key): said.append(("in", self.name, key)); return True
            def __bool__(self): said.append(("bool", self.name)); return True
        def tell(value):
            said.append(value)
            return value
        def main():
            Thing("a")[tell(1)] = tell(2)
            Thing("b").x = tell(3)
            Thing("c")[tell(4)] += tell(5)
            Thing("d").y += tell(6)
            del Thing("e")[tell(7)], Thing("f").z
            Thing("g")[tell(8)], Thing("h").w = tell(9), tell(10)
            first = Thing("i")[tell(11):tell(12), ::2] = tell(13)
            tell(14) in Thing("j"), tell(15) not in Thing("k")
            Thing("l").m.bit_length(), Thing("m").n
            x = 1 if Thing("o") else 2
            assert Thing("p") and (not Thing("q") or Thing("r"))
            tell(1) < tell(2) < tell(0) < tell(5)
            print(tell(20), *[tell(21)], sep=tell(""), **{"end": tell("")})
            a = b = c = tell(22)
            (d, *e), f = [tell(23), tell(24), tell(25)], tell(26)
            return said, first, x, a, b, c, d, e, f
    """,
    "attributes": """
        class Counter:
            total = 0
            def __init__(self):
                self.n, self.__hidden = 0, [1]
                self.also: int = 4
            def add(self):
                self.n += 1
                Counter.total += 1
                self.__hidden.append(self.n)
                self.__hidden += [9]
                return self
            @property
            def double(self): return 2 * self.n
            @double.setter
            def double(self, value): self.n = value // 2
            @classmethod
            def make(cls): return cls()
            @staticmethod
            def plus(a, b): return a + b
        class Slotted:
            __slots__ = ("a",)
            def __init__(self): self.a = 1
        class Child(Counter):
            def add(self):
                super().add()
                return super(Child, self).add()
        def main():
            c = Child.make().add().add()
            c.double += 4
            s = Slotted(); s.a += 1
            with_error = []
            for act in (lambda: s.b, lambda: setattr(s, "b", 1), lambda: c.nothing, lambda: Counter.nothing):
                try:
                    act()
                except AttributeError as error:
                    with_error.append(type(error).__name__)
            del c.also
            return (c.n, Counter.total, c.double, c._Counter__hidden, s.a, c.plus(1, 2), hasattr(c, "also"),
                    with_error)
    """,
    "containers": """
        from collections import Counter, OrderedDict, defaultdict, deque
        import heapq, bisect, itertools
        def main():
            d, l, s, q = {"a": 1}, [3, 1, 2], {1, 2}, deque([1, 2], maxlen=3)
            d["a"] += 1; d.setdefault("b", []).append(4); d |= {"c": 5}; d.update(e=6); d.pop("e"); del d["c"]
            l[0] += 1; l[-1] = 9; l[1:2] = [7, 8]; l.sort(); l += (1, 2); l *= 2; l.remove(1); del l[0], l[-1]
            s.add(3); s |= {4}; s -= {1}; s.discard(2)
            q.append(3); q.append(4); q.appendleft(0); q.rotate(1)
            groups = defaultdict(list)
            for k, v in [("x", 1), ("y", 2), ("x", 3)]:
                groups[k].append(v)
            counts = Counter("hello"); counts["l"] += 1; counts["z"] += 2
            o = OrderedDict(a=1, b=2); o.move_to_end("a")
            heap = []
            for each in (3, 1, 2):
                heapq.heappush(heap, each)
            bisect.insort(l, 4)
            count = itertools.count(5)
            errors = []
            for act in (lambda: d["no"], lambda: l[99], lambda: l["x"], lambda: d[[]], lambda: q.index(77)):
                try:
                    act()
                except Exception as error:
                    errors.append((type(error).__name__, str(error)))
            array = bytearray(b"abc"); array[0] = 120
            text = f"{d} {l!r:>40} {len(s):{'>'}5}"
            return (d, l, sorted(s), list(q), dict(groups), dict(counts), list(o), heap,
                    next(count), next(count), errors, bytes(array), text,
                    "a" in d, "zz" not in d, 4 in l, sum(l), max(l), [*l, *s],
                    {**d, "z": 1}, dict(zip("ab", l)), sorted(l, key=lambda v: -v), any(v > 3 for v in l))
    """,
    "a dict that changes while it is gone through": """
        def main():
            d = {1: 2}
            try:
                for k in d:
                    d[k + 1] = 0
            except RuntimeError as error:
                return str(error), len(d)
    """,
    "loops inside": """
        def main():
            rows = [[1, 2], [3, 4]]
            k = 10
            made = [k * x for row in rows for x in row if x if x % 2 or x > 3]
            them = {x: k for x in made}, {x % 3 for x in made}, tuple(x + k for x in made)
            nested = [[y for y in row if y != k] for row in rows]
            last = [z := x for x in made]
            return made, [sorted(each) if isinstance(each, set) else each for each in them], nested, last, z
    """,
    "targets of all kinds": """
        import contextlib
        @contextlib.contextmanager
        def pair():
            yield 1, [2, 3]
        class Box: pass
        def main():
            box, d, seen = Box(), {}, []
            def look(): return a, b, i, box.x, c
            for box.x in range(3): pass
            for d["k"], (a, *b) in [(1, (2, 3, 4)), (5, (6,))]:
                seen.append((d["k"], a, b))
            for i in range(3): pass
            else: seen.append("else")
            with pair() as (c, (box.y, d["z"])), pair() as whole:
                seen.append((c, box.y, d, whole))
            c = box.w = d["q"] = 7
            [box.r, *box.s] = 1, 2, 3
            return look(), seen, box.w, d, box.r, box.s
    """,
    "walrus and conditions": """
        def main():
            n, said = 0, []
            def count(): return n
            while (n := n + 1) < 5:
                if (m := n) % 2:
                    continue
                said.append(count() + m)
            else:
                said.append("done")
            return said, n, 1 if said else 2, said and n, not said, said or n, n and [] or "none"
    """,
    "match": """
        class Point:
            __match_args__ = ("x", "y")
            def __init__(self, x, y): self.x, self.y = x, y
        class Kind: one = 1
        def tell(value):
            match value:
                case Kind.one: return "one"
                case Point(x, y=0) if x > 3: return ("point", x)
                case [a, *rest] if rest: return (a, rest)
                case {"k": v, **more}: return (v, more)
                case str() | bytes() as text: return text
                case _: return "else"
        def main():
            values = (1, Point(5, 0), Point(1, 0), [1, 2, 3], {"k": 2, "z": 3}, "s", b"b", 4.5)
            return [tell(value) for value in values]
    """,
    "generators": """
        def numbers(n):
            total = 0
            while total < n:
                got = yield total
                total += got or 1
            return total
        def both(n):
            first = yield from numbers(n)
            second = yield from numbers(n)
            return first + second
        def main():
            made = list(both(3))
            run = numbers(5); next(run); run.send(3)
            try:
                next(run), next(run)
            except StopIteration as stop:
                return made, stop.value
    """,
    "coroutines": """
        class Waits:
            def __await__(self):
                yield "wait"
                return 5
        class Many:
            def __init__(self): self.left = 3
            def __aiter__(self): return self
            async def __anext__(self):
                if not self.left: raise StopAsyncIteration
                self.left -= 1
                return self.left
        class Guard:
            async def __aenter__(self): return [1]
            async def __aexit__(self, *error): return False
        async def work():
            n = 0
            def look(): return n
            n += await Waits()
            found = [x async for x in Many()]
            async for each in Many():
                found.append(each + look())
            async with Guard() as got:
                got[0] += await Waits()
            return n, found, got
        def main():
            run, said = work(), []
            while True:
                try:
                    said.append(run.send(None))
                except StopIteration as stop:
                    return said, stop.value
    """,
    "exceptions": """
        said = []
        def fail(n):
            try:
                said.append(n)
                if n:
                    raise ValueError(n) from KeyError(n)
            except (ValueError, TypeError) as error:
                said.append(repr(error.__cause__))
                return 1
            else:
                said.append("else")
            finally:
                said.append("finally")
            return 2
        def main():
            out = [fail(0), fail(1)]
            try:
                raise ExceptionGroup("some", [ValueError(1), TypeError(2)])
            except* ValueError as found:
                said.append(len(found.exceptions))
            except* TypeError:
                said.append("type")
            try:
                1 + "a"
            except TypeError as error:
                said.append(str(error))
            try:
                x = 1
                x += "a"
            except TypeError as error:
                said.append(str(error))
            return out, said
    """,
    "classes": """
        import enum, dataclasses
        from dataclasses import dataclass, field
        limit = 3
        def decorate(by):
            def outer(cls):
                cls.by = by
                return cls
            return outer
        @decorate(limit + 1)
        class A:
            size = limit
            sizes = [size, limit]
            table = {k: limit for k in sizes}
            size += 1
            x: int = 5
            def of(self): return __class__.size
            class Inner: depth = 2
        class Colour(enum.Enum):
            RED = 1
            BLUE = enum.auto()
        @dataclass
        class Point:
            x: int
            ys: list = field(default_factory=list)
        class Meta(type):
            def __call__(cls, *a): made = super().__call__(*a); made.tag = cls.__name__; return made
        class B(metaclass=Meta): pass
        def main():
            global limit
            limit += 1
            p = Point(1); p.ys.append(2); p.x += 1
            return (A().of(), A.sizes, A.table, A.by, A.x, A.Inner.depth, Colour.BLUE.value,
                    dataclasses.asdict(p), B().tag, limit, Point(1) == Point(1))
    """,
    "arguments": """
        base = 2
        def take(a, /, b=base, *rest, c, d=[1], **more): return a, b, rest, c, d, sorted(more.items())
        def main():
            global base
            base = 7
            args, named = [1, 2, 3], {"c": 4, "z": 5}
            return take(*args, **named), take(0, c=base, *args), (lambda x=base, *y: (x, y))(3, *args)
    """,
    "imports": """
        import os.path as path, collections.abc
        import math
        from math import pi as circle, floor
        def main():
            import json
            from math import ceil
            return (path.join("a", "b"), math.floor(circle), floor(circle), ceil(circle),
                    json.dumps([1, {"a": None}]), isinstance([], collections.abc.Sequence), math.inf > 1)
    """,
    "typing": """
        from __future__ import annotations
        from typing import Generic, TypeVar
        T = TypeVar("T")
        class Stack(Generic[T]):
            items: list[T]
            def __init__(self): self.items: list[T] = []
            def push(self, item: T) -> Stack[T]: self.items.append(item); return self
        def main() -> dict[str, int]:
            total: int
            total: int = 0
            return {"n": len(Stack[int]().push(1).items), "t": total}
    """,
    "a docstring": '''
        """What it is for."""
        def main():
            """What it does."""
            return __doc__, main.__doc__, __name__ != ""
    ''',
    "slices": """
        def main():
            l = list(range(10))
            l[2:4] = "ab"
            l[::3] += [1] if False else []
            del l[-2:]
            part = slice(1, None, 2)
            return l, l[1:], l[:-1], l[::2], l[part], "abc"[::-1], (1, 2, 3)[1:]
    """,
}


def compiled(text):
    return compile(
        reach.announced(text, "snippet", lambda name: False), "snippet.py", "exec", dont_inherit=True
    )


def run(code, **names):
    space = {"__name__": "snippet", "__builtins__": {**vars(builtins), **names}}
    exec(code, space)
    return space


def returned(text, code, **names):
    return encode(run(code, **names)["main"](), described)


def plain(text):
    return returned(text, compile(text, "snippet.py", "exec", dont_inherit=True))


by_text = pytest.mark.parametrize("text", [textwrap.dedent(each) for each in SNIPPETS.values()], ids=SNIPPETS)


@by_text
def test_outside_any_run(text):
    assert returned(text, compiled(text), **places.NAMES) == plain(text)


@pytest.mark.parametrize("points", [0, 2_000], ids=["no steps", "all are steps"])
@by_text
def test_beside_another_thread(text, points):
    source = text + BESIDE
    limits = Limits(
        bound=0, samples=0, budget=1, points=["target", *(f"snippet:{n}" for n in range(1, points))]
    )
    found = Exploration(Task("snippet", {"snippet": source}, "explored"), limits).go()
    assert found.cannot_model is None
    [outcome] = found.found.values()
    assert (outcome.kind, outcome.value) == ("result", plain(text))
    assert points or found.trial.program.operations <= {"start", "wait"}


def test_where_all_are_steps_there_are_steps():
    source = "n = [0]\ndef main():\n    global n\n    n += [1]\n    n[0] += 1\n    return n\n" + BESIDE
    limits = Limits(bound=0, samples=0, budget=1, points=[f"snippet:{n}" for n in range(1, 99)])
    found = Exploration(Task("snippet", {"snippet": source}, "explored"), limits).go()
    assert {"read", "write"} <= found.trial.program.operations


def test_what_is_no_step_of_a_container_is_said_where_several_threads_use_it():
    source = """
        import threading
        from collections import Counter
        def main():
            counts = Counter()
            workers = [threading.Thread(target=lambda: counts.update({"a": 1})) for _ in range(2)]
            for each in workers: each.start()
            for each in workers: each.join()
            return counts["a"]
    """
    task = Task("snippet", {"snippet": textwrap.dedent(source)}, "main")
    found = Exploration(task, Limits()).go()
    assert found.cannot_model == "Counter.update of what several threads use"


@by_text
def test_each_line_stays_where_it_was(text):
    assert _places_of(compiled(text)) >= _places_of(compile(text, "snippet.py", "exec")) - {None}


def _places_of(code):
    # Which lines are executed, in the module and in all functions of it.
    found = {line for _, _, line in code.co_lines()}
    for each in code.co_consts:
        if isinstance(each, types.CodeType) and each.co_name != "<lambda>":
            found |= _places_of(each)
    return found


def test_an_error_is_told_of_the_same_line():
    text = textwrap.dedent(
        """
        n = 0
        class Box:
            def __init__(self):
                self.items = {}
            def take(self, key):
                return (self.
                        items[key])
        def main():
            global n
            n += 1
            box = Box()
            box.take(
                "nothing")
        """
    )
    told = []
    for code, names in ((compile(text, "snippet.py", "exec"), {}), (compiled(text), places.NAMES)):
        with pytest.raises(KeyError) as caught:
            run(code, **names)["main"]()
        frames = traceback.extract_tb(caught.value.__traceback__)
        told.append([(each.name, each.lineno) for each in frames if each.filename == "snippet.py"])
    assert told[0] == told[1]


def test_a_call_begins_and_ends_where_it_did():
    text = "import threading\nimport a\nlock, other = threading.Lock(), a.b.make(\n    1)\n"

    def calls(tree):
        return {
            (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
        }

    assert calls(ast.parse(text)) <= calls(reach.announced(text, "snippet", lambda name: True))


def test_a_text_that_is_wrong_raises_what_compiling_raises():
    for text in ("def main(:\n    pass\n", "return 1\n", "def f():\n    nonlocal n\n", "await x\n"):
        with pytest.raises(SyntaxError) as expected:
            compile(text, "snippet.py", "exec")
        with pytest.raises(SyntaxError) as raised:
            reach.announced(text, "snippet", lambda name: False)
        assert (str(raised.value), raised.value.lineno) == (str(expected.value), expected.value.lineno)


USES = {
    "textwrap": lambda m: m.wrap("one two three four five six", 11) + [m.dedent("  a\n  b")],
    "fractions": lambda m: str(m.Fraction("3/4") + m.Fraction(1, 3) ** 2),
    "difflib": lambda m: list(m.unified_diff(["a", "b"], ["a", "c", "d"])),
    "shlex": lambda m: m.split("a 'b c' --d=\"e f\" # no", comments=True),
    "pprint": lambda m: m.pformat({"a": list(range(30)), "b": {"c": (1, 2)}}, width=30),
    "copy": lambda m: m.deepcopy({"a": [1, {2: (3,)}]}),
    "string": lambda m: m.Template("$a and ${b}").substitute(a=1, b=2) + m.Formatter().format("{0:>4}", 3),
    "configparser": lambda m: _configured(m),
    "graphlib": lambda m: list(m.TopologicalSorter({"a": {"b"}, "b": {"c"}}).static_order()),
    "statistics": lambda m: (m.median([3, 1, 2]), m.mean([1, 2, 4]), m.mode("aab"), m.pstdev([1, 3])),
    "heapq": lambda m: list(m.merge([1, 4], [2, 3])) + m.nlargest(2, [1, 5, 3]),
    "html.parser": lambda m: _parsed(m),
    "argparse": lambda m: _argued(m),
    "ast": lambda m: m.dump(m.parse("a = [b for c in d]")),
    "contextlib": lambda m: _stacked(m),
    "csv": lambda m: list(m.DictReader(["a,b", "1,2", '3,"4,5"'])),
    "gettext": lambda m: m.c2py("n > 1 ? 2 : n")(5),
    "json.encoder": lambda m: m.JSONEncoder(indent=2).encode({"a": [1, 2, {"b": None}]}),
    "tokenize": lambda m: len(list(m.tokenize(iter([b"a = 1\n", b""]).__next__))),
}


def _configured(m):
    parser = m.ConfigParser()
    parser.read_string("[a]\nb = 1\nc = %(b)s2\n[d]\n")
    return parser.sections(), dict(parser["a"])


def _parsed(m):
    said = []

    class Parser(m.HTMLParser):
        def handle_starttag(self, tag, attributes):
            said.append((tag, attributes))

    Parser().feed("<p class=x>text<b>more</b></p>")
    return said


def _argued(m):
    parser = m.ArgumentParser(prog="p")
    parser.add_argument("--n", type=int, default=3)
    parser.add_argument("names", nargs="*")
    found = parser.parse_args(["--n", "4", "a", "b"])
    return found.n, found.names, parser.format_usage()


def _stacked(m):
    said = []
    with m.ExitStack() as stack:
        stack.callback(said.append, 1)
        stack.enter_context(m.suppress(KeyError))
        raise KeyError
    return said


@pytest.mark.parametrize("name", USES)
def test_modules_of_pythons_own_work_as_they_did(name):
    real = importlib.import_module(name)
    text = "".join(linecache.getlines(real.__file__))
    tree = reach.announced(text, name.replace(".", "_"), lambda each: True)
    module = types.ModuleType(name)
    module.__package__, module.__file__ = real.__package__, real.__file__
    space = vars(module)
    space["__builtins__"] = {**vars(builtins), **places.NAMES}
    exec(compile(tree, real.__file__, "exec", dont_inherit=True), space)
    assert USES[name](module) == USES[name](real)
