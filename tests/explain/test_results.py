"""A misconception that a test cell suspects behind a wrong result is told only where it is proved."""

import textwrap

import pytest
from manyhands.checks import Answer, Job
from manyhands.checks.answer import asking
from manyhands.checks.verdict import Rejected

POOL = """
    from multiprocessing import Pool
    def answer(job, items):
        failed = []
        with Pool(2) as pool:
            pending = [pool.apply_async(job, (item,)) for item in items]
            pool.close()
            pool.join()
            {ask}
        return failed
"""
ASKS = """
            for task in pending:
                try:
                    task.get()
                except ValueError as error:
                    failed.append(repr(error))
"""
FUTURES = """
    from concurrent.futures import ProcessPoolExecutor
    def attempt(job, item):
        try:
            return job(item)
        except ValueError:
            return "failed"
    def answer(job, items):
        with ProcessPoolExecutor(2) as executor:
            executor.map({handed})
        return []
"""
LEFT = """
    from multiprocessing import Pool
    def answer(job, items):
        with Pool(2) as pool:
            pending = [pool.apply_async(job, (item,)) for item in items]
            {ends}
        return []
"""


CHILDREN = """
    from multiprocessing import Process
    def answer(job, items):
        children = [Process(target=job, args=(item,)) for item in items]
        failed = []
        for child in children:
            child.start()
        for child in children:
            {wait}
        return failed
"""
CATCHES = """
            try:
                child.join()
            except ValueError as error:
                failed.append(str(error))
"""


@pytest.fixture
def rejected(tmp_path):
    """Runs `answer` with a job, and rejects what it returns by a rule that suspects a misconception."""

    def run(text, job, suspected=""):
        (tmp_path / "module.py").write_text(textwrap.dedent(text))
        with (
            asking(tmp_path, "fork", 60),
            pytest.raises(Rejected) as rejection,
            Answer("module.py") as answer,
        ):
            result = answer.run("answer", job, [1, 2]).result
            assert result == ["spoiled"], f"every error is told {suspected}".strip()
        return rejection.value.verdict

    return run


def spoiled():
    return Job(fails={2: ValueError("spoiled")})


@pytest.mark.parametrize(
    "text, suspected, told",
    [
        (POOL.format(ask=""), "[M56]", "M56"),
        (POOL.format(ask=ASKS.strip()), "[M56]", None),
        (FUTURES.format(handed="job, items"), "[M57]", "M57"),
        (FUTURES.format(handed="attempt, [job] * 2, items"), "[M57]", None),
        (POOL.format(ask=""), "[M54]", "M54"),
        (POOL.format(ask=""), "", None),
    ],
)
def test_what_is_suspected_is_told_where_it_is_proved(rejected, text, suspected, told):
    verdict = rejected(text, spoiled(), suspected)
    assert verdict.misconception == told
    assert verdict.rule.splitlines()[0] == "every error is told"  # pytest adds to it
    assert (verdict.line is not None) == (told in ("M56", "M57"))


def test_who_loses_one_of_several_errors_has_asked_for_them(rejected):
    text = """
        from multiprocessing import Pool
        def attempt(job, item):
            try:
                job(item)
            except ValueError as error:
                return str(error)
        def answer(job, items):
            failed = set()
            with Pool(2) as pool:
                for item in items:
                    pool.apply_async(attempt, (job, item), callback=failed.add)
                pool.close()
                pool.join()
            return [*failed, "and more"]
    """
    job = Job(fails=dict.fromkeys([1, 2], ValueError("spoiled")))
    assert rejected(text, job, "[M56]").misconception is None


@pytest.mark.parametrize(
    "wait, suspected, told",
    [
        (CATCHES.strip(), "[M11]", "M11"),
        ("child.join()", "[M11]", None),
        ("failed += [child.join(timeout=60)]", "[M12]", "M12"),
        ("child.join(timeout=60)", "[M12]", None),
        ("failed += [child.join()]", "[M12]", None),
    ],
)
def test_who_asks_a_join_for_an_error_or_for_the_end_is_told_so(rejected, wait, suspected, told):
    assert rejected(CHILDREN.format(wait=wait), spoiled(), suspected).misconception == told


@pytest.mark.parametrize("ends, told", [("", "M60"), ("pool.terminate()", None)])
def test_who_ends_a_pool_himself_did_not_think_that_its_block_waits(rejected, ends, told):
    assert rejected(LEFT.format(ends=ends), Job(hold=[1, 2]), "[M60]").misconception == told


def test_who_waits_for_no_process_is_told_so(rejected):
    text = """
        from multiprocessing import Process
        def answer(job, items):
            for item in items:
                Process(target=job, args=(item,)).start()
            return []
    """
    verdict = rejected(text, Job(hold=[1, 2]))
    assert verdict.misconception is None
    assert verdict.because == (
        "the function returned without waiting for `Process-1` and `Process-2` to end: "
        "nothing here calls `join`"
    )
    assert verdict.line.text == "Process(target=job, args=(item,)).start()"
