# UNANSWERED -
"""Nothing is answered yet."""


def main():
    # YOUR CODE HERE
    raise NotImplementedError()
