"""The model of ``multiprocessing``, ``threading`` and ``queue``: what a student's module sees in their place.

- ``process``: processes, their start, end and exit codes, signals. ``forkserver``: whom they are copies of.
  ``parents``: those that others have started. ``described``: what processes and locks say of themselves.
- ``system``: ``os``, with a process's own environment. ``clock``: ``time`` without waiting.
- ``sync``: locks, semaphores, events, conditions. ``barriers``. ``sleepers``: who waits to be told to wake.
- ``memory``: values and arrays. ``pipes``, ``queues``, ``manager``: what carries messages.
  ``waiting``: for several pipes and processes.
- ``served``: a manager's locks. ``holds``: who holds an object at a manager's server.
- ``threads``, ``timers``: threads, on ``lanes``, which a process knows of its own. ``thread_sync``: their
  locks, events and conditions. ``thread_queues``: their queues.
- ``handed``: functions that are handed out to the program.
- ``faces``: the modules as ``import`` gives them. ``unmodelled``: what stands there for what the model
  does not have.

Every operation on something shared is one or more steps of ``kernel``. Here is no search, and
nothing that knows of schedules.
"""
