"""Programs of the lecture on processes and threads, each run as one of its own.

Their ends are what the lecture looks at: what is printed, and the exit code.
"""
