# CRASH -
"""A function that the answer needs stands under the guard."""

from multiprocessing import Process


def main():
    Process(target=work).start()


if __name__ == "__main__":

    def work():
        pass

    main()
