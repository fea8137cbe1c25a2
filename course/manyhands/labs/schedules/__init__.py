"""Schedules as a reader sees them; every lecture on what processes share uses them.

From the ground up: in which ways a program may end (``endings``), a schedule as a row of stages
(``stages``), its static picture (``picture``), and going through it move by move (``stepper``).

Does not live here: the trying of schedules (``checks.explore``), and which programs a lab offers.
"""
