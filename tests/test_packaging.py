"""What the project says of itself agrees: dependencies, lock file, environment, house."""

import ast
import re
import subprocess
import sys
import tomllib

import yaml
from manyhands import manifest

ROOT = manifest.root()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DIRECT = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]}
LOCK = (ROOT / "requirements.lock").read_text()
PINS = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.M))
ROOMS = ["workers", "timeline", "labs", "checks", "classroom"]
MAY_IMPORT = {
    "workers": set(),
    "timeline": set(),
    "labs": {"timeline", "workers", "checks"},
    "checks": set(),
    "classroom": {"checks"},
}


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


def test_no_room_imports_one_above_it():
    library = ROOT / "course" / "manyhands"
    for room in ROOMS:
        for path in (library / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module == "manyhands":
                    names = [f"manyhands.{alias.name}" for alias in node.names]
                rooms = {name.split(".")[1] for name in names if name.startswith("manyhands.")}
                others = rooms & set(ROOMS) - {room}
                assert others <= MAY_IMPORT[room], f"{path.relative_to(ROOT)} imports {others}"


def test_a_worker_process_does_not_load_what_only_the_notebook_needs():
    program = (
        "import sys, manyhands.workers.pools, manyhands.checks.run.inside; "
        "print({'matplotlib', 'ipywidgets', 'IPython', 'nbgrader', 'psutil', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_each_folder_of_the_library_says_what_lives_there():
    for room in ROOMS:
        assert ast.get_docstring(ast.parse((ROOT / "course/manyhands" / room / "__init__.py").read_text()))


def test_no_absolute_path_of_a_machine_is_committed():
    home = re.compile(rb"/(?:home|Users|root)/\w")
    for path in tracked_files():
        assert not home.search(path.read_bytes()), path.relative_to(ROOT)


def test_the_code_is_tidy():
    subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, check=True)
