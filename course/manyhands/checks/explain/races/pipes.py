"""Pipes that fill up, and ends of them that stay open."""

import ast

from manyhands.checks.explain.races.story import Story, Why

RECEIVING = ("recv", "recv_bytes", "recv_bytes_into")


def tell(story: Story) -> Why | None:
    """M38, M42."""
    return _both_send(story) or _no_end(story)


def _both_send(story: Story) -> Why | None:
    sending = [
        wait
        for wait in story.waits
        if wait["operation"].startswith("send") and wait["object"]["kind"] == "Pipe" and wait["where"]
    ]
    for n, one in enumerate(sending):
        for other in sending[n + 1 :]:
            if one["object"]["id"] == other["object"]["id"] and one["task"] != other["task"]:
                where = story.quoted(one)
                if one["where"] != other["where"]:
                    where += f" and {story.quoted(other)}"
                return Why(
                    "M42",
                    f"this would be right if a pipe held any amount, but {one['who']} and {other['who']}"
                    f" both send first, in {where}, the pipe is full, and neither comes to recv",
                    where=one["where"],
                )
    return None


def _no_end(story: Story) -> Why | None:
    for wait in story.waits:
        if wait["operation"] not in RECEIVING or not wait["fed_by"] or not wait["where"]:
            continue
        (*_, keeper) = wait["fed_by"]
        maker = wait["object"]["by"]
        if wait["fed_by"] != [maker] or not _expects_the_end(story, wait):
            continue
        if any(other["operation"].startswith("send") for other in story.waits):
            continue
        sent = {s["task"] for _, s in story.each("send", "send_bytes", on=wait["object"]["id"])}
        if keeper in sent or not any(story.ended(task) for task in sent):
            continue
        mine = keeper == wait["task"]
        keeps = "itself still holds" if mine else "still holds"
        who = story.who(keeper)
        return Why(
            "M38",
            f"this would be right if the end of the writer were the end of the data, but {who} {keeps} a"
            f" write end of the pipe, so {wait['who']} waits in {story.quoted(wait)} for more and gets no"
            " EOFError",
            where=wait["where"],
        )
    return None


def _expects_the_end(story: Story, wait: dict) -> bool:
    # The reader's code catches EOFError.
    for _, where in wait["stack"]:
        statement = story.text.statement(where)
        around = story.text.around(statement, ast.Try) if statement is not None else None
        while around is not None:
            for handler in around.handlers:
                if handler.type is not None and "EOFError" in ast.unparse(handler.type):
                    return True
            around = story.text.around(around, ast.Try)
    return False
