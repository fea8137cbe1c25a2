"""Recording who runs what and when, and drawing it."""

import os
import pickle
import subprocess
import sys
from multiprocessing import get_all_start_methods, get_context

import pytest
from manyhands.timeline import Bar, Mark, Recording, Timeline
from manyhands.timeline.drawing import describe, draw
from manyhands.workers.pools import CHORES, chore, nap, risky_chore, vanish


def timeline(*bars, workers=("worker 1", "worker 2"), spans=(), marks=(), seconds=1.0):
    return Timeline("a run", tuple(workers), tuple(bars), tuple(spans), tuple(marks), seconds)


def ready_pool(workers, context, recording):
    barrier = context.Barrier(workers + 1)
    pool = context.Pool(workers, initializer=recording.sign_on, initargs=(barrier,))
    barrier.wait(60)
    return pool


@pytest.mark.parametrize("method", get_all_start_methods())
def test_tasks_are_recorded_under_every_start_method(method):
    with Recording("chores") as recording, get_context(method).Pool(2) as pool:
        results = pool.starmap(recording.task(chore), [(name, 0.01) for name in CHORES])
    assert results == [f"{name}: done" for name in CHORES]
    assert sorted(bar.label for bar in recording.timeline.bars) == sorted(CHORES)
    assert {bar.process for bar in recording.timeline.bars} <= {"worker 1", "worker 2"}
    assert all(0 <= bar.start <= bar.end <= recording.timeline.seconds for bar in recording.timeline.bars)


def test_tasks_that_overlap_are_seen_to_overlap():
    spawn = get_context("spawn")
    with Recording("two naps") as recording, ready_pool(2, spawn, recording) as pool:
        pool.map(recording.task(nap), [1, 1], chunksize=1)
    assert recording.timeline.most_at_once() == 2


def test_tasks_one_after_another_are_seen_so():
    with Recording("two naps") as recording, get_context("spawn").Pool(2) as pool:
        for _ in range(2):
            pool.apply(recording.task(nap), (0.01,))
    assert recording.timeline.most_at_once() == 1


def test_an_error_is_recorded_and_raised_again():
    with (
        Recording("chores") as recording,
        get_context("spawn").Pool(1) as pool,
        pytest.raises(RuntimeError, match="the ladder is broken"),
    ):
        pool.apply(recording.task(risky_chore), ("windows", 0))
    [bar] = recording.timeline.bars
    assert bar.error == "RuntimeError"


def test_a_killed_worker_leaves_an_open_task():
    with Recording("chores") as recording, get_context("spawn").Pool(1) as pool:
        pool.apply_async(recording.task(vanish), ("plants", 0))
        assert pool.apply(recording.task(chore), ("bread", 0)) == "bread: done"
    plants, bread = recording.timeline.bars
    assert (plants.label, plants.end) == ("plants", None)
    assert bread.process != plants.process
    assert recording.timeline.end_of(plants) == recording.timeline.seconds


def test_a_worker_that_signs_on_is_shown_without_a_task():
    spawn = get_context("spawn")
    with Recording("nothing to do") as recording, ready_pool(2, spawn, recording):
        pass
    assert recording.timeline.workers == ("worker 1", "worker 2")
    assert recording.timeline.bars == ()


def test_a_task_of_the_parent_stands_in_the_row_of_the_parent():
    with Recording("alone") as recording:
        recording.task(chore)("dishes", 0)
    [bar] = recording.timeline.bars
    assert bar.process == "parent"
    assert recording.timeline.workers == ()


def test_spans_and_marks_of_the_parent():
    with Recording("parent") as recording, recording.span("apply"):
        recording.mark("submitted")
    [span], [mark] = recording.timeline.spans, recording.timeline.marks
    assert (span.process, span.label, mark.label) == ("parent", "apply", "submitted")
    assert 0 <= span.start <= mark.at <= span.end <= recording.timeline.seconds


def test_the_clock_can_start_later():
    with Recording("late") as recording:
        recording.task(chore)("early", 0)
        recording.start_clock()
        recording.task(chore)("late", 0)
    early, late = recording.timeline.bars
    assert early.end <= 0 <= late.start


def test_the_folder_of_the_notes_is_removed():
    with Recording("tidy") as recording:
        task = recording.task(chore)
        task("dishes", 0)
        assert os.listdir(task.folder)
    assert not os.path.exists(task.folder)


def test_a_task_that_outlives_its_recording_is_not_disturbed():
    with Recording("short") as recording:
        task = recording.task(chore)
    assert task("dishes", 0) == "dishes: done"
    assert recording.timeline.bars == ()


