# right
# what is put says whether it is an image; the saver looks again after a time-out
import queue
from multiprocessing import get_context


def download_all(fetch, save, names, room):
    context = get_context()
    images, saved = context.Queue(room), context.SimpleQueue()
    saver = context.Process(target=keep_saving, args=(save, images, saved))
    downloader = context.Process(target=keep_downloading, args=(fetch, names, images))
    saver.start()
    downloader.start()
    found = {}
    while len(found) < len(names):
        n, result = saved.get()
        found[n] = result
    downloader.join()
    saver.join()
    return [found[n] for n in range(len(names))]


def keep_downloading(fetch, names, images):
    for n, name in enumerate(names):
        images.put((n, fetch(name)))
    images.put((-1, None))


def keep_saving(save, images, saved):
    while True:
        try:
            n, image = images.get(timeout=2)
        except queue.Empty:
            continue
        if n < 0:
            return
        try:
            saved.put((n, save(image)))
        except Exception:
            saved.put((n, None))
