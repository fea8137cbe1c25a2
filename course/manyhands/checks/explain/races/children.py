"""What a child is handed, and who waits for its end."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import Text


def handed(story: Story) -> Why | None:
    """M15: `args` is one thing in brackets, and no tuple, and the child that was given it has failed."""
    if story.kind != "result" or not any(_failed(step) for _, step in story.each("exit")):
        return None
    for call in story.text.calls("Process"):
        for keyword in call.keywords:
            if keyword.arg == "args" and _one_thing(story.text, keyword.value):
                given = ast.unparse(keyword.value)
                place = story.text.place(keyword)
                return Why(
                    "M15",
                    f"this would be right if brackets made a tuple, but the comma does: in"
                    f" {story.text.quoted(place)} each letter of `{given}` is an argument; `({given},)` is"
                    " a tuple of one",
                    where=place,
                )
    return None


def _failed(step: dict) -> bool:
    return (step["value"] or "").startswith("1: ")


def _one_thing(text: Text, value: ast.expr) -> bool:
    # A text, or what a loop goes through one by one, and is nowhere bound to anything else.
    if isinstance(value, ast.JoinedStr):
        return True
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str)
    if not isinstance(value, ast.Name):
        return False
    function = text.function(value)
    loops = [node.target for node in ast.walk(function) if isinstance(node, (ast.For, ast.comprehension))]
    looped = [node for target in loops for node in ast.walk(target) if _is(node, value.id)]
    bound = [
        node
        for node in ast.walk(function)
        if _is(node, value.id) and isinstance(node.ctx, ast.Store) and node not in looped
    ]
    return bool(looped) and not bound


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def left(story: Story) -> Why | None:
    """M12: a `join` gave up, nobody asked afterwards, and the function returned before the child's end."""
    if story.kind != "result":
        return None
    returned = next((n for n, _ in story.each("return of the function")), len(story.steps))
    for position, join in story.each("join", task="0"):
        if join["value"] != "time is up" or join["where"] is None:
            continue
        later = [s for s in story.steps[position + 1 : returned] if s["on"] in (join["on"], None)]
        if any(s["operation"] in ("active_children", "exit") or _asks(s, join) for s in later):
            continue
        return Why(
            "M12",
            f"this would be right if a time-out made the process end, but {story.quoted(join)} only stops"
            f" waiting: {join['on']} has not ended, and nothing asks whether it has",
            (position,),
            join["where"],
        )
    return None


def _asks(step: dict, join: dict) -> bool:
    return step["task"] == "0" and step["on"] == join["on"]
