# right
# numbers in place of names, sorted at the end, through a SimpleQueue
import multiprocessing


def gather(compute, names):
    results = multiprocessing.SimpleQueue()
    crew = []
    for n, name in enumerate(names):
        worker = multiprocessing.Process(target=put_result, args=(compute, n, name, results))
        worker.start()
        crew.append(worker)
    found = []
    while len(found) < len(names):
        found.append(results.get())
    for worker in crew:
        worker.join()
    found.sort(key=lambda pair: pair[0])
    return [result for _, result in found]


def put_result(compute, n, name, results):
    result = None
    try:
        result = compute(name)
    except Exception as error:
        print(name, "failed:", error)
    finally:
        results.put((n, result))
