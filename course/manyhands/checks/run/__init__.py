"""Runs ONE call of an answer in processes of its own, and sees what happens there."""
