# RACE - rule 4
# a SharedMemory block without a lock
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def add_up(fetch, names):
    block = SharedMemory(create=True, size=8)
    try:
        block.buf[:8] = bytes(8)
        adders = [Process(target=adder, args=(block.name, fetch, name)) for name in names]
        for process in adders:
            process.start()
        for process in adders:
            process.join()
        return int.from_bytes(block.buf[:8], "little")
    finally:
        block.close()
        block.unlink()


def adder(block_name, fetch, name):
    block = SharedMemory(block_name)
    for amount in fetch(name):
        total = int.from_bytes(block.buf[:8], "little") + amount
        block.buf[:8] = total.to_bytes(8, "little")
    block.close()
