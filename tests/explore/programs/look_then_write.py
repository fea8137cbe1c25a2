"""wrong: what was looked at before writing has changed by then.

returns: 0, -1
"""

from multiprocessing import Process, Value


def buy(tickets):
    if tickets.value > 0:
        with tickets.get_lock():
            tickets.value -= 1


def main():
    tickets = Value("i", 1)
    workers = [Process(target=buy, args=(tickets,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return tickets.value
