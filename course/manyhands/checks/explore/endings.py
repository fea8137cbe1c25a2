"""How a schedule ends where the program itself does not say it.

Who only asks for an exploration knows these without the model, which the explorer alone imports.
"""

TOO_LATE = ("endless", "no end before the deadline")
"""How a schedule ends that is followed for too long."""

STOPPED = ("stopped", None)
"""How a schedule ends that is not followed any further, since a turn could not be taken."""

OTHER_STEPS = "an answer that behaves differently from run to run"
"""What the model does not have: a program that takes other steps under the same schedule."""
