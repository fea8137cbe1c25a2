# RACE - rule 6
# nobody waits for the two
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    Process(target=download, args=(fetch, names, images)).start()
    Process(target=save_until_none, args=(save, images, saved)).start()
    return [saved.get() for _ in names]


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
