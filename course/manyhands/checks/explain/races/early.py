"""Values that are read before somebody else has written them."""

from manyhands.checks.explain.races.story import Story, Why, place_of
from manyhands.checks.explore.drawing import lane_of
from manyhands.checks.explore.turns import reads, same_place, writes


def tell(story: Story) -> Why | None:
    """M12 (`join` with a time-out), M117 (of threads), and not waiting at all, which has no id."""
    if story.kind != "result":
        return None
    last = None
    for position in range(len(story.steps) - 1, -1, -1):
        read = story.steps[position]
        if not reads(read) or read["where"] is None:
            continue
        late = [
            (n, s)
            for n, s in enumerate(story.steps[position + 1 :], position + 1)
            if writes(s) and s["task"] != read["task"] and same_place(s, read)
        ]
        if late and (_is_child(late[0][1], read) or _is_thread(story, late[0][1]["task"], read["task"])):
            return _told(story, position, read, *late[0])
        if read["task"] == "0" and not late:
            if read["where"] != (last or read)["where"]:  # one line may read several places
                return None
            last = read
    return None


def left(story: Story) -> Why | None:
    """M117, of threads: who sleeps in place of `join`, and goes on before they have ended."""
    if story.kind != "result":
        return None
    slept = [(n, s) for n, s in story.each("sleep", task="0") if s["where"]]
    done = {s["on"] for _, s in story.each("join", task="0")} | {s["who"] for _, s in story.each("exit")}
    late = [who for who in _threads(story, "0") if who not in done]
    if not slept or not late:
        return None
    position, step = slept[-1]
    return Why(
        "M117",
        f"this would be right if {story.quoted(step)} waited for {late[0]}, but it only lets time"
        " pass: the thread is still at work when the function returns",
        (position,),
        step["where"],
    )


def _is_child(step: dict, parent: dict) -> bool:
    return step["task"].startswith(parent["task"] + ".")


def _is_thread(story: Story, task: str, of: str) -> bool:
    """Whether a task is a thread that the program has started itself, in the process whose first is `of`."""
    return task.startswith(of + "t") and story.who(task) in _threads(story, of)


def _threads(story: Story, of: str) -> list[str]:
    """The names of the threads that a process's first one has started."""
    started = [s for _, s in story.each("start", task=of)]
    return [s["value"] for s in started if s["value"] and s["value"].startswith(s["who"] + "/")]


def _told(story: Story, position: int, read: dict, later: int, write: dict) -> Why | None:
    reader, writer = read["who"], story.who(write["task"])
    sentence = f"{writer} writes `{place_of(write)}` in {story.quoted(write)} after {reader} has read it"
    if read["where"]:
        sentence += f" in {story.quoted(read)}"
    before = [s for s in story.steps[:position] if s["task"] == read["task"]]
    joins = [
        s for s in before if s["operation"] == "join" and s["value"] == "time is up" and s["on"] == writer
    ]
    if joins:
        return Why(
            "M12",
            f"this would be right if a time-out made the process end, but {story.quoted(joins[-1])} only"
            f" stops waiting: {sentence}",
            (position, later),
            joins[-1]["where"],
        )
    sleeps = [s for s in before if s["operation"] == "sleep" and s["where"]]
    if sleeps:
        return Why(
            "M117" if _is_thread(story, write["task"], read["task"]) else None,
            f"this would be right if {story.quoted(sleeps[-1])} waited for {writer}, but it only lets time"
            f" pass: {sentence}",
            (position, later),
            sleeps[-1]["where"],
        )
    joined = [s for s in before if s["operation"] == "join" and s["on"] == writer]
    if joined or lane_of(write["task"]) == lane_of(read["task"]):
        return None
    does_not = "it does not" if story.text.calls("join") else "it does not, there is no `join`"
    return Why(
        None,
        f"this would be right if {reader} waited for {writer}, but {does_not}: {sentence}",
        (position, later),
        read["where"],
    )
