"""Which misconception is told for which program's failing schedule, and in which words."""

import textwrap

import pytest
from failing_schedules import failing, told
from manyhands import manifest
from manyhands.checks.explain import conclusions
from manyhands.checks.explain.kinds import Line
from manyhands.checks.explain.races import in_text, why
from manyhands.checks.explore import Schedule, explore
from manyhands.checks.verdict import Kind
from programs import FOLDER, PROGRAMS

RIGHT = {
    "alive_after_terminate": False, "array_one_slot": 2, "block_argument_unlinked_too_early": 0,
    "block_bytes_of_an_int": 2, "block_copied_from_another": b"ab", "block_flag_first": b"ready",
    "block_lost_update": 4, "block_named_in_a_queue_and_unlinked": [0, 0], "block_not_joined": 7,
    "block_number_in_a_view": 2000, "block_rows_overlap": b"aabbb", "block_struct_unlocked": 12,
    "block_sub_view_passed_on": 2, "block_unlinked_by_who_comes_first": [0, 0],
    "block_unlinked_too_early": 0, "condition_if": 0, "connection_closed_before_the_feeder": "arrived",
    "connection_of_one_who_has_left": 5, "connection_sent_twice": ["a", "b"], "dict_plus": 2,
    "drain_at_once": 2, "empty_means_finished": [1], "global_lock": 2, "half_locked": 2, "lock_for_each": 2,
    "lock_forgotten": 0, "longer_sleep_second": [1, 2], "look_then_write": 0, "lost_update": 4,
    "manager_namespace": 2, "manager_of_blocks_ends_too_early": 0, "not_joined": 7, "one_without_lock": 2,
    "order_between_queues": ["a"], "order_of_producers": ["a", "b"], "own_lock": 2, "pickled_later": [1],
    "proxy_given_away": 0, "raw_array_lost_update": [0, 2], "shareable_list_lost_update": [2, "ab"],
    "sleep_in_place_of_join": 1, "sleeps_to_synchronise": 1, "split_lock": 2, "structures_lost_update": 2,
    "text_of_a_value_is_a_look": 1, "through_functions": 2, "timeout_means_done": 1, "two_locks": 2,
    "threads_and_a_value": 2, "threads_at_import": ["x", 1], "threads_attribute": 2,
    "threads_attribute_by_name": 2, "threads_class_attribute": 2, "threads_condition_if": 0,
    "threads_daemon": [1], "threads_dict_changed_size": ["a"], "threads_dict_get": {"a": 2},
    "threads_generator_shared": ["value", "value"], "threads_global": 4, "threads_in_children": [2, 2],
    "threads_item": 2, "threads_look_then_make": 1, "threads_look_then_pop": 0, "threads_not_joined": 1,
    "threads_order_of_appends": ["a", "b"], "threads_other_object": [1], "threads_own_copy": [2, 2],
    "threads_own_lock": 2, "threads_read_back": [1, 2],
    "threads_sleep_for_join": [1], "threads_split_lock": 2, "threads_variable": 2,
}  # fmt: skip
"""What would be right, for programs that can return it."""

MAY_RETURN = {
    "ab_ba", "barrier_reset_too_soon", "condition_lost", "condition_one_called", "condition_untold",
    "event_cleared", "killed_daemon_in_an_event", "killed_in_an_event",
    "killed_in_an_event_with_a_time_out", "killed_while_getting", "look_before_get", "look_before_put",
    "three_in_a_circle", "threads_ab_ba", "threads_condition_lost", "threads_lock_never_released",
    "threads_look_before_get", "unpicklable_lost",
}  # fmt: skip
"""Those that are only wrong when they hang. Of all others every schedule goes wrong."""

