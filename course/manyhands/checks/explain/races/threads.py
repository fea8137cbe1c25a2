"""A global that threads take for a copy of their own."""

import ast

from manyhands.checks.explain.races.story import Story, Why, place_of
from manyhands.checks.explain.races.text import loads, stores
from manyhands.checks.explore.turns import same_place, writes


def tell(story: Story) -> Why | None:
    """M89: each thread sets a global to what it begins with, and then counts in it."""
    for position, step in enumerate(story.steps):
        if not writes(step) or step["object"]["kind"] != "variable" or not _begins_with_it(story, step):
            continue
        for before, other in enumerate(story.steps[:position]):
            if writes(other) and other["task"] != step["task"] and same_place(other, step):
                name = place_of(step)
                return Why(
                    "M89",
                    f"this would be right if each thread had a copy of `{name}`, but there is one for all:"
                    f" {step['who']} sets it anew in {story.quoted(step)} after {other['who']} has written"
                    f" it in {story.quoted(other)}",
                    (before, position),
                    step["where"],
                )
    return None


def _begins_with_it(story: Story, step: dict) -> bool:
    """Whether a global is set to a constant there, in a thread's function that reads it and sets it anew."""
    assigned = story.text.statement(step["where"]) if step["where"] else None
    if not isinstance(assigned, ast.Assign) or not isinstance(assigned.value, ast.Constant):
        return False
    function, name = story.text.function(assigned), step["on"]
    if not _is_target(story, function):
        return False
    changes = [
        n for n in ast.walk(function) if isinstance(n, (ast.Assign, ast.AugAssign)) and name in stores(n)
    ]
    counted = any(isinstance(each, ast.AugAssign) for each in changes)
    return counted or (
        name in loads(function) and any(not isinstance(each.value, ast.Constant) for each in changes)
    )


def _is_target(story: Story, function: ast.AST) -> bool:
    """Whether a function of the module is what a thread runs."""
    given = [each for call in story.text.calls("Thread") for each in (*call.args, *call.keywords)]
    values = [each.value if isinstance(each, ast.keyword) else each for each in given]
    return any(isinstance(each, ast.Name) and each.id == getattr(function, "name", "") for each in values)
