# CRASH -
"""The program itself calls sys.exit."""

import sys


def main():
    sys.exit(4)
