"""An exploration stays below its memory, whatever the program does, and says what it knows by then."""

import pytest
from manyhands.checks.explore import explore
from manyhands.checks.explore.memory import LIMIT, MOST, TOO_MUCH, taken

GROWS = """
from multiprocessing import Process

def work():
    kept = []
    while True:
        kept.append(bytes(SIZE))

def main():
    worker = Process(target=work)
    worker.start()
    worker.join()
"""

SOMETIMES = """
from multiprocessing import Process, Value

def work(number):
    number.value += 1

def main():
    number = Value("i", 0)
    workers = [Process(target=work, args=(number,)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return len(bytes(1_000_000_000)) if number.value == 1 else "right"
"""


@pytest.mark.skipif(not taken(), reason="the system does not say how much memory there is")
@pytest.mark.parametrize("size", [1_000, 1_000_000, 1_000_000_000])
def test_a_program_that_grows_is_ended_and_said_not_to_be_modelled(tmp_path, size):
    path = tmp_path / "grows.py"
    path.write_text(GROWS.replace("SIZE", str(size)))
    schedules = explore(path, "main", deadline=60)
    assert schedules.cannot_model == TOO_MUCH
    assert not schedules.complete


@pytest.mark.skipif(not taken(), reason="the system does not say how much memory there is")
def test_what_was_found_before_is_told(tmp_path):
    path = tmp_path / "sometimes.py"
    path.write_text(SOMETIMES)
    schedules = explore(path, "main", deadline=60)
    assert ("result", "right") in schedules.outcomes
    assert schedules.covered == 0 and not schedules.complete
    assert schedules.cannot_model == TOO_MUCH


def test_it_is_less_than_200_megabytes():
    assert MOST < LIMIT < 200_000_000
