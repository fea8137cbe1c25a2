"""``python -m manyhands.checks.explore``: do one job, JSON in and JSON out. See ``child``."""

from manyhands.checks import warm

from .child import main

warm.serve(None, [f"{__package__}.trial"])
main()
