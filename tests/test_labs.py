"""Pictures, listings, quizzes, the pool lab, and schedules to step through."""

import ast
import base64
import multiprocessing
import os
from pathlib import Path

import pytest
from displayed import shown_by
from manyhands import labs
from manyhands.checks.explore import Schedule
from manyhands.labs import (
    MemoryLab,
    Picture,
    PoolLab,
    QueueLab,
    bars,
    endings,
    listing,
    run_stream,
    show,
    show_schedule,
    show_stream,
)
from manyhands.labs.machine import CHECKS, check_machine
from manyhands.labs.pools.lab import UNEQUAL
from manyhands.labs.pools.modes import MODES, Settings, run
from manyhands.labs.queues.drawing import describe
from manyhands.labs.queues.flow import Flow, Span, read
from manyhands.labs.quiz import Quiz
from manyhands.labs.schedules.stages import story
from manyhands.labs.schedules.stepper import Stepper
from manyhands.labs.shared_memory import PROGRAMS
from manyhands.timeline import Bar, Recording, Timeline
from manyhands.workers import pipes, pools, queues, shared, source
from manyhands.workers.stream import Diary, Stream
from matplotlib.figure import Figure

LABS = Path(labs.__file__).parent
SHARED = {"listing", "machine", "picture", "quiz", "schedules", "widget"}
RUN = Timeline("a run", ("worker 1",), (Bar("worker 1", "dishes & bread", 0, 1),), (), (), 1.0)


def broken(job):
    raise RuntimeError("the ladder\nis broken")


@pytest.fixture
def shown(monkeypatch):
    return shown_by(monkeypatch, "pools.lab", "queues.lab", "quiz", "schedules.stepper", "widget")


