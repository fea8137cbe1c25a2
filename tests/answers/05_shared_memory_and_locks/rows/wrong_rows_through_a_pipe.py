# WRONG - rule 5
# the changed rows come back by pipes
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    crew = []
    for first in range(workers):
        ours, theirs = Pipe()
        numbers = range(first, len(picture) // width, workers)
        worker = Process(target=work, args=(change, block.name, width, numbers, theirs))
        worker.start()
        theirs.close()
        crew.append((worker, numbers, ours))
    rows = {}
    for worker, numbers, ours in crew:
        for number in numbers:
            rows[number] = ours.recv_bytes()
        worker.join()
        ours.close()
    block.close()
    block.unlink()
    return b"".join(rows[number] for number in sorted(rows))


def work(change, name, width, numbers, link):
    block = SharedMemory(name)
    for number in numbers:
        link.send_bytes(change(bytes(block.buf[number * width : (number + 1) * width])))
    block.close()
    link.close()
