"""wrong (M49): 'i' wraps silently, it does not grow as Python's int does.

returns: -2147483648
"""

from multiprocessing import Value


def main():
    value = Value("i", 2**31 - 1)
    value.value += 1
    return value.value
