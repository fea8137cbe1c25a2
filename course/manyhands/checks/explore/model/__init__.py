"""The model of ``multiprocessing``: what a student's module sees in its place.

- ``process``: processes, their start, end and exit codes, signals.
- ``sync``: locks, semaphores, events, conditions, barriers.
- ``memory``: values and arrays. ``pipes``, ``queues``, ``manager``: what carries messages.
- ``handed``: functions that are handed out to the program.
- ``clock``: ``time`` without waiting. ``faces``: the modules as ``import`` gives them.

Every operation on something shared is one or more steps of ``kernel``. Here is no search, and
nothing that knows of schedules.
"""
