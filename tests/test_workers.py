"""What the lectures say of their workers, on the Python that runs this."""

import multiprocessing
import subprocess
import sys

import pytest
from manyhands.workers import number_at_the_top

ONE_FOR_ALL = "1.0 3.0 in the parent: 3.0"
ONE_FOR_EACH = "1.0 2.0 in the parent: 0.0"
ONE_FOR_THE_WORKERS = "1.0 3.0 in the parent: 0.0"


def numbers(method, *options):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    command = [sys.executable, *options, number_at_the_top.__file__, method]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_fork_hands_the_number_on():
    assert numbers("fork") == ONE_FOR_ALL


def test_spawn_makes_one_for_each():
    assert numbers("spawn") == ONE_FOR_EACH


def test_forkserver_shares_it_among_the_workers_where_it_imports_the_main_file():
    version = sys.version_info[:3]
    imports = version >= (3, 14, 1) or (3, 13, 8) <= version < (3, 14)
    assert numbers("forkserver") == (ONE_FOR_THE_WORKERS if imports else ONE_FOR_EACH)


@pytest.mark.skipif(sys.version_info < (3, 15), reason="this Python has no lazy imports")
def test_a_lazy_import_makes_one_for_each_under_fork_too():
    assert numbers("fork", "-X", "lazy_imports=all") == ONE_FOR_EACH


@pytest.mark.skipif(sys.version_info < (3, 15), reason="this Python has no sentinels")
def test_a_sentinel_at_the_top_of_a_module_crosses_a_queue_as_itself():
    from manyhands.workers.sentinels import STOP

    post = multiprocessing.get_context("spawn").Queue()
    post.put(STOP)
    assert post.get() is STOP
