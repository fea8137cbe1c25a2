"""Memory that cannot be read hides nothing that stands beside it: neither values nor who holds a lock."""

import ctypes
import mmap
import os
import subprocess
import sys
import textwrap

import pytest
from manyhands.checks.run import linux

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a process's memory")

PAGE = mmap.PAGESIZE
PAGES = 6
GUARD_INSTALL = 102  # MADV_GUARD_INSTALL, from Linux 6.13


class Memory:
    """Pages of this process's, each full of its own number; some may be made unreadable."""

    def __init__(self):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.libc.mmap.restype = ctypes.c_void_p
        self.start = self.libc.mmap(
            None, ctypes.c_size_t(PAGES * PAGE), 3, mmap.MAP_PRIVATE | mmap.MAP_ANON, -1, 0
        )
        for number in range(PAGES):
            ctypes.memset(self.start + number * PAGE, number, PAGE)

    def unmap(self, number):
        assert self.libc.munmap(ctypes.c_void_p(self.start + number * PAGE), ctypes.c_size_t(PAGE)) == 0

    def guard(self, number):
        place = ctypes.c_void_p(self.start + number * PAGE)
        if self.libc.madvise(place, ctypes.c_size_t(PAGE), GUARD_INSTALL):
            pytest.skip("this kernel has no guard pages")

    def pieces(self, start, size):
        """What can be read: from where on, and the page numbers that stand there with their bytes."""
        start += self.start
        return [
            (place - self.start, [(n, data.tobytes().count(n)) for n in sorted(set(data))])
            for place, data in linux._pieces(os.getpid(), start, start + size)
        ]


@pytest.fixture
def memory():
    return Memory()


@pytest.fixture(params=["unmap", "guard"])
def take(request, memory):
    """Makes a page of the memory unreadable, in one way and the other."""
    return getattr(memory, request.param)


def test_what_can_be_read_is_read_in_one_piece(memory):
    assert memory.pieces(0, 2 * PAGE) == [(0, [(0, PAGE), (1, PAGE)])]


def test_memory_is_read_around_pages_that_cannot_be(memory, take):
    for number in (0, 2, 3, 5):
        take(number)
    assert memory.pieces(0, PAGES * PAGE) == [(PAGE, [(1, PAGE)]), (4 * PAGE, [(4, PAGE)])]


def test_it_need_not_begin_or_end_with_a_page(memory, take):
    take(1)
    assert memory.pieces(PAGE - 8, PAGE + 16) == [(PAGE - 8, [(0, 8)]), (2 * PAGE, [(2, 8)])]


def test_nothing_is_read_where_nothing_can_be(memory, take):
    take(3)
    assert memory.pieces(3 * PAGE + 8, 16) == []


def test_a_value_is_never_half_of_one(memory, take):
    take(1)
    assert linux._memory(os.getpid(), memory.start + PAGE - 8, 8) == bytes(8)
    for start in (PAGE - 4, PAGE, 2 * PAGE - 4):
        with pytest.raises(OSError, match="cannot be read"):
            linux._memory(os.getpid(), memory.start + start, 8)


def test_nothing_is_read_of_a_process_that_has_ended():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    while ended.poll() is None:
        os.sched_yield()
    with pytest.raises(OSError):
        list(linux._pieces(ended.pid, 0, PAGE))


HOLDER = """
    import ctypes, mmap, multiprocessing, os, sys, threading
    from manyhands.checks.run import linux

    context = multiprocessing.get_context("fork")  # its semaphores have no names that outlive them
    {before}
    locks = [context.Lock(), context.RLock(), context.BoundedSemaphore(3)]
    for taken, lock in enumerate(locks):
        for _ in range(taken):
            lock.acquire()
    for semaphore in linux._semaphores(os.getpid(), linux._mapped(os.getpid())).values():
        print(*semaphore)
    """
THREAD = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
GUARD_PAGE = f"""libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    page = ctypes.c_size_t({PAGE})
    place = libc.mmap(None, ctypes.c_size_t(8 << 20), 3, mmap.MAP_PRIVATE | mmap.MAP_ANON, -1, 0)
    libc.mprotect(ctypes.c_void_p(place), page, 0)  # what follows is a mapping of its own
    if libc.madvise(ctypes.c_void_p(place + {PAGE}), page, {GUARD_INSTALL}):
        sys.exit()"""


@pytest.mark.parametrize("before", ["", THREAD, GUARD_PAGE], ids=["alone", "thread", "guard page"])
def test_it_is_known_who_holds_a_lock(before):
    text = textwrap.dedent(HOLDER.format(before=before))
    said = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout
    if not said:
        pytest.skip("this kernel has no guard pages")
    assert sorted(said.splitlines()) == ["0 1 1", "1 1 0", "1 3 2"]
