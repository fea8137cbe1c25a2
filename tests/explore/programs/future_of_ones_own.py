"""right: a future can be settled by whoever has made it, and only once.

returns: (3, ["heard"], "InvalidStateError")
"""

from concurrent.futures import Future, InvalidStateError


def main():
    future, heard = Future(), []
    future.add_done_callback(lambda future: heard.append("heard"))
    future.set_result(3)
    try:
        future.set_exception(ValueError())
    except InvalidStateError as error:
        return future.result(), heard, type(error).__name__
