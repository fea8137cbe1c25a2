"""wrong: the only thread waits for a task that it is to do itself.

hangs: always
"""

from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(lambda: executor.submit(abs, -1).result()).result()
