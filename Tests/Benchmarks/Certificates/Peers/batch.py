"""What every Python peer does alike: read the list, warm up, set the rest against the clock, one file each.

Usage of a peer: PEER LIST FOLDER WARM. The first WARM recipients are set before the clock starts.
Prints a line of JSON: the peer's version and the seconds taken.
"""

import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from recipients import read_list  # noqa: E402


def recipients():
    return read_list(sys.argv[1])


def run(version, write):
    """`write` makes the bytes of one recipient's certificate."""
    folder, warm = sys.argv[2], int(sys.argv[3])

    def keep(recipient):
        with open(os.path.join(folder, recipient.file), "wb") as file:
            file.write(write(recipient))

    everybody = recipients()
    for recipient in everybody[:warm]:
        keep(recipient)
    begin = time.perf_counter()
    for recipient in everybody[warm:]:
        keep(recipient)
    print(json.dumps({"version": version, "seconds": time.perf_counter() - begin}))
