"""The pipe labs: what real processes did with the ends of a pipe, and its picture."""

import multiprocessing
import time

import pytest
from displayed import shown_by
from manyhands.labs import CapacityLab, PipeLab
from manyhands.labs.pipes.capacity import SIZES, counted
from manyhands.labs.pipes.lab import FIRST
from manyhands.labs.pipes.picture import picture
from manyhands.labs.pipes.runs import Seen, Settings, run
from manyhands.workers.pipe_ends import CALLS, CHILD, ENDS, PARENT, REPEATED
from manyhands.workers.pipes import messages_that_fit

METHODS = multiprocessing.get_all_start_methods()
FORGOTTEN = Settings("spawn", ("reader",), ENDS, (), 2, CHILD, REPEATED)
TWO = [("recv()", "'message 1'"), ("recv()", "'message 2'")]


@pytest.fixture
def shown(monkeypatch):
    return shown_by(monkeypatch, "pipes.lab", "pipes.capacity", "widget")


def seen(call, *gave, **changes):
    """What a run may have shown: the parent called, and has both ends; the child has none."""
    settings = Settings("spawn", (), (), (), 0, PARENT, call)
    return Seen(settings, {PARENT: list(ENDS), CHILD: []} | changes, [(call, each) for each in gave])


def test_the_first_picture_hangs_and_one_tick_mends_it():
    found = run(FIRST)
    assert found.hangs
    assert found.calls == [*TWO, ("recv()", None)]
    assert found.reason == "It waits for ever: the parent has the writer open, and nobody sends."
    mended = Settings(**{**vars(FIRST), "parent_closes": ("writer",)})
    assert run(mended).calls == [*TWO, ("recv()", "EOFError")]


@pytest.mark.parametrize("method", METHODS)
def test_a_forked_child_has_ends_that_it_was_not_handed(method):
    found = run(Settings(**{**vars(FORGOTTEN), "method": method}))
    forked = method == "fork"
    assert found.state(CHILD, "writer") == ("open, no name" if forked else "never had")
    assert found.state(CHILD, "reader") == "open"
    assert [found.state(PARENT, end) for end in ENDS] == ["closed", "closed"]
    assert found.calls == [*TWO, ("recv()", None if forked else "EOFError")]


@pytest.mark.parametrize(
    ("settings", "gave"),
    [
        (Settings("spawn", (), (), (), 1, PARENT, "poll()"), "True"),
        (Settings("spawn", (), (), (), 0, PARENT, "poll()"), "False"),
        (Settings("spawn", (), ("writer",), (), 0, PARENT, "poll()"), "True"),
        (Settings("spawn", (), ("reader",), (), 0, PARENT, "poll()"), "OSError: handle is closed"),
        (Settings("spawn", (), (), (), 0, PARENT, "send('more')"), "None"),
        (
            Settings("spawn", (), ("reader",), (), 0, PARENT, "send('more')"),
            "BrokenPipeError: [Errno 32] Broken pipe",
        ),
        (Settings("spawn", ENDS, ("reader",), (), 0, PARENT, "send(bytes(1_000_000))"), None),
        (
            Settings("spawn", (), (), (), 0, CHILD, "recv()"),
            "no name for the reader: it was not handed over",
        ),
    ],
    ids=lambda each: each.code.splitlines()[-1] if isinstance(each, Settings) else None,
)
def test_a_call_gives_what_the_ends_let_it_give(settings, gave):
    assert [each for _, each in run(settings).calls] == [gave]


def test_a_child_closes_only_what_it_was_handed():
    settings = Settings("spawn", ("reader",), (), ENDS, 0, PARENT, "poll()")
    assert settings.closes[CHILD] == ("reader",)
    assert "writer.close()" not in settings.code


def test_the_code_of_a_run_reads_as_a_program():
    assert FIRST.code.splitlines() == [
        "# the parent",
        "reader, writer = spawn.Pipe(duplex=False)",
        'writer.send("message 1")',
        'writer.send("message 2")',
        "spawn.Process(target=child, args=(writer,)).start()",
        "# the child",
        "writer.close()",
        "# then the parent",
        "while True: reader.recv()",
    ]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (
            seen("recv()", None, child=["writer"]),
            "It waits for ever: the parent and the child have the writer open, and nobody sends.",
        ),
        (
            seen("send(bytes(1_000_000))", None),
            "It waits for ever: the pipe is full, the parent has the reader open, and nobody receives.",
        ),
        (
            seen("recv()", "EOFError", parent=["reader"]),
            "The end: the pipe is empty, and no process has the writer open.",
        ),
        (
            seen("send('more')", "BrokenPipeError: gone", parent=["writer"]),
            "No process has the reader open.",
        ),
        (seen("poll()", "True"), ""),
    ],
    ids=lambda each: each.calls[-1][0] if isinstance(each, Seen) else "",
)
def test_the_reason_names_who_has_the_other_end_open(found, reason):
    assert found.reason == reason


