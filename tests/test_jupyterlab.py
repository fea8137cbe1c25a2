"""The course in a real JupyterLab, in a real browser: what a learner sees and presses."""

import json
import os
import shutil

import jupyterlab_session as jupyterlab
import nbformat
import pytest
from answer_files import ANSWERS
from manyhands import manifest
from playwright.sync_api import expect

UNIT = "02_pools"
EXERCISE = f"exercises/{UNIT}/{UNIT}.ipynb"
ROOT = manifest.root()

pytestmark = pytest.mark.skipif(
    jupyterlab.CHROMIUM is None and "CI" not in os.environ, reason="there is no Chromium on this machine"
)


@pytest.fixture
def folder(tmp_path):
    """A learner's copy of the course."""
    copy = tmp_path / "course copy"
    for name in ("course", "exercises"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "manyhands"))
    shutil.copy(ROOT / "nbgrader_config.py", copy)
    for path in copy.rglob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":  # so that what the tests see has been run by them
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, path)
    return copy


@pytest.fixture
def lab(folder, tmp_path):
    """JupyterLab on that copy, and a page of a browser."""
    with jupyterlab.server(folder, tmp_path / "state") as address, jupyterlab.browser_page() as page:
        yield address, page


def fill_in(folder, answers):
    """Write answers, by task and name of the file, into the cells of the exercise."""
    path = folder / EXERCISE
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            text = (ANSWERS / UNIT / cell["id"] / f"{answers[cell['id']]}.py").read_text()
            cell["source"] = f"{''.join(cell['source']).splitlines()[0]}\n{text}"
    path.write_text(json.dumps(notebook))


def keep(folder, *cells):
    """Take all other cells out of the exercise."""
    path = folder / EXERCISE
    notebook = json.loads(path.read_text())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] in cells]
    path.write_text(json.dumps(notebook))


def validate(page):
    """Press Validate and return what the dialog says."""
    page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate").click()
    dialog = page.locator(".jp-Dialog", has_text="Ok")
    dialog.wait_for()
    return dialog.inner_text()


def test_a_wrong_answer_shows_its_card_and_fails_validation(folder, lab):
    address, page = lab
    fill_in(folder, {"submit": "wrong_apply_in_all_at_once"})
    jupyterlab.open_notebook(page, address, EXERCISE)
    assert page.locator("text=Would you like to receive official Jupyter news").count() == 0
    jupyterlab.run_all(page)
    output = page.locator(".jp-OutputArea", has_text="✗ WRONG · submit.py")
    card = output.locator("section")
    for words in ("the parent waits in Pool.apply (submit.py:", "M54", "submit.py as saved at"):
        assert words in card.inner_text()
    assert "Traceback" not in output.inner_text()
    assert output.inner_text().count("the parent waits") == 1
    text = validate(page)
    assert "failed" in text
    assert "✗ WRONG · submit.py" in text


def test_a_cards_link_opens_the_lecture_at_its_section(folder, tmp_path):
    fill_in(folder, {"submit": "wrong_apply_in_all_at_once"})
    keep(folder, "submit", "test_submit_all_at_once")  # so that the card is in sight
    server = jupyterlab.server(folder, tmp_path / "state", windowing="full")  # as a learner has it
    with server as address, jupyterlab.browser_page() as page:
        jupyterlab.open_notebook(page, address, EXERCISE)
        jupyterlab.run_all(page)
        page.locator("section", has_text="✗ WRONG · submit.py").get_by_role("link").click()
        section = page.locator(".jp-Notebook h2", has_text="apply waits, apply_async does not")
        expect(section).to_be_in_viewport(timeout=60_000)


def test_right_answers_pass_validation(folder, lab):
    address, page = lab
    right = {
        task.id: next((ANSWERS / UNIT / task.id).glob("right_*.py")).stem
        for task in manifest.units()[UNIT].tasks
    }
    fill_in(folder, right)
    jupyterlab.open_notebook(page, address, EXERCISE)
    jupyterlab.run_all(page)
    cells = [name for task in manifest.units()[UNIT].tasks for name in task.cells]
    assert page.locator("section", has_text="✓ PASS").count() == len(cells)
    assert "Success" in validate(page)


