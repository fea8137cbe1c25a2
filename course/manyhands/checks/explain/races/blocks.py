"""Blocks of shared memory that are gone: unlinked before somebody opens them, or unlinked already."""

from manyhands.checks.explain.races.story import Story, Why

GONE = "raises FileNotFoundError"


def tell(story: Story) -> Why | None:
    """M53: a block is there until it is unlinked, once, when nobody is to open it any more."""
    unlinked = {}
    for position, step in story.each("unlink", "open"):
        block = step["object"]["id"]
        if step["value"] != GONE:
            if step["operation"] == "unlink":
                unlinked[block] = position, step
        elif block in unlinked:
            return _told(story, *unlinked[block], position, step)
    return None


def _told(story: Story, before: int, unlink: dict, position: int, step: dict) -> Why:
    name, who, other = step["on"], step["who"], unlink["who"]
    gone = f"{other} has unlinked it" + (f" in {story.quoted(unlink)}" if unlink["where"] else "")
    where = f" in {story.quoted(step)}" if step["where"] else " as it begins"
    if step["operation"] == "unlink":
        sentence = f"`{name}` were still there, but {gone}, and {who} does so again{where}"
    else:
        sentence = (
            f"{other} waited until {who} has opened `{name}`, but nothing makes it wait:"
            f" {gone} before {who} opens it{where}"
        )
    blamed = unlink["where"] or step["where"]
    return Why("M53", f"this would be right if {sentence}", (before, position), blamed)
