# right
# a member of an enumeration behind the last image; the results end with one, too
import enum
import multiprocessing


class Signal(enum.Enum):
    STOP = "stop"


def download_all(fetch, save, names, room):
    images = multiprocessing.Queue(maxsize=room)
    results = multiprocessing.Queue()
    crew = [
        multiprocessing.Process(target=saving, args=(save, images, results), name="saver"),
        multiprocessing.Process(target=downloading, args=(fetch, names, images), name="downloader"),
    ]
    for process in crew:
        process.start()
    found = list(iter(results.get, Signal.STOP))
    for process in crew:
        process.join()
    return found


def downloading(fetch, names, images):
    for image in map(fetch, names):
        images.put(image)
    images.put(Signal.STOP)


def saving(save, images, results):
    while True:
        image = images.get()
        if image is Signal.STOP:
            break
        result = None
        try:
            result = save(image)
        except Exception as error:
            print("not saved:", error)
        results.put(result)
    results.put(Signal.STOP)
