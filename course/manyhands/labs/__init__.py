"""What a lecture shows besides text: pictures, source listings, quizzes, labs.

Lives here: whatever turns data into notebook output, and the widgets (ipywidgets). Each of them
also leaves output that reads well without a kernel. ``overrides.json`` holds JupyterLab's settings
for the course.

Does not live here: recording and drawing (``timeline``), the functions that workers run
(``workers``), the judging of answers (``checks``). Worker processes never import this package: it
is slow to start.
"""

from manyhands.labs.endings import endings
from manyhands.labs.listing import listing
from manyhands.labs.machine import check_machine
from manyhands.labs.memory_lab import MemoryLab
from manyhands.labs.picture import Picture, bars, show
from manyhands.labs.pool_lab import PoolLab
from manyhands.labs.quiz import predict
from manyhands.labs.schedule_picture import show_schedule
from manyhands.labs.stepper import step_through

__all__ = [
    "MemoryLab",
    "Picture",
    "PoolLab",
    "bars",
    "check_machine",
    "endings",
    "listing",
    "predict",
    "show",
    "show_schedule",
    "step_through",
]
