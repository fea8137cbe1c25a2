# CRASH -
"""The program ends as if it had touched memory that is not its own."""

import os
import signal


def main():
    os.kill(os.getpid(), signal.SIGSEGV)
