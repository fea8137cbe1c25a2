"""The functions that the lectures hand to other processes, one module a unit.

Lives here: workers, and nothing else. They stand in modules because a spawned
process starts with an empty memory and imports what it is to run by name.
``source`` is the real work that all units share: reading the source files of this
machine's Python. A module named ``…_broken`` holds programs that hang or fail on
purpose; lectures run them from outside, under a deadline, and never in the
notebook's own kernel. ``number_at_the_top``, ``lens`` and what stands in
``programs`` are run as programs of their own. The programs in ``claims`` belong
to exercises that ask for a schedule.

Does not live here: anything that needs the rest of the library, widgets, drawing,
or a start-up that takes time.
"""
