"""What a lecture shows besides text: pictures, source listings, quizzes, labs.

Lives here: whatever turns data into notebook output, and the widgets (ipywidgets). Each of them
also leaves output that reads well without a kernel. ``overrides.json`` holds JupyterLab's settings
for the course.

Every lecture uses ``picture``, ``listing``, ``quiz``, ``widget`` and ``schedules``; the start page uses
``machine``. Beside them stands one module or small package for each unit's lab: ``processes``, ``pools``,
``queues``, ``pipes`` and ``shared_memory``. A lab stands on what every lecture uses, and knows no other
unit's lab.

Does not live here: recording and drawing (``timeline``), the functions that workers run
(``workers``), the judging of answers (``checks``). Worker processes never import this package: it
is slow to start.
"""

from manyhands.labs.listing import listing
from manyhands.labs.machine import check_machine
from manyhands.labs.picture import Picture, bars, show
from manyhands.labs.pipes.capacity import CapacityLab
from manyhands.labs.pipes.lab import PipeLab
from manyhands.labs.pools.lab import PoolLab
from manyhands.labs.processes.kernel import in_another_kernel
from manyhands.labs.processes.lab import LensLab
from manyhands.labs.processes.lens import look
from manyhands.labs.processes.picture import show_lens
from manyhands.labs.processes.program import Program, errors_of
from manyhands.labs.queues.drawing import show_stream
from manyhands.labs.queues.lab import QueueLab
from manyhands.labs.queues.run import run_stream
from manyhands.labs.quiz import predict
from manyhands.labs.schedules.endings import endings
from manyhands.labs.schedules.picture import show_schedule
from manyhands.labs.schedules.stepper import step_through
from manyhands.labs.shared_memory import MemoryLab

__all__ = [
    "CapacityLab",
    "LensLab",
    "MemoryLab",
    "Picture",
    "PipeLab",
    "PoolLab",
    "Program",
    "QueueLab",
    "bars",
    "check_machine",
    "endings",
    "errors_of",
    "in_another_kernel",
    "listing",
    "look",
    "predict",
    "run_stream",
    "show",
    "show_lens",
    "show_schedule",
    "show_stream",
    "step_through",
]
