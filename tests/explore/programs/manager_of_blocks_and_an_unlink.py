"""wrong: a block that was unlinked by hand keeps the manager from taking away those that were made later.

returns: [False, False, True]
"""

from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import SharedMemory


def there(block):
    try:
        SharedMemory(block.name).close()
        return True
    except FileNotFoundError:
        return False


def main():
    with SharedMemoryManager() as manager:
        blocks = [manager.SharedMemory(4) for _ in range(3)]
        blocks[1].unlink()
    found = [there(block) for block in blocks]
    for block in blocks:
        block.close()
    blocks[2].unlink()
    return found
