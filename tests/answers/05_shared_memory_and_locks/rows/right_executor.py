# right
# an executor, and a task for each row's number
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.shared_memory import SharedMemory

shared = None


def transform(change, picture, width, workers):
    block = SharedMemory(create=True, size=len(picture))
    block.buf[: len(picture)] = picture
    with ProcessPoolExecutor(workers, initializer=attach, initargs=(block.name, change)) as executor:
        for future in [
            executor.submit(work, start, start + width) for start in range(0, len(picture), width)
        ]:
            future.result()
    result = block.buf.tobytes()[: len(picture)]
    block.close()
    block.unlink()
    return result


def attach(name, change):
    global shared, change_row
    shared, change_row = SharedMemory(name), change


def work(start, end):
    shared.buf[start:end] = change_row(shared.buf[start:end].tobytes())