TOLD = {
    "ab_ba": "M51", "array_one_slot": "M45", "block_argument_unlinked_too_early": "M53",
    "block_named_in_a_queue_and_unlinked": "M53", "block_unlinked_by_who_comes_first": "M53",
    "block_unlinked_too_early": "M53", "block_unlinked_twice": "M53", "both_send_first": "M42",
    "cancelled": "M36", "condition_if": "M93", "condition_one_called": "M94", "condition_untold": "M94",
    "connection_closed_before_the_feeder": "M31", "dict_plus": "M69", "drain_at_once": "M24",
    "early_continue": "M52", "early_return": "M52", "empty_means_finished": "M24", "falsy_item": "M27",
    "float_into_int": "M49", "global_lock": "M46", "global_not_shared": "M06", "join_before_drain": "M22",
    "killed_beside_another_sleeper": "M107", "killed_daemon_in_an_event": "M107",
    "killed_in_a_condition": "M107", "killed_in_a_condition_one": "M107", "killed_in_an_event": "M107",
    "killed_in_an_event_with_a_time_out": "M107", "killed_while_getting": "M19", "killed_with_lock": "M19",
    "lock_for_each": "M46", "lock_twice": "M50", "look_before_put": "M92", "lost_release": "M52",
    "lost_update": "M45", "manager_namespace": "M69", "manager_of_blocks_and_an_unlink": "M53",
    "manager_of_blocks_ends_too_early": "M53", "manager_value_lock": "M48", "nested_list": "M68",
    "no_task_done": "M34", "object_sentinel": "M28", "one_sentinel": "M26", "order_of_producers": "M33",
    "own_lock": "M46", "pickled_later": "M32", "pipe_wrong_way": "M40", "plain_list": "M06",
    "raw_array_lost_update": "M45", "set_after_import": "M05", "simple_queue_full": "M37",
    "split_lock": "M47", "started_twice": "M13", "structures_lost_update": "M45", "target_called": "M14",
    "task_done_twice": "M34", "three_in_a_circle": "M51", "through_functions": "M45",
    "timeout_means_done": "M30", "unpicklable_lost": "M31", "value_with_lock": "M50", "wraps": "M49",
    "write_end_forgotten": "M38",
    "threads_ab_ba": "M51", "threads_and_a_value": "M45", "threads_condition_if": "M93",
    "threads_lock_never_released": "M52", "threads_lock_twice": "M50", "threads_own_lock": "M46",
    "threads_no_task_done": "M34", "threads_own_copy": "M89", "threads_sleep_for_join": "M117",
    "threads_split_lock": "M47", "threads_task_done_twice": "M34",
    "executor_lock_as_argument": "M35", "pool_queue_as_argument": "M35",
    "coroutines_lost_update": "M83", "coroutines_lost_update_by_luck": "M83",
}  # fmt: skip

ONLY_A_SENTENCE = {
    "block_bytes_of_an_int", "block_copied_from_another", "block_flag_first", "block_lost_update",
    "block_not_joined", "block_number_in_a_view", "block_struct_unlocked", "block_sub_view_passed_on",
    "condition_lost", "event_cleared", "half_locked", "join_with_lock", "lock_in_a_message",
    "lock_never_released", "look_before_get", "look_then_write", "not_joined", "one_without_lock",
    "order_between_queues", "raw_value", "shareable_list_lost_update", "sleep_in_place_of_join",
    "sleeps_to_synchronise", "two_locks",
    "threads_attribute", "threads_attribute_by_name", "threads_class_attribute", "threads_condition_lost",
    "threads_dict_get", "threads_global", "threads_in_children", "threads_item", "threads_look_then_make",
    "threads_look_before_get", "threads_look_then_pop", "threads_not_joined", "threads_read_back",
    "threads_variable",
}  # fmt: skip
"""The steps show why, but no misconception of the list is what is behind it."""