def test_half_a_line_of_a_killed_process_is_left_out():
    with Recording("cut") as recording:
        task = recording.task(chore)
        task("dishes", 0)
        with open(os.path.join(task.folder, "1.jsonl"), "w", encoding="utf-8") as file:
            file.write('{"event": "sta')
    assert [bar.label for bar in recording.timeline.bars] == ["dishes"]


def test_a_recorded_task_survives_pickling_and_stays_small():
    with Recording("small") as recording:
        for _ in range(1000):
            recording.mark("much to tell")
        assert pickle.loads(pickle.dumps(recording.task(chore)))("dishes", 0) == "dishes: done"
        assert len(pickle.dumps(recording.sign_on)) < 1000


@pytest.mark.parametrize("module", ["manyhands.timeline", "manyhands.workers.pools"])
def test_a_worker_process_imports_nothing_slow(module):
    slow = {"matplotlib", "ipywidgets", "IPython", "numpy"}
    code = f"import sys, {module}; print(*{slow} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_most_at_once_counts_a_task_that_begins_as_another_ends_only_once():
    one, two = Bar("worker 1", "a", 0.0, 0.5), Bar("worker 1", "b", 0.5, 1.0)
    assert timeline(one, two).most_at_once() == 1
    assert timeline(one, Bar("worker 2", "b", 0.4, 1.0)).most_at_once() == 2
    assert timeline().most_at_once() == 0


def test_the_words_say_what_the_picture_shows():
    run = timeline(
        Bar("worker 1", "dishes", 0.1, 0.2),
        Bar("worker 1", "windows", 0.2, 0.3, "RuntimeError"),
        Bar("worker 2", "plants", 0.1, None),
        workers=("worker 1", "worker 2", "worker 3"),
        spans=[Bar("parent", "get", 0.0, 1.0)],
        marks=[Mark("submitted", 0.0), Mark("submitted", 0.1)],
    )
    assert describe(run).splitlines() == [
        "Timeline “a run”: 3 tasks in 3 worker processes, at most 2 at the same time; 1.00 s in all.",
        "- parent: get (1 time), submitted (2 times).",
        "- worker 1: dishes, windows (raised RuntimeError).",
        "- worker 2: plants (never ended).",
        "- worker 3: no task.",
    ]


def test_two_timelines_are_drawn_on_one_time_axis():
    figure = draw(timeline(seconds=1.0), timeline(seconds=2.0))
    above, below = figure.axes
    assert above.get_xlim() == below.get_xlim() == (0, pytest.approx(2.02))


def test_there_is_a_row_for_each_process_and_a_bar_for_each_task():
    bars = [
        Bar("worker 1", "a", 0.1, 0.4),
        Bar("worker 2", "b", 0.2, 0.9),
        Bar("worker 2", "a", 0.9, 1.0),
    ]
    [axes] = draw(timeline(*bars, spans=[Bar("parent", "get", 0, 1)])).axes
    assert [tick.get_text() for tick in axes.get_yticklabels()] == [
        "parent",
        "worker 1",
        "worker 2",
    ]
    rows = [round(patch.get_y() + patch.get_height() / 2) for patch in axes.patches]
    assert rows == [0, 1, 2, 2]
    assert [patch.get_x() for patch in axes.patches] == [0, 0.1, 0.2, 0.9]


def test_bars_of_one_group_share_a_colour():
    bars = [Bar("worker 1", label, 0.1 * place, 0.1 * place + 0.1) for place, label in enumerate("abab")]

    def colours(group=None):
        return [patch.get_facecolor() for patch in draw(timeline(*bars), group=group).axes[0].patches]

    a, b, *again = colours()
    assert a != b and again == [a, b]
    assert len(set(colours(group=lambda timeline, bar: "all"))) == 1


def test_a_text_that_does_not_fit_its_bar_is_shortened():
    bars = [Bar("worker 1", "a very long name", 0, 0.05), Bar("worker 2", "a very long name", 0, 1)]
    short, whole = (text.get_text() for text in draw(timeline(*bars)).axes[0].texts)
    assert len(short) < len(whole) == len("a very long name")


def test_a_task_that_raised_and_one_that_never_ended_look_different():
    bars = [
        Bar("worker 1", "a", 0, 1),
        Bar("worker 1", "a", 1, 2, "ValueError"),
        Bar("worker 2", "a", 0),
    ]
    good, raised, open_ = draw(timeline(*bars)).axes[0].patches
    assert good.get_edgecolor() != raised.get_edgecolor()
    assert open_.get_hatch() and not good.get_hatch()


def test_a_recording_must_be_opened_first():
    with pytest.raises(RuntimeError, match="Open the recording first"):
        Recording("too early").task(chore)


def test_there_must_be_something_to_draw():
    with pytest.raises(ValueError, match="nothing to draw"):
        draw()


def test_an_empty_recording_can_be_drawn():
    assert draw(timeline(workers=())).axes
