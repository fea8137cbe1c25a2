"""How the child processes of an answer ended is known."""

import signal
import sys
import textwrap

import pytest
from manyhands.checks import Answer
from manyhands.checks.answer import asking

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")

MODULE = """
    import os, signal, sys
    from multiprocessing import Lock, Pool, Process
    def end(how):
        if how < 0:
            os.kill(os.getpid(), -how)
        sys.exit(how)
    def main(ends, joins):
        workers = [Process(target=end, args=(how,), name=str(how)) for how in ends]
        for worker in workers:
            worker.start()
        if joins:
            for worker in workers:
                worker.join()
        lock = Lock()
        lock.acquire()
        lock.acquire()
    def pooled(how):
        with Pool(1) as pool:
            pool.apply(end, (how,))
"""
ENDS = [0, 3, -signal.SIGKILL, -signal.SIGSEGV]


@pytest.fixture
def ended(tmp_path):
    """Runs a function of the module; gives the exit codes of its children, by name."""
    (tmp_path / "module.py").write_text(textwrap.dedent(MODULE))

    def run(method, *call):
        with asking(tmp_path, method, 60):
            record = Answer("module.py").run(*call)._record
        assert record.ending == "stuck"
        return {child.name: record.ended.get(child.pid) for child in record.children}

    return run


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_the_exit_code_of_a_child_is_known_to_the_check_when_its_starter_knows_it(ended, method):
    assert ended(method, "main", ENDS, True) == {str(how): how for how in ENDS}


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux shows how those ended who were not waited for"
)
@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_and_also_when_nobody_has_waited_for_it(ended, method):
    assert ended(method, "main", ENDS, False) == {str(how): how for how in ENDS}


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_of_a_pool_of_which_one_worker_has_ended_one_exit_code_is_known(ended, method):
    assert sorted(ended(method, "pooled", 3).values(), key=str) == [3, None]
