"""From what was seen of an answer to why: what is said on its card.

From the ground up: `kinds` (what a verdict is), `source` (what a module's text says of its lines),
`tracebacks` (what stands on stderr), `deaths` (who ended before its time), `errors` (why an exception
came), `waits` (where each process stood, and for whom it waits), `hangs` (why), `results` (why a result
is wrong), `races` (why a schedule goes wrong), `conclusions` (the verdict).

Each rule wants its proof from what was seen; where it is not whole, nothing is claimed. Not here: running and
exploring (`run`, `explore`), and how a card looks (`verdict`).
"""
