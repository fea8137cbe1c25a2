# RACE M24 rule 4
# who finds the queue empty goes home
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_while_any, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = list(iter(saved.get, "end"))
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))


def save_while_any(save, images, saved):
    while not images.empty():
        try:
            saved.put(save(images.get()))
        except Exception:
            saved.put(None)
    saved.put("end")
