"""What makes an answer do something else when it is run once more under the same schedule."""

import ast

from manyhands.checks.explain.races.story import Why
from manyhands.checks.explain.races.text import Text

REASONS = {
    "id": (
        "`id` gave an object the same number everywhere, but it is an address in the memory of one process:"
        " it is another one in other processes, and in the next run"
    ),
    "hash": (
        "`hash` gave equal objects the same number everywhere, but that of many objects is another one in"
        " other processes, and in the next run"
    ),
}


def in_text(text: Text) -> Why | None:
    """Say which of Python's own functions an answer decides by that gives other numbers in other runs."""
    names = list(text.nodes(ast.Name))
    own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in text.nodes(ast.arg)}
    for node in names:
        if node.id in REASONS and node.id not in own:
            where = text.place(node)
            sentence = f"this would be right if {REASONS[node.id]}: {text.quoted(where)} goes by it"
            return Why(None, sentence, where=where)
    return None