NOTHING = {
    "alive_after_terminate", "args_not_a_tuple", "barrier_alone", "barrier_of_nobody",
    "barrier_reset_too_soon", "block_forgotten_while_its_buffer_is_kept", "block_of_one_name_twice",
    "block_rows_overlap", "bounded_semaphore", "bytes_too_long_and_waiting", "closed_queue",
    "condition_not_held", "connection_never_fetched", "connection_of_one_who_has_left",
    "connection_sent_twice", "daemon_killed", "daemon_with_child", "end_closed", "environment_of_a_child",
    "forkserver_environment", "forkserver_is_the_parent", "join_before_drain_small", "join_timeout",
    "keeps_its_processes", "killed_in_a_barrier", "killed_in_a_barrier_of_three", "lambda_target",
    "lock_forgotten", "longer_sleep_second", "manager_lock_not_held", "managers_condition_not_held",
    "managers_semaphore_value", "method_of_a_child", "method_settled_by_a_lock", "never_read",
    "nobody_reads", "poll_at_eof", "proxy_given_away", "proxy_in_a_queue", "reader_holds_writer",
    "release_free_lock", "sentinel_under_another_name", "shareable_list_trailing_zeros",
    "swallows_everything", "terminate_before_start", "text_of_a_value_is_a_look", "wait_for_a_closed_end",
    "wait_for_a_process_object", "wait_for_one_twice",
    "threads_at_import", "threads_barrier_alone", "threads_daemon", "threads_dict_changed_size",
    "threads_generator_shared", "threads_hang_at_exit", "threads_one_sentinel",
    "threads_order_of_appends", "threads_other_object", "threads_queue_between_processes",
    "coroutines_ab_ba", "coroutines_ab_ba_by_luck", "coroutines_as_completed",
    "coroutines_ask_ones_own_loop", "coroutines_await_itself", "coroutines_barrier_of_too_many",
    "coroutines_blocking_queue", "coroutines_blocking_sleep", "coroutines_bounded_semaphore",
    "coroutines_check_then_act", "coroutines_condition_untold", "coroutines_empty_is_another_class",
    "coroutines_error_nobody_asks_for", "coroutines_event_never_set", "coroutines_gather_runs_on",
    "coroutines_lock_not_released", "coroutines_no_end", "coroutines_no_task_done",
    "coroutines_not_awaited", "coroutines_one_after_the_other", "coroutines_order_by_sleeps",
    "coroutines_run_in_a_loop", "coroutines_swallow_the_cancel", "coroutines_task_forgotten",
    "coroutines_threads_overlap", "coroutines_time_out_too_short", "executor_after_shutdown",
    "executor_as_completed", "executor_callbacks", "executor_cancels", "executor_cancels_the_last",
    "executor_exits", "executor_first_completed", "executor_in_a_pools_worker", "executor_lambda",
    "executor_lost_beside_another", "executor_lost_update", "executor_map_error", "executor_map_unread",
    "executor_order_of_a_set", "pool_argument_changed", "pool_as_argument", "pool_callback_raises",
    "pool_callbacks", "pool_callbacks_not_awaited", "pool_chunk_whose_tasks_meet",
    "pool_error_of_two_arguments", "pool_error_unread", "pool_exits", "pool_first_of_two_errors",
    "pool_get_in_a_callback", "pool_globals_of_workers", "pool_idle_worker_killed", "pool_in_a_worker",
    "pool_initializer_fails", "pool_joined_while_open", "pool_lambda", "pool_lambda_as_initializer",
    "pool_lambda_returned", "pool_left_before_get", "pool_left_before_workers_have_put",
    "pool_left_with_a_map", "pool_lost_update", "pool_map_for_pairs", "pool_names_of_workers",
    "pool_of_one_whose_tasks_meet", "pool_reads_ahead", "pool_sleeps_in_place_of_join",
    "pool_successful_too_soon", "pool_terminated_then_get", "pool_unordered", "pool_worker_lost",
    "thread_executor_waits_for_itself", "thread_pool_left_before_get", "thread_pool_order",
}  # fmt: skip
"""The steps do not show it, or it is an exception that speaks for itself."""

WRONG = [program for program in PROGRAMS if not program.right]


def failing_schedule_of(program):
    if program.name in MAY_RETURN:
        return failing(program.path, lambda result: True)
    if program.name in RIGHT:
        return failing(program.path, lambda result: result == RIGHT[program.name])
    return failing(program.path)


