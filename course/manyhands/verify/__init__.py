"""Judges the CHECKS: whether a task's rules hold together, and whether its cells reject what breaks them.

From the ground up: `sites` (the nodes of an answer, and what stands around each), `operators` (each makes
one kind of change at a site), `mutants` (answers with one thing changed), `answers` (the right and wrong ones
in `tests/answers/`), `survivors` (mutants that are right, by the file beside the answers), `rules` (whether
text, manifest, cells and answers name the same rules), `verdicts` (what was found out in earlier runs),
`judging` (what the cells make of the mutants), `report` (what an author reads).
How ONE module is judged is in `checks`.
"""
