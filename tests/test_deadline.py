"""A deadline is put off by as long as there was no core, and not for ever."""

import os
import subprocess
import sys

import pytest
from manyhands.checks.deadline import PUT_OFF, Deadline, delay, longest


@pytest.mark.parametrize(
    ("now", "delayed", "over"),
    [
        (9, 0, False),
        (11, 0, True),
        (11, 2, False),
        (13, 2, True),
        (longest(10) - 1, 1_000, False),
        (longest(10) + 1, 1_000, True),
    ],
)
def test_it_is_over_after_its_seconds_and_those_without_a_core(now, delayed, over):
    clock = iter([100, 100 + now])
    assert Deadline(10, lambda: delayed, lambda: next(clock)).over() == over


def test_the_longest_is_as_long_as_it_may_be_put_off():
    assert longest(10) == 10 + PUT_OFF * 10


@pytest.mark.skipif(not os.path.exists("/proc/self/schedstat"), reason="this system does not tell of delays")
def test_who_shares_a_core_is_delayed():
    core = min(os.sched_getaffinity(0))
    code = f"import os; os.sched_setaffinity(0, {{{core}}}); print(end='x', flush=True)\nwhile True: pass"
    both = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for each in both:
            each.stdout.read(1)
        before = [delay(each.pid) for each in both]
        while min(delay(each.pid) - was for each, was in zip(both, before, strict=True)) < 0.05:
            pass
    finally:
        for each in both:
            each.kill()
            each.communicate()


def test_the_delay_of_who_has_gone_is_not_known():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    assert delay(process.pid) == 0
    assert delay() >= 0