def test_each_wrong_program_is_in_one_of_the_tables():
    tables = [set(TOLD), ONLY_A_SENTENCE, NOTHING]
    assert sum(map(len, tables)) == len(set().union(*tables)), "in one only"
    assert set().union(*tables) == {program.name for program in WRONG}


@pytest.mark.parametrize("program", WRONG, ids=lambda program: program.name)
def test_a_wrong_program_is_told_its_misconception_or_none(program):
    schedule = failing_schedule_of(program)
    found = why(schedule)
    if program.name in NOTHING:
        assert found is None
        return
    assert found is not None
    assert found.misconception == TOLD.get(program.name)
    assert found.sentence.startswith("this would be right ")
    assert f"{program.name}.py:" in found.sentence, "the student's own lines are named"
    assert all(0 <= n < len(schedule.steps) for n in found.steps)
    assert why(Schedule.from_json(schedule.to_json())) == found


@pytest.mark.parametrize("program", [p for p in PROGRAMS if p.right], ids=lambda program: program.name)
def test_a_right_program_has_no_failing_schedule(program):
    assert failing(program.path, lambda result: result in program.returns) is None


SENTENCES = {
    "threads_global": (
        "this would be right if `n += 1` (threads_global.py:15) were one step, but it is a read and a write,"
        " and main/Thread-2 writes between main/Thread-1's read and its write"
    ),
    "threads_look_then_make": (
        "this would be right if `if key not in cache:` (threads_look_then_make.py:18) and `cache[key] ="
        " make(key)` (threads_look_then_make.py:19) were one step, but no lock is held from the one to the"
        " other, and main/Thread-2 writes `cache['a']` in between"
    ),
    "threads_own_lock": (
        "this would be right if `lock` were one lock for all, but each thread makes its own in `lock ="
        " threading.Lock()` (threads_own_lock.py:15), and a lock locks out only those who take the same one:"
        " main/Thread-2 writes `total` between main/Thread-1's read and its write"
    ),
    "lost_update": (
        "this would be right if `counter.value += 1` (lost_update.py:11) were one step, but it is a read"
        " and a write, and Process-2 writes between Process-1's read and its write"
    ),
    "split_lock": (
        "this would be right if nothing happened between `seen = counter.value` (split_lock.py:11) and"
        " `counter.value = seen + 1` (split_lock.py:13), but Process-1 releases `lock` in between, and"
        " Process-2 writes `counter` before Process-1 does"
    ),
    "own_lock": (
        "this would be right if `lock` were one lock for all, but each process makes its own in `lock ="
        " Lock()` (own_lock.py:10), and a lock locks out only those who take the same one: Process-2 writes"
        " `counter` between Process-1's read and its write"
    ),
    "ab_ba": (
        "this would be right if everybody took the locks in the same order, but Process-1 holds `a` and"
        " waits for `b` in `with first, second:` (ab_ba.py:11), and Process-2 holds `b` and waits for `a`"
        " in `with first, second:` (ab_ba.py:11)"
    ),
    "lock_twice": (
        "this would be right if the holder of a Lock could take it again, but Process-1 holds `lock` since"
        " `with lock:` (lock_twice.py:10), and waits for itself in `with lock:` (lock_twice.py:15)"
    ),
    "lost_release": (
        "this would be right if nothing could leave the code between `lock.acquire()` (lost_release.py:10)"
        " and the release, but Process-1 leaves it with ZeroDivisionError in `1 // number`"
        " (lost_release.py:11), `lock` stays taken, and Process-2 waits for it in `lock.acquire()`"
        " (lost_release.py:10)"
    ),
    "join_before_drain": (
        "this would be right if `queue` held everything at once, but its pipe is full: Process-1 cannot end"
        " before somebody reads, and main waits for its end in `producer.join()` (join_before_drain.py:17)"
        " before it reads in `return len(queue.get())` (join_before_drain.py:18)"
    ),
    "nested_list": (
        "this would be right if `shared[0]` were the object itself, but the manager hands Process-2 a copy,"
        " `shared[0].append(1)` (nested_list.py:10) changes that copy, and nothing assigns it back"
    ),
    "lock_never_released": (
        "this would be right if `lock` were given back, but Process-1 takes it in `lock.acquire()`"
        " (lock_never_released.py:10) and nothing releases it; Process-2 waits for it in `lock.acquire()`"
        " (lock_never_released.py:10)"
    ),
    "task_done_twice": (
        "this would be right if a task_done too many did no harm, but only 1 item went through `queue`, and"
        " `queue.task_done()` (task_done_twice.py:14) says done once more, which raises ValueError"
    ),
    "lock_in_a_message": (
        "this would be right if a Lock could be sent, but `writer.send(Lock())` (lock_in_a_message.py:11)"
        " sends one to a process that runs already: it can only be handed over when a process starts, among"
        " its args"
    ),
    "raw_value": (
        "this would be right for a Value or an Array with its lock, but `with value.get_lock():`"
        " (raw_value.py:11) asks one that was made without: RawValue, RawArray and `lock=False` bring none"
    ),
    "value_with_lock": (
        "this would be right if the holder of a Lock could take it again, but Process-1 holds `counter's"
        " lock` since `with counter.get_lock():` (value_with_lock.py:10), and waits for itself in"
        " `counter.value += 1` (value_with_lock.py:11)"
    ),
}

