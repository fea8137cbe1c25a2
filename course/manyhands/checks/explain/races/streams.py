"""Streams that end too early, or never begin: an error taken for the end, a join before there is anything."""

import ast

from manyhands.checks.explain.races.story import Story, Why

KINDS = ("Queue", "JoinableQueue")
"""The queues that can be full, or whose items are counted."""


def tell(story: Story) -> Why | None:
    """M91, M22 at a queue that is full, M29, M34 and M109, for schedules that go wrong."""
    tellers = (_join_before_taking, _error_taken_for_the_end, _error_of_another_name, _done_too_often,
               _join_before_put)  # fmt: skip
    return next((found for teller in tellers if (found := teller(story)) is not None), None)


def _at_queue(step: dict, *kinds: str) -> bool:
    return step["object"] is not None and step["object"]["kind"] in kinds and step["where"] is not None


def _join_before_taking(story: Story) -> Why | None:
    # A bounded queue is full, and who would take from it is only started after its producer's end.
    for wait in story.waits:
        if wait["operation"] != "put" or not _at_queue(wait, *KINDS):
            continue
        joins = [w for w in story.waits if w["operation"] == "join" and w["on"] == wait["who"] and w["where"]]
        if not joins or any(story.each("get", on=wait["object"]["id"])):
            continue
        join = joins[0]
        function = story.text.function(story.text.statement(join["where"]))
        line = int(join["where"].rpartition(":")[2])
        later = [call for call in story.text.calls("start", "get", within=function) if call.lineno > line]
        if later:
            return Why(
                "M22",
                f"this would be right if `{wait['on']}` had room for everything, but it is full:"
                f" {wait['who']} waits in {story.quoted(wait)} until somebody takes, and {join['who']} waits"
                f" for its end in {story.quoted(join)}, before it comes to"
                f" {story.text.quoted(story.text.place(later[0]))}",
                where=join["where"],
            )
    return None


def _error_taken_for_the_end(story: Story) -> Why | None:
    # An except that is meant for the end of the stream catches an error of the work.
    for position, step in story.each("return"):
        if not (step["value"] or "").startswith("raises ") or step["where"] is None:
            continue
        if any(n > position for n, _ in story.each("get", task=step["task"])):
            continue
        statement = story.text.statement(step["where"])
        caught = statement and story.text.around(statement, ast.Try)
        if caught and story.text.calls("get", within=caught) and (handler := _catches_all(story, caught)):
            place = story.text.place(handler)
            return Why(
                "M91",
                f"this would be right if nothing but the end of the stream came to"
                f" `{story.text.at(place)}` ({place}); {step['value'].removeprefix('raises ')} comes there,"
                f" too, from {story.quoted(step)}, and {step['who']} takes nothing more",
                (position,),
                place,
            )
    return None


def _catches_all(story: Story, caught: ast.Try) -> ast.ExceptHandler | None:
    """The handler that catches every error and takes no further item, if there is one."""
    repeated = story.text.around(caught, (ast.While, ast.For)) is not None
    for handler in caught.handlers:
        every = handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")
        if every and (not repeated or isinstance(handler.body[-1], (ast.Break, ast.Return))):
            return handler
    return None


def _error_of_another_name(story: Story) -> Why | None:
    # A time-out of put or get is caught by a name that it does not have.
    for position, step in story.each("put", "get"):
        raised = (step["value"] or "").removeprefix("raises ")
        end = story.ended(step["task"])
        if raised not in ("Empty", "Full") or step["where"] is None or not end or not end["value"]:
            continue
        statement = story.text.statement(step["where"])
        caught = statement and story.text.around(statement, ast.Try)
        names = [ast.unparse(each.type) for each in caught.handlers if each.type] if caught else []
        for name in names:
            if name.endswith("TimeoutError") or name in (f"multiprocessing.{raised}", f"mp.{raised}"):
                return Why(
                    "M29",
                    f"this would be right if {story.quoted(step)} raised {name}; it raises queue.{raised},"
                    f" which is another exception, and {step['who']} ends with an error",
                    (position,),
                    step["where"],
                )
    return None


def _done_too_often(story: Story) -> Why | None:
    # What others have still to do is called done by one who has taken less.
    for position, step in story.each("task_done"):
        if not _at_queue(step, "JoinableQueue"):
            continue
        queue, task = step["object"]["id"], step["task"]
        mine = [n for n, _ in story.each("task_done", on=queue, task=task) if n <= position]
        gets = story.each("get", on=queue, task=task)
        taken = [n for n, s in gets if n < position and s["part"] is None and not _raises(s)]
        if len(mine) > len(taken):
            return Why(
                "M34",
                f"this would be right if a task_done too many did no harm; {step['who']} has taken"
                f" {len(taken)} from `{step['on']}`, and in {story.quoted(step)} it calls {len(mine)} done",
                (position,),
                step["where"],
            )
    return None


def _raises(step: dict) -> bool:
    return (step["value"] or "").startswith("raises ") or step["value"] == "time is up"


def _join_before_put(story: Story) -> Why | None:
    for position, step in story.each("join"):
        if not _at_queue(step, "JoinableQueue"):
            continue
        puts = [n for n, _ in story.each("put", on=step["object"]["id"])]
        if puts and min(puts) > position:
            who = story.steps[min(puts)]["who"]
            return Why(
                "M109",
                f"this would be right if join waited for those who will put, but in {story.quoted(step)}"
                f" nothing has been put into `{step['on']}` yet, so it returns at once; {who} puts later",
                (position, min(puts)),
                step["where"],
            )
    return None