def run_other_jobs(lab):
    """Use the pool lab: hand the jobs in by another way."""
    picture = lab.locator("img[alt*='Timeline']")
    assert "pool.apply(" in picture.get_attribute("alt")
    lab.locator("select").first.select_option("imap_unordered")
    lab.get_by_role("button", name="Run").click()
    lab.locator("text=The results came in this order").wait_for()
    lab.locator("img[alt*='for result in pool.imap_unordered']").wait_for()


def run_another_stream(lab):
    """Use the queue lab, by keyboard: room for one item more."""
    assert "2 producers, Queue(3), 1 consumer" in lab.locator("img[alt*='Stream']").get_attribute("alt")
    lab.get_by_role("slider").nth(5).press("ArrowRight")
    lab.get_by_role("button", name="Run").press("Enter")
    lab.locator("img[alt*='2 producers, Queue(4), 1 consumer']").wait_for()
    lab.get_by_text("10 items of 10 taken").first.wait_for()


def step_into_a_deadlock(lab):
    """Use the memory lab: choose another program, and go through all of its moves."""
    assert "an update is lost" in lab.locator("img[alt*='A schedule']").get_attribute("alt")
    lab.locator("select").first.select_option("two locks, payer's first")
    lab.locator("img[alt*='it hangs']").wait_for()
    for move in (1, 2):
        lab.get_by_role("button", name="Next").click()
        lab.locator(f"text=Move {move} of 2").wait_for()
    lab.get_by_text("It hangs.", exact=True).wait_for()


def look_at_the_main_file(lab):
    """Use the start-method lens: look at something else, by keyboard."""
    assert "a name that was set later" in lab.locator("img[alt*='lens']").get_attribute("alt")
    lab.locator("select").first.select_option("__main__")
    lab.get_by_role("button", name="Run").press("Enter")
    lab.locator("img[alt*='lens: __main__, as a script']").wait_for()
    lab.get_by_text("def find_main").wait_for()


def close_the_forgotten_end(lab):
    """Use the pipe lab: the parent closes the writer, too, and so the reader comes to the end."""
    assert "recv(): never returned" in lab.locator("img[alt*='A pipe']").get_attribute("alt")
    lab.get_by_label("writer").nth(1).check()
    lab.get_by_role("button", name="Run").click()
    lab.locator("img[alt*='recv(): EOFError']").wait_for()


@pytest.mark.parametrize(
    ("lecture", "question", "right", "wrong", "controls", "use"),
    [
        (
            "01_processes_and_threads",
            "One loop: how many chores",
            "A",
            "B",
            "look at",
            look_at_the_main_file,
        ),
        ("02_pools", "How many of the seven chores run", "A", "B", "hand in by", run_other_jobs),
        ("03_queues", "What does put raise?", "C", "A", "seconds to make", run_another_stream),
        (
            "05_shared_memory_and_locks",
            "What may two_adders(add) return?",
            "C",
            "A",
            "moves done",
            step_into_a_deadlock,
        ),
        (
            "04_pipes",
            "Which of them can send?",
            "B",
            "A",
            "start method",
            close_the_forgotten_end,
        ),
    ],
    ids=["processes", "pools", "queues", "shared memory", "pipes"],
)
def test_a_lecture_runs_from_the_top_and_its_lab_and_quizzes_answer(
    folder, lab, lecture, question, right, wrong, controls, use
):
    address, page = lab
    jupyterlab.open_notebook(page, address, f"course/{lecture}.ipynb")
    jupyterlab.run_all(page)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0

    quiz = page.locator(".jp-OutputArea", has_text=question).last
    quiz.get_by_role("button", name=wrong, exact=True).click()
    quiz.get_by_text(f"✗ Not {wrong}").wait_for()
    quiz.get_by_role("button", name=right, exact=True).click()
    quiz.get_by_text(f"✓ {right} is right").wait_for()

    use(page.locator(".jp-OutputArea", has_text=controls).last)


def test_the_start_page_finds_the_machine_ready(folder, lab):
    address, page = lab
    jupyterlab.open_notebook(page, address, "course/00_start_here.ipynb")
    jupyterlab.run_all(page)
    page.locator(".jp-OutputArea-output", has_text="Everything is ready.").wait_for()
    page.locator(".jp-RenderedHTMLCommon a", has_text="lecture").first.click()
    page.locator(".jp-Notebook h1", has_text="Processes and threads").wait_for()
