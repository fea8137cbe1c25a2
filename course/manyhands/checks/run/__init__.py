"""Runs ONE call of an answer in processes of its own, and sees what happens there.

On the check's side: `evidence` (what a check hands out), `record` (what was seen), `runner` (one run, from
start to end), `processes` (who they are and where they stand), `linux` (what the system shows of them).
In the answer's processes: `start` (their main module), `inside` (the call), `probes` (the functions that the
check handed out), `line` (how to talk to the check). On both sides: `watch`, a module for each thing that is
watched.

Not here: schedules, which are tried on a model (`explore`), and why a run went as it did (`explain`).
"""
