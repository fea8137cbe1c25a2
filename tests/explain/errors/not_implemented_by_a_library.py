# CRASH -
"""A library says that it does not have something."""

import io


def main():
    class Half(io.RawIOBase):
        def size(self):
            return missing()

    return Half().size()


def missing():
    import asyncio

    return asyncio.AbstractEventLoop().run_forever()
