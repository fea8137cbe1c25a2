# DEADLOCK M91 rule 5
# the bare except ends the saver at any error
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_end, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = [saved.get() for _ in names]
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_end(save, images, saved):
    while True:
        try:
            image = images.get()
            if image is None:
                break
            saved.put(save(image))
        except:
            break
