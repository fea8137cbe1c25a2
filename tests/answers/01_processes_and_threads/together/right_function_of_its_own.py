# right
# the target is a function of the module, which lets no error out; keywords; daemons, which are joined
import multiprocessing


def run(job, name):
    try:
        job(name)
    except Exception as error:
        print(f"{name} has failed: {error!r}")


def do_all(job, names):
    children = {}
    for name in names:
        children[name] = multiprocessing.Process(
            target=run, kwargs={"job": job, "name": name}, name=name, daemon=True
        )
    for child in children.values():
        child.start()
    for name in names:
        children[name].join()
