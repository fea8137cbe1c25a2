"""What a learner is shown: the card as text and as HTML, in plain Python and in a real kernel."""

import re
import time
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from jupyter_client.manager import start_new_kernel
from manyhands import manifest
from manyhands.checks import explore
from manyhands.checks.verdict import Kind, Line, Rejected, Verdict, Wait, card, lanes, lecture, saved
from manyhands.checks.verdict.card import make, next_step
from manyhands.checks.verdict.page import page
from manyhands.checks.verdict.saved import Saved
from manyhands.classroom.preprocessors import decided, passed
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

ROOT = manifest.root()
POOLS = ROOT / "exercises" / "02_pools"
WRONG = Verdict(
    Kind.WRONG,
    "it returned something else",
    "M54",
    expected="[1, 2]",
    came="['<b>']",
    rule="the results stand in order",
    line=Line("submit.py", 3, "    return pool.apply(job)"),
    waits=[Wait("the parent", "waits in Pool.join", "submit.py", 4, "f")],
)


class Words(HTMLParser):
    """The words of a page, and its tags with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words += data

    def count(self, tag, **attributes):
        return sum(name == tag and attributes.items() <= found.items() for name, found in self.tags)


# ---- what stands on it


def test_a_pass_says_the_points_and_what_is_next():
    text = card(Verdict(Kind.PASS, "everything is there"), "submit.py")
    assert text.startswith("✓ PASS · submit.py: Blocking and non-blocking · 3 of 3 points")
    assert "next      task 2 of 7: Results by callback" in text


def test_the_last_task_of_a_unit_names_the_next_unit_if_there_is_one():
    units = list(manifest.units().values())
    for unit, following in zip(units, [*units[1:], None], strict=True):
        if not unit.tasks:
            continue
        text = next_step(unit.tasks[-1])
        assert f"last task of «{unit.title}»" in text
        assert following is None or f"«{following.title}»" in text


def test_only_a_pass_says_points_and_what_is_next():
    text = card(WRONG, "submit.py")
    assert "points" not in text.splitlines()[0]
    assert "\n  next" not in text


def test_there_is_one_reason_and_it_is_that_of_the_evidence():
    known = manifest.misconceptions()["M54"]
    assert known.because[:40] in card(WRONG, "submit.py")
    text = card(Verdict(Kind.WRONG, "", "M54", because="nobody reads it"), "submit.py", 300)
    assert "because   nobody reads it" in text
    assert known.because not in text
    assert known.belief in text


def test_the_line_is_counted_in_its_cell_where_the_cell_is_known():
    assert "submit.py:3, line 5 of its cell" in card(WRONG, "submit.py", saved=Saved("submit.py", above=2))
    assert "submit.py:3\n" in card(WRONG, "submit.py")
    assert "of its cell" not in card(WRONG, "submit.py", saved=Saved("submit.py"))


@pytest.mark.parametrize(
    "text, unit",
    [(each.look_at, unit.id) for unit in manifest.units().values() for each in unit.tasks]
    + [(each.look_at, None) for each in manifest.misconceptions().values() if "«" in each.look_at],
)
def test_every_section_that_is_named_is_in_a_lecture(text, unit):
    link = lecture.link(text, POOLS, unit)
    path, _, anchor = link.partition("#")
    assert (POOLS / path).exists(), text
    assert anchor.startswith("cell-id=")


def test_where_no_lecture_lies_nothing_is_linked(tmp_path):
    look_at = manifest.task_of("submit.py").look_at
    assert lecture.link(look_at, tmp_path / "exercises" / "02_pools", "02_pools") == ""
    assert "<a " not in page(make(WRONG, "submit.py", folder=tmp_path))


# ---- the file


@pytest.fixture
def cells(monkeypatch):
    ran = []
    monkeypatch.setattr(saved, "history", lambda: ran)
    return ran


@pytest.mark.parametrize(
    "seconds, words",
    [(0, ""), (59, ""), (60, ", 1 minute ago"), (7_300, ", 2 hours ago"), (200_000, ", 2 days ago")],
)
def test_a_card_says_when_the_file_was_saved(seconds, words):
    told = Saved("submit.py", at=1_000_000).told(1_000_000 + seconds)
    assert re.fullmatch(rf"submit\.py as saved at (\d+ \w+, )?\d\d:\d\d:\d\d{words}", told)


@pytest.mark.parametrize("head, above", [("%%writefile m.py\n", 1), ("\n\n%%writefile m.py\n", 3)])
def test_lines_are_counted_from_the_top_of_the_cell_that_was_run(tmp_path, cells, head, above):
    (tmp_path / "m.py").write_text("x = 1\n\n\n")
    cells += ["%%writefile m.py\nx = 0", "1 + 1", f"{head}x = 1", "%%writefile other.py\nx = 1"]
    found = saved.look(tmp_path / "m.py")
    assert (found.above, found.changed) == (above, False)


def test_a_file_that_its_cell_did_not_write_is_said_to_be_so(tmp_path, cells):
    (tmp_path / "m.py").write_text("x = 2\n")
    cells += ["%%writefile m.py\nx = 1"]
    found = saved.look(tmp_path / "m.py")
    assert (found.above, found.changed) == (None, True)
    assert "not what its cell wrote last" in found.told(time.time())


def test_without_a_cell_only_the_time_is_said(tmp_path, cells):
    (tmp_path / "m.py").write_text("x = 2\n")
    found = saved.look(tmp_path / "m.py")
    assert (found.above, found.changed) == (None, False)
    assert saved.look(tmp_path / "none.py") == Saved("none.py")


# ---- as HTML


def exported(text):
    """The page that nbconvert, and so nbgrader's feedback, makes of an output."""
    output = new_output("display_data", {"text/html": text})
    notebook = new_notebook(cells=[new_code_cell("", outputs=[output])])
    return HTMLExporter(template_name="basic").from_notebook_node(notebook)[0]


