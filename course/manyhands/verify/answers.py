"""The right and wrong answers in `tests/answers/UNIT/TASK/`: each file's first line says what it must get.

«# right», or «# VERDICT MISCONCEPTION rule N», with «-» where no misconception can be told, and without a
rule for an answer that is none.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.notebooks import BadInput
from manyhands.checks.verdict import Kind

FOLDER = Path("tests", "answers")
SOLUTION = "solution"
"""Under which name the answer in the notebook with solutions goes."""

_WORDS = re.compile(r"# (?P<verdict>[A-Z]+) (?P<misconception>-|M\d{2,3})(?: rule (?P<rule>\d+))?")


@dataclass(frozen=True)
class AnswerFile:
    """One answer: its file, unit and task; the verdict, misconception and broken rule that it must get."""

    path: Path
    unit: str
    task: str
    verdict: str
    misconception: str | None
    rule: int | None

    @property
    def due(self) -> tuple[str, str | None, int | None]:
        """The verdict, the misconception and the rule."""
        return self.verdict, self.misconception, self.rule

    @property
    def right(self) -> bool:
        return self.verdict == "PASS"

    def __str__(self) -> str:
        return f"{self.unit}/{self.task}/{self.path.stem}"


def folder(root: Path, unit: manifest.Unit, task: manifest.Task) -> Path:
    """The folder of a task's answers."""
    return root / FOLDER / unit.id / task.id


def answer_files(folder: Path) -> list[AnswerFile]:
    """All the answers in the folders UNIT/TASK of a folder, by unit, task and name."""
    return [_read(path) for path in sorted(folder.glob("*/*/*.py"))]


def answers_of(root: Path, unit: manifest.Unit, task: manifest.Task) -> list[AnswerFile]:
    """The answers to a task, by name. Raises BadInput if there is no right one, or one has no header."""
    place = folder(root, unit, task)
    files = [_read(path) for path in sorted(place.glob("*.py"))]
    if not any(file.right for file in files):
        raise BadInput(
            f"{place.relative_to(root)}: there is no right answer to {task.id!r}; "
            "put one there, in a file that begins with «# right»"
        )
    return files


def right_answers(root: Path, unit: manifest.Unit, task: manifest.Task) -> dict[str, str]:
    """The texts of the right answers to a task by the names of their files, and that of its solution.

    Each text once: an answer that says the same as one before it is left out.
    """
    texts = {SOLUTION: _solution(root, unit, task)}
    texts |= {
        file.path.name: file.path.read_text(encoding="utf-8")
        for file in answers_of(root, unit, task)
        if file.right
    }
    distinct: dict[str, str] = {}
    for name, text in texts.items():
        try:
            distinct.setdefault(ast.unparse(ast.parse(text)), name)
        except SyntaxError as error:
            place = folder(root, unit, task).relative_to(root)
            raise BadInput(f"{place}/{name}: line {error.lineno}: {error.msg}; mend it") from None
    return {name: texts[name] for name in distinct.values()}


def given(root: Path, unit: manifest.Unit, task: manifest.Task) -> frozenset[str]:
    """The functions and classes of a task's module that are given, as `ast.unparse` has them."""
    text = _solution(root, unit, task)
    own = re.compile(r"### BEGIN SOLUTION\n.*?### END SOLUTION", re.S)
    lines = {
        number
        for part in own.finditer(text)
        for number in range(text.count("\n", 0, part.start()), text.count("\n", 0, part.end()) + 2)
    }
    return frozenset(
        ast.unparse(node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not lines.intersection(range(node.lineno, node.end_lineno + 1))
    )


def _solution(root: Path, unit: manifest.Unit, task: manifest.Task) -> str:
    path = judge.test_source(root, unit)
    modules = notebooks.modules(notebooks.read(path))
    if task.modules[0] not in modules:
        raise BadInput(
            f"{path}: no cell writes {task.modules[0]}; begin one with %%writefile {task.modules[0]}"
        )
    return modules[task.modules[0]]


def _read(path: Path) -> AnswerFile:
    unit, task = path.parts[-3:-1]
    first = (path.read_text(encoding="utf-8").splitlines() or [""])[0].strip()
    if first == "# right":
        return AnswerFile(path, unit, task, "PASS", None, None)
    words = _WORDS.fullmatch(first)
    if not words or words["verdict"] not in set(Kind):
        raise BadInput(
            f"{'/'.join(path.parts[-5:])}: its first line is «{first}»; "
            "write «# right», or «# VERDICT MISCONCEPTION rule N» with «-» for no misconception"
        )
    misconception = None if words["misconception"] == "-" else words["misconception"]
    rule = int(words["rule"]) if words["rule"] else None
    return AnswerFile(path, unit, task, words["verdict"], misconception, rule)
