"""The lab of the unit on pools.

Lives here: the ways to hand jobs to a pool, each one run for real (``modes``), and the controls and the
picture of the lab (``lab``), which stands on them.
"""
