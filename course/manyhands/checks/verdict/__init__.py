"""A verdict as people see it: the card, the exceptions that end a check, and what is shown until then.

From the ground up: `saved` (the file that is judged, and the notebook's cell that wrote it), `lecture` (where
the course speaks of it), `card` (what stands on a card), `lanes` (a schedule, as a table), `plain` (a card as
text), `page` (a card as HTML), `errors` (the exceptions), `screen` (puts a card where its reader looks).
What the verdict is, and why, is in `explain`.
"""

from manyhands.checks.explain.kinds import Kind, Line, Verdict, Wait
from manyhands.checks.verdict.errors import Rejected, Stopped
from manyhands.checks.verdict.plain import card

__all__ = ["Kind", "Line", "Rejected", "Stopped", "Verdict", "Wait", "card"]