LINES = {
    "lost_update": 11, "split_lock": 13, "half_locked": 12, "ab_ba": 11, "lock_twice": 15,
    "lost_release": 10, "early_return": 10, "killed_with_lock": 22, "join_with_lock": 10,
    "condition_if": 12, "condition_untold": 21, "one_sentinel": 20, "join_before_drain": 17,
    "nested_list": 10, "not_joined": 17, "wraps": 11, "write_end_forgotten": 21,
    "swallows_everything": 12, "lambda_target": None, "barrier_alone": None,
}  # fmt: skip
"""The line that a verdict speaks of: where the stale value is written, where who is blocked waits, …"""


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_is_about_this_module_and_this_schedule(name):
    program = next(program for program in PROGRAMS if program.name == name)
    assert why(failing_schedule_of(program)).sentence == SENTENCES[name]


def test_the_verdict_carries_both_and_marks_the_steps():
    program = next(program for program in PROGRAMS if program.name == "split_lock")
    verdict = conclusions.failing_schedule(failing_schedule_of(program))
    assert (verdict.kind, verdict.misconception) == (Kind.RACE, "M47")
    assert verdict.because == SENTENCES["split_lock"]
    marked = [line for line in verdict.steps.splitlines() if "◄" in line]
    assert [line.split("┃")[-1].split("◄")[0].strip() for line in marked] == [
        "read counter → 0", "write counter ← 1", "write counter ← 1",
    ]  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_the_verdict_speaks_of_the_line_at_which_it_goes_wrong(name):
    program = next(program for program in PROGRAMS if program.name == name)
    line = conclusions.failing_schedule(failing_schedule_of(program)).line
    if LINES[name] is None:
        assert line is None
    else:
        text = program.path.read_text(encoding="utf-8").splitlines()[LINES[name] - 1].strip()
        assert line == Line(f"{name}.py", LINES[name], text)


def test_each_id_is_one_of_the_course():
    assert {id for id in TOLD.values() if id in {"M45", "M46", "M47", "M50", "M51", "M52", "M69"}} <= set(
        manifest.misconceptions()
    )


def test_an_exception_that_speaks_for_itself_is_told_by_the_verdict():
    schedule = failing(FOLDER / "lambda_target.py")
    assert why(schedule) is None
    assert conclusions.failing_schedule(schedule).misconception == "M04"


# Never a wrong one

WORKERS = """
    from multiprocessing import *
    {work}
    def main():
        counter, lock, other = Value("i", 0), Lock(), Semaphore(2)
        workers = [Process(target=work, args=(counter, lock, other)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return counter.value
"""