def parts_imported_by(part):
    """The modules and packages of `labs` that one of them imports, itself left out."""
    files = [*LABS.glob(f"{part}.py"), *LABS.glob(f"{part}/*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text()))]
    names = [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[2] for name in names if name.startswith("manyhands.labs.")} - {part}


def test_what_every_lecture_uses_knows_no_unit_and_no_lab_knows_another():
    parts = {
        path.stem for path in LABS.iterdir() if not path.name.startswith("_") and path.suffix in ("", ".py")
    }
    assert parts >= SHARED | {"pipes", "pools", "queues", "shared_memory"}
    for part in parts:
        assert parts_imported_by(part) <= SHARED, part


def test_a_picture_is_html_and_png_and_words():
    bundle = show(RUN)._repr_mimebundle_()
    png = base64.b64decode(bundle["image/png"])
    assert png.startswith(b"\x89PNG")
    assert bundle["image/png"] in bundle["text/html"]
    assert 'alt="Timeline “a run”: 1 task' in bundle["text/html"]
    assert "dishes &amp; bread" in bundle["text/html"]
    assert "worker 1: dishes & bread" in bundle["text/plain"]


def test_a_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="text alternative"):
        Picture(Figure(), " ")


def test_bars_say_their_numbers_in_words_too():
    picture = bars({"no pool": 1.0, "Pool(2)": 0.5}, "time to count")
    assert picture.alternative == "Bars, “time to count”: no pool: 1.00 s; Pool(2): 0.50 s."
    assert [text.get_text().strip() for text in picture.figure.axes[0].texts] == [
        "1.00 s",
        "0.50 s",
    ]


def test_a_listing_shows_each_function_under_its_module():
    text = listing(pools.chore, pools.nap, source.digest).data
    assert text.count("*From* `manyhands.workers.pools`") == 1
    assert text.index("def chore") < text.index("def nap") < text.index("`manyhands.workers.source`")
    assert "def digest" in text


def test_the_truth_of_a_quiz_is_what_the_program_returned():
    quiz = Quiz("How many?", [1, 5, 7], lambda: 2 + 3)
    assert quiz.truth == "B"
    assert "✓" in quiz.verdict("B")
    assert "✗" in quiz.verdict("A") and "B, <code>5</code>" in quiz.verdict("A")


def test_a_quiz_whose_program_gives_none_of_the_choices_is_refused():
    with pytest.raises(ValueError, match="none of the choices"):
        Quiz("How many?", [1, 7], lambda: 5)


def test_a_quiz_reads_without_a_kernel():
    quiz = Quiz("Is <b> a tag?", ["<i>", "<b>"], lambda: "<b>")
    for text in ("Is &lt;b&gt; a tag?", "<li><code>&lt;i&gt;</code></li>", "<details>"):
        assert text in quiz.page()
    assert quiz.text().splitlines()[-1] == "It gave: B. <b>"


def test_pressing_a_button_of_a_quiz_tells_the_verdict():
    box = Quiz("How many?", [1, 5], lambda: 5).buttons()
    row, said = box.children
    row.children[1].click()
    assert "Not A" in said.value
    row.children[2].click()
    assert "B is right" in said.value


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_of_the_lab_does_all_jobs_in_workers(mode):
    settings = Settings(mode, workers=2, seconds=(0.01,) * 5, chunksize=2)
    with Recording(mode) as recording:
        results, timeline = run(settings, recording)
    assert sorted(results) == ["1", "2", "3", "4", "5"]
    assert sorted(bar.label for bar in timeline.bars) == sorted(results)
    assert timeline.workers == ("worker 1", "worker 2")
    assert {bar.process for bar in timeline.bars} <= set(timeline.workers)


@pytest.mark.parametrize("mode", ["apply", "map", "imap", "ProcessPoolExecutor"])
def test_these_modes_keep_the_order(mode):
    settings = Settings(mode, workers=2, seconds=(0.2, 0.01, 0.01), chunksize=1)
    with Recording(mode) as recording:
        results, _ = run(settings, recording)
    assert results == ["1", "2", "3"]


def test_apply_is_serial():
    settings = Settings("apply", workers=3, seconds=(0.01,) * 4, chunksize=1)
    with Recording("apply") as recording:
        _, timeline = run(settings, recording)
    assert timeline.most_at_once() == 1
    assert [span.label for span in timeline.spans] == ["apply"] * 4


def test_a_chunk_stays_with_one_worker():
    settings = Settings("map", workers=2, seconds=(0.01,) * 4, chunksize=4)
    with Recording("map") as recording:
        _, timeline = run(settings, recording)
    assert len({bar.process for bar in timeline.bars}) == 1


def test_the_lab_shows_its_controls_and_the_picture_of_a_first_run(shown):
    PoolLab().show()
    controls, picture = shown
    assert list(controls) == ["application/vnd.jupyter.widget-view+json"]
    assert "pool.apply(work, (job,))" in picture["text/plain"]


def test_run_replaces_the_picture_and_keeps_the_run_before(shown):
    lab = PoolLab()
    lab.show()
    lab.mode.value, lab.count.value, lab.length.value = "map", 2, 0.05
    lab.start.click()
    words = shown[-1]["text/plain"]
    assert "pool.apply(work" in words and "pool.map(work, jobs, chunksize=1)" in words
    assert "came in this order: 1 2" in lab.message.value
    assert lab.progress.value == lab.progress.max == 2
    assert not lab.start.disabled
    lab.compare.value = False
    lab.start.click()
    assert "pool.apply(work" not in shown[-1]["text/plain"]


def test_an_error_is_one_line_and_the_lab_goes_on(shown):
    lab = PoolLab(task=broken)
    lab.show()
    assert "RuntimeError: the ladder is broken" in lab.message.value
    assert len(shown) == 1
    lab.task = pools.work
    lab.start.click()
    assert "came in this order" in lab.message.value
    assert "image/png" in shown[-1]


def test_the_controls_make_the_settings():
    lab = PoolLab()
    assert lab.chunksize.disabled
    lab.mode.value, lab.workers.value, lab.chunksize.value = "imap", 4, 3
    lab.count.value, lab.length.value, lab.lengths.value = 4, 0.1, UNEQUAL
    assert not lab.chunksize.disabled
    settings = lab.settings()
    assert (settings.mode, settings.workers, settings.chunksize) == ("imap", 4, 3)
    assert settings.seconds == pytest.approx((0.3, 0.1, 0.1, 0.3))
    assert settings.code == "Pool(4): for result in pool.imap(work, jobs, chunksize=3)"


def test_the_machine_check_prints_a_line_for_each_thing(capsys):
    check_machine()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS) + 1
    assert lines[-1] == "Everything is ready."
    assert f"this notebook is pid {os.getpid()}" in "".join(lines)


def test_the_machine_check_says_what_is_missing_and_goes_on(capsys, monkeypatch):
    def missing():
        raise ImportError("no such thing")

    monkeypatch.setitem(CHECKS, "pictures", missing)
    check_machine()
    lines = capsys.readouterr().out.splitlines()
    assert "✗ pictures: ImportError: no such thing" in lines
    assert lines[-1] == "Not ready yet: see the lines with ✗ (1)."


