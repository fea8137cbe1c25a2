"""What a check draws is never what comes by itself."""

import pytest
from manyhands.checks import draw_errors, draw_items, draw_order, draw_results
from manyhands.checks.run.probes import Refused

TIMES = range(50)


@pytest.mark.parametrize("workers", [3, 4])
def test_an_order_of_finishing_is_possible_and_is_not_that_of_the_items(workers):
    for _ in TIMES:
        items = draw_items(3 * workers - 1)
        order = draw_order(items, workers)
        assert sorted(order) == sorted(items)
        assert order not in (items, items[::-1], sorted(items), sorted(items)[::-1])
        assert order[-1] == items[1]
        for place, item in enumerate(order):
            begun = items[: place + workers]  # as many as have finished, and one for each worker
            assert item in begun


def test_the_parts_of_the_items_are_in_an_order_of_their_own_too():
    for _ in TIMES:
        items = draw_items(13)
        good, bad = items[::2], items[1::2]
        order = draw_order(items, 3, good, bad)
        for part in (good, bad):
            assert [item for item in order if item in part] not in (part, part[::-1], sorted(part))


def test_items_that_are_to_be_mixed_are_in_no_order_that_comes_by_itself():
    for _ in TIMES:
        items = draw_items(6, mixed=[1, 3, 4])
        late = [items[n] for n in (1, 3, 4)]
        others = set(items) - set(late)
        assert late != sorted(late)
        assert late != list(set(items) - others)
        assert late != [item for item in set(items) if item in late]


def test_results_are_of_all_kinds_and_two_are_equal():
    found = list(draw_results(range(8)).values())
    assert all(value in found for value in (None, 0, "", []))
    assert {type(value) for value in found} == {type(None), int, str, list, tuple, dict}
    assert any(found.count(value) == 2 for value in found)


def test_errors_have_no_argument_one_or_two_and_a_class_of_the_tasks_own():
    errors = draw_errors(range(7)).values()
    assert {len(error.args) for error in errors} == {0, 1, 2}
    assert len({type(error) for error in errors}) == 7
    assert Refused in {type(error) for error in errors}
    assert len({str(error) for error in errors}) == 6
