"""The labs of the unit on pipes.

Lives here: one run with two processes and the ends of a pipe (``runs``), its picture (``picture``), the
controls (``lab``); and how many messages a pipe holds (``capacity``).
"""
