"""The start-method lens: what real processes found, and its picture; the kernel and the programs."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from displayed import shown_by
from manyhands.labs import LensLab, Program, errors_of, in_another_kernel
from manyhands.labs.processes.lens import HOW, NOTEBOOK, SCRIPT, Column, Look, column, look, read
from manyhands.labs.processes.picture import CHILDRENS, OWN, PARENTS, picture, sharing, words
from manyhands.workers.lens import LOOKS

METHODS = multiprocessing.get_all_start_methods()
posix = pytest.mark.skipif("fork" not in METHODS, reason="this system has no fork")
by_method = pytest.mark.parametrize("method", METHODS)
CHILDREN = ("child 1", "child 2")


def server_imports_main():
    """Whether this Python's fork server imports the program's main file."""
    version = sys.version_info[:3]
    return version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14)


def found(method, *names, place=SCRIPT):
    """What the two children and the parent found, by its name."""
    seen = column(method, *names, place=place).found
    return {label: [seen[who][label] for who in (*CHILDREN, "parent")] for label in seen["parent"]}


@by_method
def test_what_the_parent_set_is_there_after_a_fork_only(method):
    seen = found(method, "a name that was set later", "an open file")
    forked = method == "fork"
    assert seen["chore"] == (["dishes"] * 3 if forked else ["nothing", "nothing", "dishes"])
    assert seen["the file"] == (["open"] * 3 if forked else ["not open", "not open", "open"])


@by_method
def test_the_environment_is_that_of_the_fork_servers_start(method):
    there = "not there" if method == "forkserver" else "dishes"
    assert found(method, "the environment")["CHORE"] == [there, there, "dishes"]


@by_method
def test_a_fork_server_is_the_parent_that_the_system_knows(method):
    seen = found(method, "process ids")
    assert seen["getpid"][2] == "process A" and len(set(seen["getpid"])) == 3
    assert seen["parent_process"] == ["process A", "process A", "none"]
    servers = set(seen["getppid"][:2])
    assert len(servers) == 1 and (servers == {"process A"}) == (method != "forkserver")


@by_method
def test_the_main_file_is_imported_under_another_name_and_a_notebook_has_none(method):
    child = "__main__" if method == "fork" else "__mp_main__"
    assert found(method, "__main__") == {"__name__": [child, child, "__main__"], "main file": ["lens.py"] * 3}
    assert found(method, "__main__", place=NOTEBOOK) == {"__name__": ["lens"] * 3, "main file": ["none"] * 3}


@pytest.mark.parametrize("place", [SCRIPT, NOTEBOOK])
@by_method
def test_who_shares_a_counter_at_the_top(method, place):
    seen = found(method, "a counter at the top", place=place)
    assert seen["made by"][2] == "process A"
    if method == "fork":
        assert (seen["counter"], len(set(seen["made by"]))) == ([1, 2, 3], 1)
    elif method == "forkserver" and place == SCRIPT and server_imports_main():
        assert (seen["counter"], len(set(seen["made by"][:2]))) == ([1, 2, 1], 1)
        assert seen["made by"][0] != "process A"
    else:
        assert (seen["counter"], len(set(seen["made by"]))) == ([1, 1, 1], 3)


@by_method
def test_who_shares_random_numbers_and_hashes(method, monkeypatch):
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    seen = found(method, "random numbers", "the hash of a text")
    same = {label: [values.index(value) for value in values] for label, values in seen.items()}
    everybody, nobody, children = [0, 0, 0], [0, 1, 2], [0, 0, 2]
    imported = children if server_imports_main() else nobody
    assert same["random.random()"] == nobody
    assert same["dice.random()"] == {"fork": everybody, "forkserver": imported, "spawn": nobody}[method]
    assert same["hash('dishes')"] == {"fork": everybody, "forkserver": children, "spawn": nobody}[method]


@by_method
def test_a_forked_child_has_one_thread_and_a_lock_that_nobody_gives_back(method):
    seen = found(method, "threads and a lock")
    lock = "taken" if method == "fork" else "free"
    assert seen == {"threads": [1, 1, 2], "the lock": [lock, lock, "taken"]}


def test_a_look_has_a_column_for_each_start_method_of_the_system():
    seen = look("a name that was set later", "__main__", place=NOTEBOOK)
    assert [each.method for each in seen.columns] == [method for method in HOW if method in METHODS]
    assert all(each.first > 0 and each.later > 0 for each in seen.columns)
    assert seen.title.startswith("what each process finds, as in a notebook, Python ")
    assert 'chore = "dishes"' in seen.code and "def find_main" in seen.code


def test_a_run_that_fails_is_said_to_have_failed():
    with pytest.raises(RuntimeError, match="failed under spawn: .*KeyError"):
        column("spawn", "the weather")


SEEN = {
    "children": [
        {"found": {"pid": "process 31", "parent": "process 12", "count": 1}, "seconds": 0.2},
        {"found": {"pid": "process 32", "parent": "process 12", "count": 1}, "seconds": 0.1},
    ],
    "parent": {"pid": "process 12", "parent": "process 1", "count": 1},
    "first": 0.3,
}


def small_look():
    """A look with one column, made from SEEN."""
    seen = {**SEEN, "children": [{**each, "found": dict(each["found"])} for each in SEEN["children"]]}
    return Look(("process ids",), SCRIPT, (read("spawn", {**seen, "parent": dict(SEEN["parent"])}),))


def test_process_ids_become_letters_and_the_quicker_child_counts():
    assert small_look().columns == (
        Column(
            "spawn",
            {
                "parent": {"pid": "process A", "parent": "process B", "count": 1},
                "child 1": {"pid": "process C", "parent": "process A", "count": 1},
                "child 2": {"pid": "process D", "parent": "process A", "count": 1},
            },
            0.3,
            0.1,
        ),
    )


def test_a_colour_says_who_found_the_same():
    seen = Column("spawn", {"parent": {"a": "x"}, "child 1": {"a": "y"}, "child 2": {"a": "y"}}, 1, 1)
    assert [sharing(seen, value) for value in ("x", "y")] == [PARENTS, CHILDRENS]
    assert sharing(small_look().columns[0], "process C") == OWN
    assert sharing(small_look().columns[0], 1) == OWN


def test_the_picture_says_in_words_what_it_shows():
    default = " (the default here)" if METHODS[0] == "spawn" else ""
    first, only = words(small_look()).splitlines()
    assert first.startswith("The start-method lens: process ids, as a script, Python ")
    assert only == (
        f"- spawn{default}, each child is a new interpreter:"
        " parent: pid process A, parent process B, count 1;"
        " child 1: pid process C, parent process A, count 1;"
        " child 2: pid process D, parent process A, count 1;"
        " the first child was there after 0.300 s, a later one after 0.100 s."
    )


def test_no_text_of_the_picture_covers_another_or_leaves_its_column():
    labels = {"random.random()": "0.1234", "parent_process": "process A", "__name__": "__mp_main__", "n": 3}
    boxes = {who: labels for who in ("parent", *CHILDREN)}
    seen = Look(tuple(LOOKS)[:1], NOTEBOOK, tuple(Column(method, boxes, 10.5, 10.25) for method in HOW))
    figure = picture(seen).figure
    figure.draw_without_rendering()
    for axes in figure.axes:
        extents = [text.get_window_extent() for text in axes.texts]
        assert all(axes.bbox.x0 - 1 <= each.x0 and each.x1 <= axes.bbox.x1 + 1 for each in extents)
        for number, each in enumerate(extents):
            assert not any(each.overlaps(other) for other in extents[number + 1 :])


def test_to_draw_a_look_takes_less_than_half_a_second():
    picture(small_look())._repr_mimebundle_()  # the first picture of a process loads the fonts
    before = time.thread_time()
    picture(small_look())._repr_mimebundle_()
    assert time.thread_time() - before < 0.5


@pytest.fixture
def shown(monkeypatch):
    return shown_by(monkeypatch, "processes.lab", "widget")


def test_the_lab_shows_its_controls_and_the_picture_of_a_first_look(shown):
    lab = LensLab()
    lab.show()
    controls, first = shown
    assert list(controls) == ["application/vnd.jupyter.widget-view+json"]
    assert "a name that was set later, as a script" in first["text/plain"]
    assert "def find_chore" in lab.message.value
    lab.name.value, lab.place.value = "__main__", NOTEBOOK
    lab.start.click()
    assert "__main__, as in a notebook" in shown[-1]["text/plain"]
    assert lab.seen[-1].names == ("__main__",) and not lab.start.disabled


def test_an_error_is_one_line_and_the_lab_goes_on(shown, monkeypatch):
    def broken(*names, place):
        raise RuntimeError("no\nprocess <left>")

    lab = LensLab()
    monkeypatch.setattr("manyhands.labs.processes.lab.look", broken)
    lab.start.click()
    assert "RuntimeError: no process &lt;left&gt;" in lab.message.value
    assert not shown and not lab.start.disabled


@posix
def test_a_forked_child_stays_beside_the_kernel_unless_it_exits():
    assert in_another_kernel("import os; print(os.getpid() > 0); os.fork()")[2] == 1
    assert in_another_kernel("import os; os.fork() or os._exit(0); os.wait()").children == 0
    assert not [child for child in psutil.Process().children() if "ipykernel" in " ".join(child.cmdline())]


def test_a_function_of_a_cell_is_not_found_by_a_spawned_child():
    cell = (
        "import multiprocessing\ndef work(): pass\n"
        "child = multiprocessing.get_context('spawn').Process(target=work)\n"
        "child.start(); child.join(); print(child.exitcode)"
    )
    seen = in_another_kernel(cell)
    assert seen.output == "1\n"
    assert any(each.startswith("AttributeError") for each in errors_of(seen.errors))


@posix
def test_ctrl_c_ends_every_process_of_a_program():
    program = Program("interrupted.py")
    broken, mended = program.interrupt("broken"), program.interrupt("mended")
    assert broken.stderr.count("Traceback") == 3
    assert "Traceback" not in mended.stderr
    assert mended.stdout.splitlines()[1:] == ["all have ended: True"]
    for run in (broken, mended):
        assert not any(psutil.pid_exists(int(pid)) for pid in run.stdout.splitlines()[0].split())


def test_ctrl_c_is_heard_though_whoever_starts_the_program_ignores_it():
    code = "from manyhands.labs import Program; print(Program('interrupted.py').interrupt('mended').stdout)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN), capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[1] == "all have ended: True"


def test_there_must_be_such_a_program_and_its_text_is_shown():
    with pytest.raises(FileNotFoundError):
        Program("nowhere.py")
    assert "os.fork()" in Program("fork.py")._repr_markdown_()
    assert os.path.samefile(Program("fork.py").path.parent, Program("guard.py").path.parent)


def test_the_lines_that_tell_an_exception():
    told = "Traceback\n  File …\nValueError: no: not so\nRuntimeError: \nan Error in a sentence\n"
    told += "\x1b[1;35mKeyError\x1b[0m: \x1b[35m'mine'\x1b[0m"
    assert errors_of(told) == ["ValueError: no: not so", "RuntimeError", "KeyError: 'mine'"]
