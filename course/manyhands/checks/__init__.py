"""Judges one module: runs it, explores its schedules, explains."""
