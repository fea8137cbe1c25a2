# WRONG - rule 2
# A ShareableList of rows drops the zero bytes at a row's end.
from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList, SharedMemory


def work(change, name, first, step):
    rows = ShareableList(name=name)
    for n in range(first, len(rows), step):
        rows[n] = change(rows[n])
    rows.shm.close()


def transform(change, picture, width, workers):
    rows = ShareableList([picture[n:n + width] for n in range(0, len(picture), width)])
    processes = [Process(target=work, args=(change, rows.shm.name, k, workers)) for k in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    result = b"".join(rows)
    rows.shm.close()
    rows.shm.unlink()
    return result
