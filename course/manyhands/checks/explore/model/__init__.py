"""The model of ``multiprocessing``, ``threading`` and ``queue``: what a student's module sees in their place.

- ``process``: processes, their start, end and exit codes, signals. ``forkserver``: whom they are copies of.
  ``parents``: those that others have started. ``described``: what processes and locks say of themselves.
- ``system``: ``os``, with a process's own environment. ``clock``: ``time`` without waiting.
- ``sync``: locks, semaphores, events, conditions. ``barriers``. ``sleepers``: who waits to be told to wake.
- ``memory``: values and arrays, ``shown``: the bytes of those without a lock. ``aggregates``: structures, and
  arrays of them. ``extents``: bytes that steps touch some of. ``blocks``: shared memory of a
  name, ``shareable``: lists there, ``keepers``: a manager of it. ``views``: memoryviews of it, ``packing``:
  ``struct``, ``buffers``: what code in C reads there.
- ``pipes``, ``queues``, ``manager``: what carries messages.
  ``waiting``: for several pipes and processes.
- ``served``: a manager's locks. ``holds``: who holds an object at a manager's server.
- ``pools``: ``Pool`` and ``ThreadPool``. ``pool_crews``: the line of their tasks, and the threads that mind
  them. ``pool_workers``: workers. ``results``: the way back. ``async_results``: what the program asks.
- ``process_executors``, ``thread_executors``: those of ``concurrent.futures``. ``executors``: what they have
  in common. ``futures``: what they promise, and waiting for several. ``chance``: what comes in no order.
  ``errors``: errors on their way from a worker.
- ``coroutines``: ``asyncio``, by its own code (``machinery``) on event loops of the model (``loop``), whose
  tasks take turns (``crew``) from await to await (``awaits``).
- ``threads``, ``timers``: threads, on ``lanes``, which a process knows of its own. ``thread_sync``: their
  locks, events and conditions. ``thread_queues``: their queues.
- ``handed``: functions that are handed out to the program.
- ``faces``: the modules as ``import`` gives them. ``unmodelled``: what stands there for what the model
  does not have.

Every operation on something shared is one or more steps of ``kernel``. Here is no search, and
nothing that knows of schedules.
"""
