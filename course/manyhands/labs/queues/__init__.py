"""The lab of the unit on queues.

Lives here: what was seen of a stream (``flow``), a stream run for real (``run``), its picture and the same
in words (``drawing``), and the controls (``lab``), which stand on them. What the processes do is in
``workers.stream``.
"""