@pytest.fixture(scope="module")
def lost():
    """A schedule in which one of two additions is lost."""
    return endings(shared.two_adders, shared.add)["returns 1.0"]


@pytest.fixture(scope="module")
def deadlock():
    """A schedule in which two clerks wait for each other."""
    return endings(shared.two_transfers, shared.transfer)["hangs"]


def test_the_endings_of_a_program_are_those_of_all_its_schedules():
    assert list(endings(shared.two_adders, shared.add)) == ["returns 1.0", "returns 2.0", "returns 3.0"]
    assert list(endings(shared.two_adders, shared.add_locked)) == ["returns 3.0"]
    assert list(endings(shared.two_takers, shared.HastyBox)) == [
        "returns [3, 3]",
        "returns [3, 4]",
        "returns [4, 3]",
    ]


def test_endings_read_as_a_few_lines():
    lines = repr(endings(shared.two_adders, shared.add_locked)).splitlines()
    assert lines == ["two_adders(add_locked): every schedule tried, one ending", "  returns 3.0"]


def test_a_program_that_cannot_be_modelled_is_refused():
    with pytest.raises(ValueError, match="cannot be tried"):
        endings(pipes.messages_that_fit, 1_000, False)


def test_a_story_tells_each_move_and_who_has_what(lost):
    told = story(lost)
    assert told.workers == ("adder 1", "adder 2")
    assert [(stage.who, stage.kind) for stage in told.moves] == [
        ("adder 1", "read"),
        ("adder 2", "read"),
        ("adder 2", "write"),
        ("adder 1", "lost"),
    ]
    assert [stage.shared["total"] for stage in told.stages] == ["0.0", "0.0", "0.0", "2.0", "1.0"]
    in_hand = told.moves[2].in_hand["adder 1"]["total"]
    assert (in_hand.text, in_hand.old) == ("0.0", True)
    assert told.moves[3].in_hand["adder 1"] == {}
    assert told.source[told.moves[0].line].strip() == "total.value += amount"


def test_a_story_tells_who_holds_which_lock():
    told = story(endings(shared.two_adders, shared.add_locked)["returns 3.0"])
    held = [stage.held[stage.who] for stage in told.moves]
    assert held == [("total's lock",), ("total's lock",), ("total's lock",), ()] * 2


def test_locks_of_one_name_are_told_apart():
    told = story(endings(shared.two_adders, shared.add_with_own_lock)["returns 1.0"])
    assert {lock for stage in told.moves for locks in stage.held.values() for lock in locks} == {
        "lock 1",
        "lock 2",
    }


def test_a_story_of_a_deadlock_ends_with_who_waits_for_whom(deadlock):
    told = story(deadlock)
    assert told.ending == "hangs"
    assert sorted((wait.who, wait.words) for wait in told.waits) == [
        ("clerk 1", "waits for b, which clerk 2 holds"),
        ("clerk 2", "waits for a, which clerk 1 holds"),
    ]


def test_the_picture_of_a_schedule_says_in_words_what_it_shows(lost, deadlock):
    words = show_schedule(lost).alternative.splitlines()
    assert words[0] == "A schedule of adder 1, adder 2; it returns 1.0."
    assert words[-1] == "4. adder 1 writes total: 1.0, over 2.0 (an update is lost)"
    assert "clerk 1 waits for b, which clerk 2 holds" in show_schedule(deadlock).alternative


@pytest.mark.parametrize("program", PROGRAMS)
def test_nothing_in_the_pictures_of_the_memory_lab_is_cut_off(program):
    for schedule in endings(*PROGRAMS[program]).values():
        figure = show_schedule(schedule).figure
        assert not [text for text in figure.axes[0].texts if "…" in text.get_text()]


def test_next_and_back_go_one_move(lost):
    stepper = Stepper(lost)
    assert stepper.back.disabled and "Before the first move" in stepper.page.value
    for _ in range(3):
        stepper.next.click()
    assert "Move 3 of 4: <b>adder 2</b> writes total: 2.0." in stepper.page.value
    assert "total was 0.0" in stepper.page.value and "out of date" in stepper.page.value
    stepper.back.click()
    assert "Move 2 of 4: <b>adder 2</b> reads total: 0.0." in stepper.page.value
    assert "out of date" not in stepper.page.value


def test_the_last_move_tells_how_it_ended(lost, deadlock):
    for schedule, words in ((lost, "It returns 1.0."), (deadlock, "It hangs.")):
        stepper = Stepper(schedule)
        stepper.moves.value = stepper.moves.max
        assert words in stepper.page.value
        assert stepper.next.disabled and not stepper.back.disabled
    assert "waiting: clerk 1, clerk 2" in stepper.page.value


