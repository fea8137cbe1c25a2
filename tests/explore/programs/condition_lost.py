"""wrong: a notify that nobody waits for yet is lost.

returns: 'called'
hangs: sometimes
"""

from multiprocessing import Condition, Process


def work(condition):
    with condition:
        condition.notify()


def main():
    condition = Condition()
    worker = Process(target=work, args=(condition,))
    worker.start()
    with condition:
        condition.wait()
    worker.join()
    return "called"
