# WRONG M91 rule 5
# an except around everything: the rest is lost without a word
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_end, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = list(iter(saved.get, "end"))
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_end(save, images, saved):
    try:
        while (image := images.get()) is not None:
            saved.put(save(image))
    except Exception:
        print("nothing more comes")
    saved.put("end")
