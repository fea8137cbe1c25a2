"""Who ran what, and when: record real runs across processes, and draw them.

Lives here: the recorder (``Recording``), what it recorded (``Timeline``, plain data), the drawing
(``drawing.draw``) and the same in words (``drawing.describe``).

Does not live here: widgets and notebook output (``labs``), the functions that are recorded
(``workers``), and any judgement of what was recorded (``checks``).

A worker process imports this package to unpickle a recorded task, so it must start quickly:
Matplotlib is only imported by ``manyhands.timeline.drawing``, which the parent alone needs.
"""

from manyhands.timeline.recorder import Bar, Mark, RecordedTask, Recording, Timeline

__all__ = ["Bar", "Mark", "RecordedTask", "Recording", "Timeline"]
