# WRONG - rule 6
# the saver ends by an exception at the sentinel
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_for_ever, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = [saved.get() for _ in names]
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put("end")


def save_for_ever(save, images, saved):
    while True:
        image = images.get()
        if image == "end":
            raise SystemExit(1)
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
