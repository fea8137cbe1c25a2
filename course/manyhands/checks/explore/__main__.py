"""``python -m manyhands.checks.explore``: do one job, JSON in and JSON out. See ``child``."""

from .child import main

main()
