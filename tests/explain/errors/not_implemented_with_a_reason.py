# CRASH -
"""The answer refuses a case of its own, with a reason."""


def main():
    raise NotImplementedError("three workers or more")
