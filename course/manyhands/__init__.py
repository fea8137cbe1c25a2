"""Many Hands: a course in Python's processes.

Rooms, from the ground up; each may import only those before it:

- ``workers``: the functions that the lectures hand to other processes. Imports nothing of the library.
- ``timeline``: who ran what and when; records across processes, and draws.
- ``labs``: interactive figures and quizzes, standing on ``timeline``.
- ``checks``: judges one module: runs it, explains what happened.
- ``classroom``: judges a class, standing on ``checks``.

Importing ``manyhands`` imports none of them, so that a worker process starts quickly.
"""
