"""Programs that claim what does not hold in every schedule.

Exercises ask for a schedule that shows it. Each program is a module of its own,
and stands word for word in the text of its task. With its processes,
or threads, one after the other it keeps what it claims.
"""
