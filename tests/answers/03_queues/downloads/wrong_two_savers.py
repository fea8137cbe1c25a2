# RACE - rule 1
# two savers, and then the order is nobody's
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    crew = [Process(target=download, args=(fetch, names, images))]
    crew += [Process(target=save_until_none, args=(save, images, saved)) for _ in range(2)]
    for process in crew:
        process.start()
    found = dict(saved.get() for _ in names)
    for process in crew:
        process.join()
    return [found[n] for n in range(len(names))]


def download(fetch, names, images):
    for n, name in enumerate(names):
        images.put((n, fetch(name)))
    images.put(None)
    images.put(None)


def save_until_none(save, images, saved):
    while (item := images.get()) is not None:
        n, image = item
        try:
            saved.put((n, save(image)))
        except Exception:
            saved.put((n, None))
