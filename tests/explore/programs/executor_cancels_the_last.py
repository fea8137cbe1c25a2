"""wrong (M106): of four tasks two or more are handed out to one worker.

returns: True, False
"""

from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as executor:
        futures = [executor.submit(abs, n) for n in [-1, -2]]
        return futures[-1].cancel()
