"""The main module of an answer's interpreter. Each process that is spawned from it imports it too."""

from manyhands.checks import inside

if __name__ == "__main__":
    inside.main()
