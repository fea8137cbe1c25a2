# CRASH M113
"""A program that is no child attaches to a block, and takes it away when it ends."""

import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

READER = """
import sys
from multiprocessing.shared_memory import SharedMemory

SharedMemory(sys.argv[1]).close()
"""


def main():
    block = SharedMemory(create=True, size=8)
    subprocess.run([sys.executable, "-c", READER, block.name], check=True)
    block.close()
    again = SharedMemory(block.name)
    again.close()
    again.unlink()
