# DEADLOCK M28 rule 4
# an object of its own as a sentinel, compared by `is`
from multiprocessing import Process, Queue

STOP = object()


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_stop, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = []
    for _ in names:
        found.append(saved.get())
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(STOP)


def save_until_stop(save, images, saved):
    while True:
        image = images.get()
        if image is STOP:
            return
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