@pytest.mark.parametrize("change", [str, exported], ids=["as it is", "exported"])
def test_html_says_all_that_the_text_says_and_shows_a_students_text_as_text(change):
    shown = Words(change(page(make(WRONG, "submit.py", folder=POOLS))))
    told = ("✗ WRONG", "the results stand in order", "[1, 2]", "['<b>']", "M54", "return pool.apply(job)")
    assert [words for words in told if words not in shown.words] == []
    assert shown.count("b") == 0
    assert shown.count("a", href=lecture.link(manifest.misconceptions()["M54"].look_at, POOLS, None)) == 1
    assert not any(re.fullmatch("h[1-6]|style|script", tag) for tag, _ in shown.tags)


RACY = """
from multiprocessing import Process, Value
def add(number):
    number.value += 1
def f(workers):
    number = Value("i", 0)
    children = [Process(target=add, args=(number,)) for _ in range(workers)]
    for child in children: child.start()
    for child in children: child.join()
    return number.value
"""


def schedule(workers):
    found = explore.explore(RACY, "f", workers)
    with pytest.raises(explore.ScheduleError) as error:
        found.always(lambda result: result == workers)
    return error.value.schedule.told()


@pytest.mark.parametrize("change", [str, exported], ids=["as it is", "exported"])
def test_a_schedule_is_a_table_with_a_caption_and_a_column_for_each_process(change):
    shown = Words(change(lanes.table(schedule(2))))
    assert shown.count("caption") == 1
    assert shown.count("th", scope="col") == 5
    assert "◄ marks the steps on which it turns" in shown.words
    assert re.search(r"read number →\s0\s◄", shown.words)
    assert "4 number.value += 1" in shown.words


def test_of_many_processes_there_is_one_column_for_all():
    told = schedule(5)
    shown = Words(lanes.table(told))
    assert shown.count("th", scope="col") == 4
    assert "Process-5" in shown.words


# ---- in a class


def shown_card(text):
    return new_output("display_data", {"text/plain": text, "text/html": "<section></section>"})