def test_the_picture_says_in_words_what_it_shows():
    found = Seen(FIRST, {PARENT: list(ENDS), CHILD: []}, [*TWO, ("recv()", None)])
    words = picture(found).alternative.splitlines()
    assert words == [
        "A pipe and two processes, spawn, then the parent: while True: reader.recv().",
        "In the pipe before: 2 messages.",
        "- the parent: reader open, writer open.",
        "- the child: reader never had, writer closed.",
        "- recv(): 'message 1'.",
        "- recv(): 'message 2'.",
        "- recv(): never returned.",
        "It waits for ever: the parent has the writer open, and nobody sends.",
    ]


def test_all_that_the_picture_tells_stands_inside_it():
    calls = [("recv()", f"'message {number}'") for number in (1, 2, 3)]
    longest = [("poll()", "no name for the reader: it was not handed over")]
    for told in ([*calls, ("recv()", None)], longest):
        figure = picture(Seen(FORGOTTEN, {PARENT: [], CHILD: list(ENDS)}, told)).figure
        figure.draw_without_rendering()
        axes = figure.axes[0]
        reader = next(text for text in axes.texts if text.get_text() == "reader: open")
        lines = [text for text in axes.texts if "→" in text.get_text()]
        assert len(lines) == len(told)
        for line in lines:
            assert not line.get_window_extent().overlaps(reader.get_window_extent())
            assert line.get_window_extent().x1 < figure.bbox.x1


def test_to_draw_a_run_takes_less_than_a_fifth_of_a_second():
    found = Seen(FIRST, {PARENT: list(ENDS), CHILD: []}, [*TWO, ("recv()", None)])
    picture(found)._repr_mimebundle_()  # the first picture of a process loads the fonts
    spent = []
    for _ in range(3):
        before = time.thread_time()
        picture(found)._repr_mimebundle_()
        spent.append(time.thread_time() - before)
    assert min(spent) < 0.2


def test_the_lab_shows_its_controls_and_the_picture_of_a_first_run(shown):
    lab = PipeLab()
    lab.show()
    controls, first = shown
    assert list(controls) == ["application/vnd.jupyter.widget-view+json"]
    assert "recv(): never returned" in first["text/plain"]
    assert "the parent has the writer open" in lab.message.value
    lab.parent_closes["writer"].value = True
    lab.start.click()
    assert "recv(): EOFError" in shown[-1]["text/plain"]
    assert not lab.start.disabled


def test_the_controls_make_the_settings():
    lab = PipeLab()
    assert lab.settings() == FIRST
    lab.method.value, lab.messages.value = METHODS[-1], 0
    lab.caller.value, lab.call.value = CHILD, "poll()"
    lab.handed["reader"].value, lab.child_closes["writer"].value = True, False
    assert lab.settings() == Settings(METHODS[-1], ENDS, (), (), 0, CHILD, "poll()")
    assert lab.call.options == tuple(CALLS)


def test_an_error_is_one_line_and_the_lab_goes_on(shown, monkeypatch):
    def broken(settings):
        raise RuntimeError("no\nprocess <left>")

    lab = PipeLab()
    monkeypatch.setattr("manyhands.labs.pipes.lab.run", broken)
    lab.start.click()
    assert "RuntimeError: no process &lt;left&gt;" in lab.message.value
    assert not shown and not lab.start.disabled


def test_the_other_lab_measures_how_many_messages_fit(shown):
    lab = CapacityLab()
    lab.show()
    lab.size.value = SIZES[0]
    one_way, two_way = (messages_that_fit(1, duplex) for duplex in (False, True))
    assert shown[-1]["text/plain"] == (
        "How many messages of 1 byte a pipe holds, nobody receiving."
        f" one-way: {one_way:,} messages, {one_way:,} bytes;"
        f" two-way: {two_way:,} messages, {two_way:,} bytes."
    )
    assert "image/png" in counted(1_000)._repr_mimebundle_()
