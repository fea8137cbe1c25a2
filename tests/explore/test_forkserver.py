"""A fork server's processes: what they have in common, in the model and for real."""

import json
import subprocess
import sys
import textwrap

import pytest
from manyhands.checks import Answer
from manyhands.checks.answer import asking
from manyhands.checks.data import decode
from manyhands.checks.explore import explore
from manyhands.checks.explore.model import forkserver
from manyhands.checks.explore.trial import Exploration, Limits, Task

MAIN_IMPORTED = sys.version_info >= (3, 14)

SHARED_AT_THE_TOP = """
    import multiprocessing
    import os
    import random

    total = multiprocessing.Value("i", 0)
    lock = multiprocessing.Lock()
    reader, writer = multiprocessing.Pipe(duplex=False)
    where = os.getpid()
    table = [3]

    def add(found):
        with lock:
            total.value += 1
        table.append(1)
        writer.send(total.value)
        found.put((reader.recv(), where == os.getpid(), len(table), random.random()))

    def main():
        found = multiprocessing.SimpleQueue()
        seen = []
        for _ in range(3):
            worker = multiprocessing.Process(target=add, args=(found,))
            worker.start()
            seen.append(found.get())
            worker.join()
        counts, own, lengths, drawn = zip(*seen)
        return [list(counts), total.value, list(own), list(lengths), len(set(drawn))]
    """
"""How often each of three children has counted, what the parent has, whose pid the module has kept, and
that a list is each child's own; each child draws another random number."""

BEFORE = """
import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("forkserver")
"""
AFTER = """
if __name__ == "__main__":
    import json
    print(json.dumps(main()))
"""


def explored(source, **limits):
    task = Task("answer", {"answer": textwrap.dedent(source)}, "main")
    return Exploration(task, Limits(start_method="forkserver", **limits)).go()


def results(source, **limits):
    found = explored(source, **limits)
    assert found.cannot_model is None
    assert {each.kind for each in found.found.values()} == {"result"}
    return [decode(each.value) for each in found.found.values()]


def as_a_script(source, folder):
    path = folder / "script.py"
    path.write_text(BEFORE + textwrap.dedent(source) + AFTER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


IN_COMMON = [[1, 2, 3], 0, [False, False, False], [2, 2, 2], 3]
EACH_ITS_OWN = [[1, 1, 1], 0, [True, True, True], [2, 2, 2], 3]


@pytest.mark.parametrize(
    ("imported", "due"), [(True, IN_COMMON), (False, EACH_ITS_OWN)], ids=["imported", "not"]
)
def test_what_stands_at_the_top_is_in_common_if_the_server_has_imported_it(monkeypatch, imported, due):
    monkeypatch.setattr(forkserver, "MAIN_IMPORTED", imported)
    assert results(SHARED_AT_THE_TOP, main_file=True) == [due]


def test_a_module_that_is_not_the_main_file_is_imported_by_each_process():
    assert results(SHARED_AT_THE_TOP) == [EACH_ITS_OWN]


@pytest.mark.skipif(sys.platform != "linux", reason="compares with a fork server")
def test_a_real_script_has_in_common_what_the_model_says(tmp_path):
    real = as_a_script(SHARED_AT_THE_TOP, tmp_path)
    assert [real] == results(SHARED_AT_THE_TOP, main_file=True)
    assert real == (IN_COMMON if MAIN_IMPORTED else EACH_ITS_OWN)


def test_a_race_between_those_who_share_what_stands_at_the_top_is_found(monkeypatch):
    monkeypatch.setattr(forkserver, "MAIN_IMPORTED", True)
    source = """
        import multiprocessing

        total = multiprocessing.RawValue("i", 0)

        def add(found):
            total.value += 1
            found.put(total.value)

        def main():
            found = multiprocessing.SimpleQueue()
            workers = [multiprocessing.Process(target=add, args=(found,)) for _ in range(2)]
            for worker in workers:
                worker.start()
            return max(found.get() for _ in workers)
        """
    assert sorted(results(source, main_file=True)) == [1, 2]
    assert results(source, main_file=False) == [1]


def test_a_module_that_the_program_asks_for_is_imported_by_the_server(tmp_path):
    (tmp_path / "kitchen.py").write_text("import multiprocessing\nlock = multiprocessing.Lock()\n")
    source = textwrap.dedent("""
        import multiprocessing
        import kitchen

        def take(found):
            found.put(kitchen.lock.acquire(False))

        def main(ask):
            if ask:
                multiprocessing.set_forkserver_preload(["kitchen", "json"])
            found = multiprocessing.SimpleQueue()
            seen = []
            for _ in range(2):
                worker = multiprocessing.Process(target=take, args=(found,))
                worker.start()
                seen.append(found.get())
                worker.join()
            return seen
        """)
    for ask, due in ((True, [True, False]), (False, [True, True])):
        task = Task("answer", {"answer": source}, "main", [ask], folder=str(tmp_path))
        found = Exploration(task, Limits(start_method="forkserver")).go()
        assert [decode(each.value) for each in found.found.values()] == [due], found.cannot_model


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("total.value = 5", "what a module does while a fork server imports it"),
        ("manager = multiprocessing.Manager()", "a SyncManager that a fork server has made"),
        ("1 / 0", "a module that a fork server cannot import: ZeroDivisionError"),
    ],
)
def test_what_a_preloaded_module_may_not_do_is_said(monkeypatch, line, what):
    monkeypatch.setattr(forkserver, "MAIN_IMPORTED", True)
    source = f"""
        import multiprocessing
        import os

        total = multiprocessing.Value("i", 0)
        if multiprocessing.current_process().name == "MainProcess" and os.getpid() > 1000:
            {line}

        def work():
            pass

        def main():
            worker = multiprocessing.Process(target=work)
            worker.start()
            worker.join()
        """
    assert explored(source, main_file=True).cannot_model == what


def test_a_process_and_its_child_have_servers_of_their_own():
    source = """
        import multiprocessing
        import os

        def look(found):
            found.put(os.getppid())

        def start(found):
            look(found)
            worker = multiprocessing.Process(target=look, args=(found,))
            worker.start()
            worker.join()

        def main():
            found = multiprocessing.SimpleQueue()
            worker = multiprocessing.Process(target=start, args=(found,))
            worker.start()
            worker.join()
            return len({found.get(), found.get(), os.getpid(), worker.pid})
        """
    assert results(source) == [4]


def test_a_caller_asks_for_a_start_method_by_its_name():
    source = textwrap.dedent("""
        import multiprocessing

        def main():
            return multiprocessing.get_start_method()
        """)
    for method in ("spawn", "forkserver"):
        (outcome,) = explore(source, "main", start_method=method).outcomes
        assert outcome.value == method
    with pytest.raises(ValueError, match="spawn, forkserver"):
        explore(source, "main", start_method="fork")


@pytest.mark.skipif(sys.platform != "linux", reason="asks for a fork server")
def test_whoever_asks_for_forkserver_is_told_of_schedules_under_it(tmp_path):
    (tmp_path / "module.py").write_text(
        textwrap.dedent("""
            import multiprocessing
            import os

            def look(found):
                found.put(os.getppid())

            def main():
                found = multiprocessing.SimpleQueue()
                worker = multiprocessing.Process(target=look, args=(found,))
                worker.start()
                worker.join()
                return found.get() == os.getpid()
            """)
    )
    for method in ("forkserver", "spawn"):
        with asking(tmp_path, method, None):
            explored = Answer("module.py").explore("main")
            assert explored.schedules.cannot_model is None
            explored.always(lambda same, method=method: same is (method == "spawn"))
