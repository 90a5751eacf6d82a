"""Reads pairs of rings from standard input; prints shapely's version, CPU µs a pair and the areas in common."""
import json
import sys
import time

import shapely
import shapely.geos
from shapely.geometry import Polygon

pairs = [(Polygon(a), Polygon(b)) for a, b in json.load(sys.stdin)]
areas = [a.intersection(b).area for a, b in pairs]
rounds = 0
start = time.process_time()
while rounds == 0 or time.process_time() - start < 0.15:
    for a, b in pairs:
        a.intersection(b).area
    rounds += 1
each = (time.process_time() - start) / rounds / len(pairs) * 1e6
version = f"{shapely.__version__} (GEOS {'.'.join(map(str, shapely.geos.geos_version))})"
json.dump({"version": version, "each": each, "areas": areas}, sys.stdout)
