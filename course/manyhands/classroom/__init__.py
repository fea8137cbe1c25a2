"""Judges a CLASS with nbgrader: releases units, collects, grades, records, reports.

How one module is judged is the matter of `checks`; nothing here knows about it.
"""
