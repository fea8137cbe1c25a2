# right
# eight bytes of a SharedMemory block, under a Lock
from multiprocessing import Lock, Process
from multiprocessing.shared_memory import SharedMemory


def add_up(fetch, names):
    lock = Lock()
    block = SharedMemory(create=True, size=8)
    try:
        block.buf[:8] = bytes(8)
        adders = [Process(target=adder, args=(lock, block.name, fetch, name)) for name in names]
        for process in adders:
            process.start()
        for process in adders:
            process.join()
        return int.from_bytes(block.buf[:8], "little")
    finally:
        block.close()
        block.unlink()


def adder(lock, block_name, fetch, name):
    block = SharedMemory(block_name)
    for amount in fetch(name):
        with lock:
            total = int.from_bytes(block.buf[:8], "little") + amount
            block.buf[:8] = total.to_bytes(8, "little")
    block.close()