def test_a_schedule_that_was_written_down_can_be_stepped_through(lost, shown):
    Stepper(Schedule.from_json(lost.to_json())).show()
    controls, picture = shown
    assert list(controls) == ["application/vnd.jupyter.widget-view+json"]
    assert "an update is lost" in picture["text/plain"]


def test_names_in_a_schedule_are_not_taken_for_html(lost):
    text = lost.to_json().replace("adder 1", "<i>adder").replace('"total"', '"<i>total"')
    stepper = Stepper(Schedule.from_json(text))
    stepper.moves.value = stepper.moves.max
    assert "<i>" not in stepper.page.value
    assert "&lt;i&gt;adder" in stepper.page.value and "&lt;i&gt;total" in stepper.page.value


def test_the_memory_lab_offers_the_endings_of_the_program_that_is_chosen(shown):
    lab = MemoryLab()
    lab.show()
    assert lab.ending.options == ("returns 1.0", "returns 2.0", "returns 3.0")
    assert "it returns 1.0" in shown[-1]["text/plain"]
    lab.ending.value = "returns 2.0"
    assert "it returns 2.0" in shown[-1]["text/plain"]
    lab.stepper.next.click()
    lab.program.value = "two locks, payer's first"
    assert lab.ending.options == ("hangs", "returns [11.0, 9.0]")
    assert "it hangs" in shown[-1]["text/plain"]
    assert lab.stepper.moves.value == 0 and "Before the first move" in lab.stepper.page.value
    lab.program.value = "one lock, from read to write"
    assert lab.message.value == "It can end in one way."


def flow(*spans, seconds=1.0, stranded=(), **settings):
    return Flow(Stream(**settings), spans, seconds, stranded)


def span(lane, what, item, start, end, error=None):
    return Span(f"{lane} 1", what, item, start, end, error)


def test_every_item_of_every_producer_is_taken_once():
    seen = run_stream(producers=2, consumers=2, items=3, make=0, work=0, maxsize=1)
    assert sorted(seen.taken()) == ["a1", "a2", "a3", "b1", "b2", "b3"]
    assert seen.lost() == seen.dropped() == [] and seen.stranded == ()
    assert max(count for _, count in seen.occupancy()) == 1
    for number, letter in (1, "a"), (2, "b"):
        of_one = [item for item in seen.taken() if item.startswith(letter)]
        assert [each.item for each in seen.of(f"feeder {number}", "send") if each.end] == sorted(of_one)


def test_a_feeder_sends_what_its_pipe_has_no_room_for_only_when_it_is_taken():
    seen = run_stream(items=3, make=0, work=0.3, size=1_000_000)
    [worked, *_] = seen.of("consumer 1", "work")
    *_, last = seen.of("feeder 1", "send")
    *_, put = seen.of("producer 1", "put")
    [ends] = seen.of("producer 1", "flush")
    assert put.end < last.end and worked.end < last.end <= ends.end


def test_when_the_consumer_goes_home_the_producer_that_waits_is_stranded_and_none_is_left():
    seen = run_stream(items=3, make=0.1, maxsize=1, get_timeout=0, go_home=True)
    assert seen.stranded == ("producer 1",)
    assert [each.error for each in seen.of("consumer 1", "get")] == ["Empty"]
    assert seen.of("producer 1", "put")[-1].end is None
    assert seen.lost() == ["a1"]
    assert "waited for ever, and was ended: producer 1" in describe(seen)
    assert multiprocessing.active_children() == []


def test_who_has_no_room_in_time_drops_its_item():
    seen = run_stream(items=4, make=0, work=0.5, maxsize=1, put_timeout=0)
    assert seen.dropped() and sorted(seen.taken() + seen.dropped()) == ["a1", "a2", "a3", "a4"]
    assert f"no room in time for: {', '.join(seen.dropped())}" in describe(seen)


def test_the_occupancy_never_leaves_what_the_queue_holds():
    late_note = flow(
        span("producer", "put", "a1", 0.0, 0.1),
        span("producer", "put", "a2", 0.1, 0.4),
        span("consumer", "get", "a1", 0.0, 0.5),
        span("consumer", "get", "a2", 0.5, 0.6),
        maxsize=1,
    )
    assert late_note.occupancy() == [(0.0, 0), (0.1, 1), (0.4, 1), (0.5, 1), (0.6, 0)]