def worker(*lines):
    return WORKERS.format(
        work="\n    ".join(["def work(counter, lock, other):", *("    " + x for x in lines)])
    )


@pytest.mark.parametrize(
    ("lines", "right", "misconception"),
    [
        (["counter.value += 1"], 2, "M45"),
        (["counter.value = 1 + counter.value"], 2, "M45"),
        (["with lock:", "    a = counter.value", "with lock:", "    counter.value = a + 1"], 2, "M47"),
        (["with other:", "    counter.value += 1"], 2, None),  # a semaphore that lets two in
        (["with lock:", "    a = counter.value", "counter.value = a + 1"], 2, None),
        (["print(counter.value)", "counter.value = 5"], 2, None),  # the write does not rest on the read
        (["a = counter.value", "if a < 5:", "    counter.value = a + 1"], 2, "M45"),
        (["lock.acquire()", "counter.value += 1", "raise ValueError", "lock.release()"], 2, "M52"),
        (["lock.acquire()", "if counter:", "    return", "lock.release()"], 2, "M52"),
        (["lock.acquire()", "counter.value += 1"], 2, None),  # nothing would ever release it
        (["lock.acquire()", "lock.acquire()", "lock.release()", "lock.release()"], 0, "M50"),
        (["for _ in '12':", "    lock.acquire()", "    if lock:", "        continue", "    lock.release()"],
         0, "M52"),
    ],
)  # fmt: skip
def test_what_looks_alike_is_told_apart(lines, right, misconception):
    found = told(worker(*lines), lambda result: result == right)
    assert (found and found.misconception) == misconception


def test_a_change_that_comes_back_is_no_nested_list():
    found = told(
        """
        from multiprocessing import Manager
        def main():
            with Manager() as manager:
                shared = manager.dict(a=[])
                inner = shared["a"]
                inner.append(1)
                shared["a"] = inner
                return shared["a"]
        """
    )
    assert found is None


def test_an_item_that_is_taken_for_the_end_is_the_last_one_here():
    source = """
        from multiprocessing import Queue
        def main():
            queue, items = Queue(), []
            for item in (1, 0):
                queue.put(item)
            while item := queue.get():
                items.append(item)
            return items
    """
    assert told(source) is None


def test_one_worker_that_looks_at_an_empty_queue_again_is_right_to_do_so():
    source = """
        from multiprocessing import Process, Queue
        def work(queue):
            queue.put(1)
        def main():
            queue, items = Queue(), []
            worker = Process(target=work, args=(queue,))
            worker.start()
            while not items:
                if not queue.empty():
                    items.append(queue.get())
            worker.join()
            return items
    """
    assert told(source) is None


def test_a_join_with_a_time_out_that_is_taken_for_the_end_is_told():
    source = """
        import time
        from multiprocessing import Process, Value
        def work(total):
            time.sleep(60)
            total.value = 7
        def main():
            total = Value("i", 0)
            worker = Process(target=work, args=(total,))
            worker.start()
            worker.join(timeout=5)
            seen = total.value
            worker.join()
            return seen
    """
    found = told(source, lambda result: result == 7)
    assert found.misconception == "M12"
    assert "`worker.join(timeout=5)`" in found.sentence


STARTS = """
    from multiprocessing import Process
    def work(name):
        pass
    def main():
        children = [Process(target=work, {given}) for name in ["ada", "bob"]]
        for child in children:
            child.start()
        for child in children:
            child.join({timeout})
            {then}
"""


def test_arguments_that_are_no_tuple_are_told():
    found = told(STARTS.format(given="args=(name)", timeout="", then=""))
    assert found.misconception == "M15"
    assert "`(name,)` is a tuple of one" in found.sentence
    assert told(STARTS.format(given="args=(name,)", timeout="", then="")) is None
    assert told(STARTS.format(given="args=(name, 1)", timeout="", then="")) is None


