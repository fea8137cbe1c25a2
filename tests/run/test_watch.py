"""What is watched in an answer's processes, and what the check reads of it."""

import itertools
import json
import os

import pytest
from manyhands.checks import Answer, Job, Table
from manyhands.checks.answer import asking
from manyhands.checks.run.watch import Watching, children, contents, operations, resources, stores
from manyhands.checks.seen import Seen
from manyhands.checks.verdict import Kind

NOTE = dict(pid=7, name="saver", target="save", of="module", sentinel=4, starter=6, serves=False)


def test_a_choice_that_is_left_in_a_folder_is_found_there(tmp_path):
    for watching in (Watching(), Watching(linger=True), Watching(patient=True, messages=True)):
        watching.write(str(tmp_path))
        assert Watching.read(str(tmp_path)) == watching


def test_notes_of_children_that_the_run_did_not_write_are_passed_over(tmp_path):
    notes = [json.dumps(NOTE), "null", "[]", "{", json.dumps(NOTE | {"pid": [8]}), json.dumps({"pid": 9})]
    (tmp_path / children.FILE).write_text("\n".join(notes))
    assert list(children.read(str(tmp_path))) == [7]


def test_what_a_run_did_not_note_is_nothing(tmp_path):
    assert children.read(str(tmp_path)) == {}
    assert operations.read(str(tmp_path), parent=1) == frozenset()
    assert contents.read(str(tmp_path)) == {} and contents.unlinked(str(tmp_path)) == []
    resources.remove(str(tmp_path))


def test_resources_that_a_run_noted_are_removed_and_nothing_else(tmp_path):
    (tmp_path / resources.FILE).write_text(f"file {tmp_path}\nsemaphore /../{tmp_path}\nsemaphore\n")
    resources.remove(str(tmp_path))
    assert tmp_path.exists()


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_stands_in_an_array_does_not_hang_on_the_order_in_which_notes_come(tmp_path, order):
    notes = [[7, "Array", "4096 0", [0], [5, 0, 0]], [8, "Array", "4096 0", [2], [5, 0, 6]]]
    notes += [[9, "Array", "4096 0", [1], [5, 4, 6]]]
    lines = [json.dumps(notes[number]) for number in order]
    (tmp_path / stores.FILE).write_text("\n".join(lines))
    assert stores.read(str(tmp_path), parent=1) == [["Array", [5, 4, 6], [1, 1, 1], None, None]]


LATE = """
import time
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

def work(name):
    SharedMemory(name).close()

def call():
    block = SharedMemory(create=True, size=1)
    worker = Process(target=work, args=[block.name])
    worker.start()
    {then}
    block.unlink()
    worker.join()
    block.close()
"""


@pytest.mark.parametrize(
    "then, found",
    [
        ("worker.join()", True),
        ("while worker.is_alive(): time.sleep(0.001)", True),
        ("time.sleep(3)", False),
        ("worker.join(3)", False),
    ],
)
def test_a_block_is_opened_later_than_any_sleep_of_others_ends(tmp_path, then, found):
    (tmp_path / "module.py").write_text(LATE.format(then=then))
    with asking(tmp_path, None, None):
        run = Answer("module.py").run("call", open_late=True)
    assert ("FileNotFoundError" not in run.errors) is found


METHODS = {
    "in the function": "import multiprocessing as m\ndef f(): m.set_start_method('fork', force=True)",
    "by its own name": (
        "from multiprocessing import set_start_method\n"
        "def f():\n    set_start_method('spawn', force=True)\n    set_start_method('fork', True)"
    ),
    "at the import": "import multiprocessing as m\nm.set_start_method('fork', force=True)\ndef f(): return 1",
    "of the default context": (
        "from multiprocessing import context\n"
        "def f(): context._default_context.set_start_method('fork', force=True)"
    ),
}


def test_who_sets_the_start_method_is_found(tmp_path):
    with asking(tmp_path, "forkserver", None):
        for name, text in METHODS.items():
            (tmp_path / "module.py").write_text(text)
            verdict = Answer("module.py").run("f").verdict
            assert verdict.kind is Kind.FORBIDDEN, name
            assert "'fork'" in verdict.message


def test_who_asks_for_the_start_method_does_no_harm(tmp_path):
    text = "import multiprocessing\ndef f(): return multiprocessing.get_start_method()"
    (tmp_path / "module.py").write_text(text)
    with asking(tmp_path, "forkserver", None):
        assert Answer("module.py").run("f").result == "forkserver"