def test_waiting_that_never_ended_lasts_to_the_end_of_the_run():
    seen = flow(span("producer", "put", "a1", 0.25, None), seconds=2.0)
    assert seen.waited("producer 1") == 1.75


def test_a_diary_is_read_as_far_as_it_was_written(tmp_path):
    diary = Diary(str(tmp_path), "producer 1")
    with pytest.raises(KeyError), diary.span("put", "a1"):
        raise KeyError
    diary.begin("make", "a2")
    with open(tmp_path / "producer 1.jsonl", "a", encoding="utf-8") as file:
        file.write('{"event": "en')
    (tmp_path / "consumer 1.jsonl").write_text("")
    put, make = read(str(tmp_path), 0.0)
    assert (put.what, put.item, put.error) == ("put", "a1", "KeyError")
    assert (make.what, make.end) == ("make", None)


def test_a_stream_is_drawn_as_a_queue_above_and_a_lane_for_each_process_and_feeder():
    seen = flow(
        span("producer", "make", "a1", 0.0, 0.2),
        span("producer", "put", "a1", 0.2, None),
        span("consumer", "get", "", 0.0, 0.4, "Empty"),
        maxsize=1,
    )
    picture = show_stream(seen, seen)
    above, lanes, *_ = picture.figure.axes
    assert [tick.get_text() for tick in lanes.get_yticklabels()] == ["producer 1", "feeder 1", "consumer 1"]
    made, put, got = lanes.patches
    assert made.get_height() > put.get_height() and put.get_hatch() and not got.get_hatch()
    assert [text.get_text() for text in lanes.texts] == ["a1", "", "✗ Empty"]
    assert above.get_title(loc="left") == "1 producer, Queue(1), 1 consumer"
    assert picture.alternative.count("Stream “1 producer, Queue(1), 1 consumer”") == 2


def test_there_must_be_a_stream_to_draw():
    with pytest.raises(ValueError, match="nothing to draw"):
        show_stream()


def test_the_queue_lab_runs_what_its_controls_say_and_shows_the_picture(shown):
    lab = QueueLab()
    lab.producers.value, lab.items.value, lab.make.value, lab.work.value = 1, 2, 0, 0
    lab.show()
    controls, picture = shown
    assert list(controls) == ["application/vnd.jupyter.widget-view+json"]
    assert "Stream “1 producer, Queue(3), 1 consumer”: 2 items of 2 taken" in picture["text/plain"]
    assert lab.progress.value == lab.progress.max == 2
    lab.maxsize.value, lab.compare.value = 0, True
    lab.start.click()
    assert "Queue(3)" in shown[-1]["text/plain"] and "Queue()" in shown[-1]["text/plain"]
    assert "2 items of 2 taken" in lab.message.value
    assert not lab.start.disabled


def test_the_controls_of_the_queue_lab_make_the_settings():
    lab = QueueLab()
    assert lab.put_timeout.index == lab.get_timeout.index == 0, "what is chosen is shown"
    patient = Stream(**lab.settings())
    assert patient.put_timeout is patient.get_timeout is None
    lab.size.label, lab.put_timeout.label = "more than a pipe holds", "at most 0.3 s"
    lab.get_timeout.label, lab.go_home.label = "at most 0.1 s", "goes home"
    stream = Stream(**lab.settings())
    assert (stream.size, stream.go_home) == (1_000_000, True)
    assert (stream.put_timeout, stream.get_timeout) == (0.3, 0.1)
    assert (stream.producers, stream.consumers, stream.items, stream.maxsize) == (2, 1, 5, 3)


def test_an_error_in_the_queue_lab_is_one_line_and_the_lab_goes_on(shown, monkeypatch):
    def no_start(*args, **settings):
        raise OSError("no more\nprocesses")

    lab = QueueLab()
    monkeypatch.setattr("manyhands.labs.queues.lab.run_stream", no_start)
    lab.show()
    assert "OSError: no more processes" in lab.message.value
    assert len(shown) == 1 and not lab.start.disabled


def test_the_moves_of_a_queue_are_told_in_words():
    found = endings(queues.two_putters, queues.put_if_not_full)
    assert list(found) == ["hangs", "returns 1"]
    words = [stage.words for stage in story(found["hangs"]).moves]
    assert words.count("sees that shelf is not full") == 2
    assert [each.partition(":")[0] for each in words[2:]] == [
        "puts into shelf",
        "takes from the buffer",
        "sends into the pipe",
    ]
