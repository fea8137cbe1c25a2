# CRASH -
"""A function that the parent calls wants more arguments."""


def add(first, second):
    return first + second


def main():
    return add(1)