BLOCK = """
from contextlib import suppress
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

def work(name):
    block = SharedMemory(name)
    block.buf[:2] = b"ab"
    block.close()

def call():
    block = SharedMemory(create=True, size=4)
    view = block.buf
    worker = Process(target=work, args=[block.name])
    worker.start()
    worker.join()
    view.release()
    {end}
"""


@pytest.mark.parametrize(
    "end, times",
    [
        ("block.close(); block.unlink()", 1),
        ("block.unlink()", 1),
        ("block.unlink(); block.close()", 1),
        ("block.unlink()\n    with suppress(FileNotFoundError): block.unlink()", 2),
    ],
)
def test_what_stands_in_a_block_at_the_end_is_kept_and_who_unlinks_it_noted(tmp_path, end, times):
    (tmp_path / "answer.py").write_text(BLOCK.format(end=end))
    with asking(tmp_path, None, None):
        run = Answer("answer.py").run("call", note_blocks=True)
    assert run.verdict is None
    assert [block[:4] for block in run.blocks] == [b"ab\0\0"]
    assert len(run.unlinked) == times


def test_what_a_run_was_not_to_note_cannot_be_asked(tmp_path):
    (tmp_path / "answer.py").write_text("def call(): pass")
    with asking(tmp_path, None, None):
        run = Answer("answer.py").run("call")
    for ask in (lambda: run.blocks, lambda: run.unlinked, lambda: run.has_sent(b"")):
        with pytest.raises(ValueError, match="note_"):
            ask()


CALLS = """
from multiprocessing import Lock, Process

def work(lock, first, then, n):
    with lock:
        first(n)
    then(n)

def call(first, then):
    locks = [Lock() for _ in range(2)]
    workers = [Process(target=work, args=(lock, first, then, n)) for n, lock in enumerate(locks)]
    for worker in workers: worker.start()
    for worker in workers: worker.join()
"""


def test_calls_that_end_late_do_so_after_all_pauses(tmp_path):
    (tmp_path / "answer.py").write_text(CALLS)
    first, then = Table({0: None, 1: None}, watched=True), Table({0: None, 1: None})
    with asking(tmp_path, None, None):
        explored = Answer("answer.py").explore("call", first, then)
        real = Seen(explored.real.outcome.facts, [first, then])
    assert real.most_at_once(first) == 2 and real.in_turn


CODES = """
import os, signal, sys
from multiprocessing import Process

def end(code):
    if code < 0:
        os.kill(os.getpid(), -code)
    sys.exit(code)

def call(codes):
    for code in codes:
        child = Process(target=end, args=(code,))
        child.start()
        child.join()
"""


@pytest.mark.skipif(os.name == "nt", reason="exit codes are learnt where the system has fork")
def test_the_exit_codes_of_the_children_are_told(tmp_path):
    (tmp_path / "module.py").write_text(CODES)
    with asking(tmp_path, "spawn", 60), Answer("module.py") as answer:
        assert sorted(answer.run("call", [0, 3, -9]).exit_codes) == [-9, 0, 3]


NAMED = """
import os
from multiprocessing import Process

def call(job):
    children = [Process(target=job, args=(name,), name=name) for name in ("ada", "bob")]
    for child in children:
        child.start()
        child.name = "renamed"
        child.join()
"""


def test_the_names_of_the_children_are_those_that_they_were_started_with(tmp_path):
    (tmp_path / "module.py").write_text(NAMED)
    job = Job()
    with asking(tmp_path, "spawn", 60), Answer("module.py") as answer:
        run = answer.run("call", job)
        assert run.names == {job.pid_of("ada"): "ada", job.pid_of("bob"): "bob"}


SENT = """
from multiprocessing import Pipe, Process

def shout(end):
    for _ in range(2):
        end.send_bytes(end.recv_bytes().upper())

def call():
    ours, theirs = Pipe()
    child = Process(target=shout, args=(theirs,))
    child.start()
    for word in (b"tea", b""):
        ours.send_bytes(word)
        ours.recv_bytes()
    child.join()
"""


def test_what_was_sent_is_told_in_order(tmp_path):
    (tmp_path / "module.py").write_text(SENT)
    with asking(tmp_path, "spawn", 60), Answer("module.py") as answer:
        run = answer.run("call", note_messages=True)
        assert run.sent(by_parent=True)[1:] == [b"tea", b""]  # the first is what the child was started with
        assert run.sent(by_parent=False) == [b"TEA", b""]