def told_of_early_returns(then):
    """What is told of the schedules in which a join of five seconds gives up."""
    source = textwrap.dedent(STARTS.format(given="args=(name,)", timeout="5", then=then))
    schedules = explore(source, "main", samples=0, timeouts="free", evidence=True)
    return {found for schedule in schedules if (found := why(schedule))}


def test_a_join_that_gave_up_and_that_nobody_asked_after_is_told():
    found = told_of_early_returns("")
    assert {each.misconception for each in found} == {"M12"}
    assert all("`child.join(5)`" in each.sentence for each in found)


@pytest.mark.parametrize("then", ["child.join()", "child.is_alive()", "child.terminate()"])
def test_a_join_that_gave_up_is_not_blamed_where_somebody_asks_afterwards(then):
    assert told_of_early_returns(then) == set()


def test_a_poll_that_is_true_at_the_end_of_a_pipe_is_told():
    source = """
        from multiprocessing import Pipe, Process
        def work(writer):
            writer.send(7)
        def main():
            reader, writer = Pipe(duplex=False)
            worker = Process(target=work, args=(writer,))
            worker.start()
            writer.close()
            items = []
            while reader.poll(None):
                items.append(reader.recv())
            return items
    """
    found = told(source)
    assert found.misconception == "M43"
    assert "`while reader.poll(None):`" in found.sentence


# From the text alone

COROUTINE = """
    import asyncio
    total = 0
    async def add(counter, lock):
        global total
        {}
"""


@pytest.mark.parametrize(
    ("lines", "misconception"),
    [
        (["seen = total", "await asyncio.sleep(0)", "total = seen + 1"], "M83"),
        (["seen = counter.n", "more = seen + 1", "await asyncio.sleep(0)", "counter.n = more"], "M83"),
        (["seen = counter['a']", "await asyncio.sleep(0)", "counter['a'] = seen + 1"], "M83"),
        (["total += await fetch()"], "M83"),
        (["counter.n = counter.n + await fetch()"], "M83"),
        (["if lock:", "    seen = total", "    await fetch()", "    total = seen + 1"], "M83"),
        (["await asyncio.sleep(0)", "total += 1"], None),
        (["more = await fetch()", "total = total + more"], None),
        (["total = await fetch() + total"], None),
        (["seen = total", "total = seen + 1", "await asyncio.sleep(0)"], None),
        (["async with lock:", "    seen = total", "    await fetch()", "    total = seen + 1"], None),
        (["seen = total", "await asyncio.sleep(0)", "total = 5"], None),
        (["seen = 0", "await asyncio.sleep(0)", "seen = seen + 1"], None),
        (["seen = total", "await asyncio.sleep(0)", "seen = total", "total = seen + 1"], None),
    ],
)
def test_an_await_between_read_and_write_is_seen_in_the_text(lines, misconception):
    found = in_text(textwrap.dedent(COROUTINE.format("\n        ".join(lines))), "adding.py")
    assert (found and found.misconception) == misconception
    if found:
        assert "(adding.py:" in found.sentence


@pytest.mark.parametrize(
    ("name", "misconception"),
    [("global_not_shared", "M06"), ("plain_list", "M06"), ("target_called", "M14"), ("lost_update", None)],
)
def test_what_a_text_shows_without_a_schedule(name, misconception):
    found = in_text((FOLDER / f"{name}.py").read_text(encoding="utf-8"), f"{name}.py")
    assert (found and found.misconception) == misconception


@pytest.mark.parametrize("program", [p for p in PROGRAMS if p.right], ids=lambda program: program.name)
def test_nothing_is_seen_in_the_text_of_a_right_program(program):
    assert in_text(program.path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("source", ["", "def f(:", "x = 1", "\0", "async def f(): await g()"])
def test_a_text_without_anything_tells_nothing(source):
    assert in_text(source) is None


def test_what_is_said_of_task_done_holds_for_one_too_few_and_for_one_too_many():
    told_of = manifest.misconceptions()["M34"]
    assert "optional" in told_of.belief and "twice" in told_of.belief
    assert "never returns" in told_of.because and "ValueError" in told_of.because
