# CRASH -
"""The module itself cannot be imported."""

PRICES = {"apple": 3}
PRICE = PRICES["pear"]


def main():
    return PRICE
