"""wrong (M49): a float does not go into an 'i'.

raises: TypeError
"""

from multiprocessing import Value


def main():
    value = Value("i", 0)
    value.value = 0.5
