# CRASH -
"""The module ends the program when it is imported."""

raise SystemExit(0)
