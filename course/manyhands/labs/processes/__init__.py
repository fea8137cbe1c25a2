"""What the unit on processes and threads shows: the start-method lens, and a kernel to break things in.

Lives here: one look through the lens (``lens``), its picture (``picture``), the controls (``lab``); and a
cell that runs in a kernel of its own (``kernel``), a program that is run as one (``program``).
"""
