# WRONG - rule 1
# threads of the parent do the parts
import threading


def listen(work, parts):
    results = []
    threads = [threading.Thread(target=do, args=(results, work, name, mine)) for name, mine in parts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def do(results, work, name, mine):
    try:
        for part in mine:
            results.append((name, work(part)))
    except Exception:
        pass
