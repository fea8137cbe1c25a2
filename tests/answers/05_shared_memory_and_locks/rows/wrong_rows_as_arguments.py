# WRONG - rule 4
# the rows are arguments of the processes
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    rows = [(start, picture[start : start + width]) for start in range(0, len(picture), width)]
    crew = [Process(target=work, args=(change, block.name, rows[n::workers])) for n in range(workers)]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    result = bytes(block.buf[: len(picture)])
    block.close()
    block.unlink()
    return result


def work(change, name, rows):
    block = SharedMemory(name)
    for start, row in rows:
        block.buf[start : start + len(row)] = change(row)
    block.close()
