# WRONG - rule 1
# a process for each row, however many workers were asked for
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    try:
        block.buf[: len(picture)] = picture
        rows = range(0, len(picture), width)
        crew = [Process(target=work, args=(change, block.name, start, width)) for start in rows]
        for worker in crew:
            worker.start()
        for worker in crew:
            worker.join()
        return bytes(block.buf[: len(picture)])
    finally:
        block.close()
        block.unlink()


def work(change, name, start, width):
    block = SharedMemory(name=name)
    place = slice(start, start + width)
    block.buf[place] = change(bytes(block.buf[place]))
    block.close()
