"""Programs with queues that hang, or lose something.

They are run from outside, never in the notebook's own kernel. They use the start
method that is the default where they run.
"""

import multiprocessing
import queue
import time

from manyhands.workers.queues import consume, send_bytes


def join_then_read(size: int) -> int:
    """Wait for the child first, and take its result afterwards."""
    results = multiprocessing.Queue()
    child = multiprocessing.Process(
        target=send_bytes, args=(results, size), name="child"
    )
    child.start()
    child.join()
    return len(results.get())


def put_a_lambda() -> str:
    """Put something that cannot be pickled, and then a letter."""
    letters = multiprocessing.Queue()
    letters.put(lambda: 0)
    letters.put("a letter")
    return letters.get()


def send_and_leave(results, size: int) -> None:
    """A child that does not wait until its result is sent."""
    results.put(bytes(size))
    results.cancel_join_thread()


def do_not_wait_for_the_feeder(size: int) -> str:
    """The child ends at once. Is its result there?"""
    results = multiprocessing.Queue()
    child = multiprocessing.Process(
        target=send_and_leave, args=(results, size), name="child"
    )
    child.start()
    child.join()
    try:
        return f"{len(results.get(timeout=1))} bytes have come"
    except queue.Empty:
        return "nothing has come"


def put_into_a_simple_queue(size: int) -> int:
    """A SimpleQueue has no feeder."""
    letters = multiprocessing.SimpleQueue()
    letters.put(bytes(size))
    return len(letters.get())


def one_none_for_two() -> list:
    """Two consumers, and one None."""
    items, done = multiprocessing.Queue(), multiprocessing.Queue()
    args = (items, done)
    for name in ("consumer 1", "consumer 2"):
        multiprocessing.Process(target=consume, args=args, name=name).start()
    for item in ("a", "b", None):
        items.put(item)
    return sorted(done.get() + done.get())


def serve_without_finally(tasks) -> None:
    """A task that fails is never called done."""
    while True:
        number = tasks.get()
        try:
            100 // number
        except ZeroDivisionError:
            continue
        tasks.task_done()


def forget_task_done(numbers) -> None:
    """One of the tasks may fail."""
    tasks = multiprocessing.JoinableQueue()
    args = (tasks,)
    multiprocessing.Process(
        target=serve_without_finally, args=args, name="server", daemon=True
    ).start()
    for number in numbers:
        tasks.put(number)
    tasks.join()


# The downloader and the saver of an article, as they were


def download(images, names) -> None:
    """Fetch each image. The last one takes its time."""
    for name in names:
        time.sleep(2 if name == names[-1] else 0)
        images.put(f"{name}.jpg")


def save(images, saved) -> None:
    """Save what comes. When nothing comes for a while, it was the last."""
    while True:
        try:
            images.get(timeout=1)
            saved.value += 1
        except:
            break


def save_wrongly(images, saved) -> None:
    """The same, but somebody has mistyped a name."""
    while True:
        try:
            image = images.get(timeout=1)
            saved.value += len(imgae)
        except:
            break


def save_and_fail(images, saved) -> None:
    """The same fault, and an except that says what it is for."""
    while True:
        try:
            image = images.get(timeout=30)
        except queue.Empty:
            break
        saved.value += len(imgae)


def download_and_save(save, names, room: int) -> str:
    """Both at the same time. Says how many images were saved."""
    images, saved = multiprocessing.Queue(room), multiprocessing.Value("i", 0)
    saver = multiprocessing.Process(target=save, args=(images, saved))
    downloader = multiprocessing.Process(target=download, args=(images, names))
    downloader.start()
    saver.start()
    saver.join()
    downloader.join()
    return f"{saved.value} of {len(names)} saved, exit code {saver.exitcode}"


def give_up_too_early(names) -> str:
    """The saver's time-out is shorter than the last download."""
    return download_and_save(save, names, 10)


def hide_the_error(names) -> str:
    """The saver has a fault, and nobody hears of it."""
    return download_and_save(save_wrongly, names, 10)


def show_the_error(names) -> str:
    """The saver has a fault, and ends with it."""
    return download_and_save(save_and_fail, names, 10)


def join_the_downloader_first(names, room: int) -> str:
    """First the one, then the other."""
    images, saved = multiprocessing.Queue(room), multiprocessing.Value("i", 0)
    downloader = multiprocessing.Process(
        target=download, args=(images, names), name="downloader"
    )
    saver = multiprocessing.Process(
        target=save, args=(images, saved), name="saver"
    )
    downloader.start()
    downloader.join()
    saver.start()
    saver.join()
    return f"{saved.value} of {len(names)} saved"


# A queue of threads


def queue_of_threads() -> str:
    """A queue.Queue is handed to another process."""
    letters = queue.Queue()
    child = multiprocessing.Process(
        target=letters.put, args=("a letter",), name="child"
    )
    child.start()
    child.join()
    return letters.get()
