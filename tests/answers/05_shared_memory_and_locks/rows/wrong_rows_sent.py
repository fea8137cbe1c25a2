# WRONG - rule 3
# a pool gets the rows and gives them back; the block is for show
from multiprocessing import Pool


def transform(change, picture, width, workers):
    rows = [picture[start : start + width] for start in range(0, len(picture), width)]
    with Pool(workers) as pool:
        return b"".join(pool.map(change, rows, chunksize=1))
