"""Judges a CLASS with nbgrader: releases units, grades submissions, records, reports.

From the ground up: `reading` (submissions as they come), `preprocessors` (what makes nbgrader fail closed),
`released` (who has worked in an exercise), `converters` (nbgrader's, for one folder), `release` (exercises
from solutions), `grading` (a class, each submission apart), `report` (the table), `submissions` (made-up
ones), `demo` (all of it on a made-up class). How one module is judged is the matter of `checks`; nothing here
knows about it.
"""
