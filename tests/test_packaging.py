"""What the project says of itself agrees: dependencies, lock file, environment, house."""

import ast
import graphlib
import re
import subprocess
import sys
import tomllib

import pytest
import yaml
from manyhands import manifest

ROOT = manifest.root()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DIRECT = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]}
LOCK = (ROOT / "requirements.lock").read_text()
PINS = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.M))
LIBRARY = ROOT / "course" / "manyhands"
MAY_IMPORT = {
    "workers": set(),
    "timeline": set(),
    "labs": {"timeline", "workers", "checks"},
    "checks": set(),
    "verify": {"checks"},
    "classroom": {"checks"},
}
CHECKS_MAY_IMPORT = {
    "data": set(),
    "seen": {"data"},
    "background": set(),
    "deadline": set(),
    "warm": set(),
    "run": {"data", "background", "deadline", "warm"},
    "explore": {"data", "background", "deadline", "warm"},
    "explain": {"data", "run", "explore"},
    "notebooks": set(),
    "verdict": {"explore", "explain", "notebooks"},
    "ran": {"data", "seen", "run", "explore", "explain", "verdict"},
    "asserted": {"data", "explain", "verdict"},
    "answer": {"data", "background", "run", "explore", "explain", "verdict", "ran", "asserted"},
    "judge": {"answer", "background", "notebooks", "verdict"},
}
"""For each room, and each room or module of `checks`, what else of the same house it may import."""


def tracked_files():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in names.stdout.split("\0") if name and (ROOT / name).exists()]


def test_every_dependency_is_locked_with_hashes_and_without_addresses():
    assert set(PINS) >= DIRECT
    assert "://" not in LOCK
    for block in re.split(r"\n(?=[\w.-]+==)", LOCK)[1:]:
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_conda_users_get_the_same_versions():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    [packages] = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    pins = dict(line.split("==") for line in packages if "==" in line)
    assert pins == {name: PINS[name] for name in DIRECT}


def named(path):
    """The whole name of the module or package that stands at a path of the library."""
    parts = path.relative_to(LIBRARY.parent).parts
    return ".".join(parts).removesuffix(".py").removesuffix(".__init__")


MODULES = {named(path): path for path in LIBRARY.rglob("*.py")}


def imported(path):
    """The modules of the library that a file imports, anywhere in its text, by their whole names."""
    package = named(path.parent).split(".")
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            names = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else base for name in names if base in MODULES)


@pytest.mark.parametrize("place", [LIBRARY, LIBRARY / "checks"], ids=lambda place: place.name)
def test_no_room_imports_one_above_it(place):
    may_import = MAY_IMPORT if place == LIBRARY else CHECKS_MAY_IMPORT
    for room, allowed in may_import.items():
        start = f"{named(place)}.{room}"
        files = [path for name, path in MODULES.items() if f"{name}.".startswith(f"{start}.")]
        assert files, f"there is no room {room}"
        for path in files:
            rooms = {name.removeprefix(f"{named(place)}.").split(".")[0] for name in imported(path)}
            others = rooms & set(may_import) - {room}
            assert others <= allowed, f"{path.relative_to(ROOT)} imports {others}"


def test_every_room_and_module_of_the_checks_has_its_place_in_the_order():
    here = {path.stem for path in (LIBRARY / "checks").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert here - {"__init__", "__pycache__"} == set(CHECKS_MAY_IMPORT)


def test_no_modules_import_each_other_in_a_circle():
    imports = {name: {*imported(path)} - {name} for name, path in MODULES.items()}
    try:
        graphlib.TopologicalSorter(imports).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_a_worker_process_does_not_load_what_only_the_notebook_needs():
    program = (
        "import sys, manyhands.workers.pools, manyhands.checks.run.inside; "
        "print({'matplotlib', 'ipywidgets', 'IPython', 'nbgrader', 'psutil', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_who_asks_for_an_exploration_does_not_load_the_model():
    code = "import sys, manyhands.command; print({'greenlet', 'asyncio'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"


def test_each_folder_of_the_library_says_what_lives_there():
    for folder in {path.parent for path in LIBRARY.rglob("*.py")}:
        assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text())), folder.relative_to(ROOT)


def test_no_absolute_path_of_a_machine_is_committed():
    home = re.compile(rb"/(?:home|Users|root)/\w")
    for path in tracked_files():
        assert not home.search(path.read_bytes()), path.relative_to(ROOT)


def test_the_code_is_tidy():
    subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, check=True)
