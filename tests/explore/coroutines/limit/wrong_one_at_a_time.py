async def fetch_all(names, fetch, limit):
    return [await fetch(name) for name in names]