def test_the_card_of_a_pass_counts_however_it_is_shown():
    mine = shown_card("✓ PASS · double.py: Doubles\n  file  as saved")
    warning = new_output("stream", name="stderr", text="a warning\n")
    number = new_output("execute_result", {"text/plain": "0.5"})
    assert passed([mine])
    assert decided([warning, mine, number]) == [mine]
    assert not passed([shown_card("it said ✓ PASS · double.py")])
    assert not passed([shown_card("✗ WRONG · double.py")])


# ---- in a real kernel


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebook")
    manager, client = start_new_kernel(cwd=str(folder))

    def run(code):
        messages = []
        client.execute_interactive(code, output_hook=messages.append, timeout=60, allow_stdin=False)
        kept = [m for m in messages if m["msg_type"] not in ("status", "execute_input")]
        return [SimpleNamespace(type=m["msg_type"], **m["content"]) for m in kept]

    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


CHECK = """
from manyhands.checks import Answer
with Answer("submit.py") as answer:
    assert answer.run("f").result == 2, "it is two"
"""


def test_in_a_notebook_a_pass_is_one_output(kernel):
    kernel("\n%%writefile submit.py\ndef f():\n    return 2")
    [shown] = kernel(CHECK)
    assert shown.type == "display_data"
    assert shown.data["text/plain"].startswith("✓ PASS · submit.py")
    assert "<section" in shown.data["text/html"]
    assert "submit.py as saved at" in shown.data["text/plain"]


def test_in_a_notebook_a_rejection_is_the_card_and_one_line(kernel):
    kernel("\n%%writefile submit.py\ndef f():\n    return 1")
    shown, error = kernel(CHECK)
    assert shown.data["text/plain"].startswith("✗ WRONG · submit.py")
    assert "it is two" in shown.data["text/plain"]
    assert (error.type, error.ename) == ("error", "Rejected")
    assert error.evalue.startswith("WRONG: it is two")
    assert error.traceback == ["✗ WRONG · submit.py: its card says why"]


def test_a_long_check_says_what_it_does_in_the_output_that_the_card_takes_over(kernel):
    kernel("%%writefile submit.py\nimport time\ndef f():\n    time.sleep(2)\n    return 2")
    kernel("from manyhands.checks.verdict import screen; screen.PATIENCE_S = 0.1; screen.EVERY_S = 0.1")
    first, *rest = kernel(CHECK)
    assert re.match(r"running f\(…\) with real processes … \d+ s", first.data["text/plain"])
    assert {each.type for each in rest} == {"update_display_data"}
    assert {each.transient["display_id"] for each in rest} == {first.transient["display_id"]}
    assert rest[-1].data["text/plain"].startswith("✓ PASS")
    assert kernel("import time; time.sleep(0.5)") == []
    kernel("screen.PATIENCE_S = 2; screen.EVERY_S = 1")


def test_a_check_that_ends_without_a_card_leaves_no_line_that_is_out_of_date(kernel):
    kernel("from manyhands.checks.verdict import screen; screen.PATIENCE_S = 0.1")
    stop = 'with Answer("submit.py") as answer:\n    import time; time.sleep(1)\n    raise KeyboardInterrupt'
    first, *_, last, error = kernel(f"from manyhands.checks import Answer\n{stop}")
    assert last.data["text/plain"] == "no verdict: the check did not run to its end"
    assert error.traceback == ["■ stopped by you: submit.py was not judged"]
    kernel("screen.PATIENCE_S = 2")


def test_who_asks_elsewhere_shows_nothing(kernel):
    kernel("%%writefile submit.py\ndef f():\n    return 2")
    asked = f"""
from pathlib import Path
from manyhands.checks.answer import asking
with asking(Path.cwd(), None, None) as accepted:
    {CHECK.strip().replace(chr(10), chr(10) + "    ")}
assert len(accepted) == 1
"""
    assert kernel(asked) == []


def test_an_error_outside_of_a_block_is_a_card_as_text():
    lines = Rejected(WRONG, "submit.py")._render_traceback_()
    assert lines == card(WRONG, "submit.py").splitlines()


def test_a_verdict_can_be_asked_for_its_card():
    verdict = Verdict(Kind.WRONG, "it is not")
    assert verdict.card("submit.py") == card(verdict, "submit.py")
