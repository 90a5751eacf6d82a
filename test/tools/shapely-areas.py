#!/usr/bin/env python3
"""Areas of pairs by shapely, in metres, as fixed values for test/geometry/coverage-shapely.test.ts.

    python3 test/tools/shapely-areas.py > test/geometry/shapely-areas.json

Each area is a list of polygons, each a list of rings (shell first), each a list of corners. Each polygon
is repaired by itself (make_valid, whose areas are those of even-odd), then all of an area are united.
"""
import json
import math
import random
import sys

import shapely
import shapely.geos
from shapely.geometry import Polygon
from shapely.ops import unary_union
from shapely.validation import make_valid

random.seed(20261)
EAST, NORTH = 38_500_000, 3_900_000


def blob(x, y, radius, corners, digits):
    """A ring about (x, y) that doesn't cross itself."""
    ring = []
    for index in range(corners):
        angle = (index + 0.8 * random.random()) / corners * 2 * math.pi
        reach = radius * (0.4 + 0.6 * random.random())
        ring.append([round(x + reach * math.cos(angle), digits), round(y + reach * math.sin(angle), digits)])
    return ring


def box(x, y, width, height):
    return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]


border = [[100 * step, round(500 + 150 * random.random(), 3)] for step in range(11)]
north = border + [[1000, 1000], [0, 1000]]
south = border + [[1000, 0], [0, 0]]
dense = []
for (ax, ay), (bx, by) in zip(border, border[1:]):
    dense += [[round(ax + (bx - ax) * k / 4, 3), round(ay + (by - ay) * k / 4, 3)] for k in range(4)]
dense += [[1000, border[-1][1]], [1000, 1000], [0, 1000]]
lake = blob(500, 500, 150, 12, 3)
rough = blob(500, 500, 400, 20, 3)

CASES = {
    "two sites": ([[rough]], [[blob(700, 650, 400, 25, 3)]]),
    "a site and a zone with very many more corners": ([[blob(500, 900, 200, 8, 3)]], [[blob(500, 500, 500, 200, 3)]]),
    "neighbours": ([[north]], [[south]]),
    "neighbours, one border drawn with more corners": ([[dense]], [[south]]),
    "identical": ([[rough]], [[rough]]),
    "a site over a hole": ([[rough]], [[box(0, 0, 1000, 1000), lake]]),
    "a site that fills a hole": ([[lake]], [[box(0, 0, 1000, 1000), lake]]),
    "a bow-tie": ([[[[100, 100], [900, 700], [900, 100], [100, 900]]]], [[rough]]),
    "parts that overlap": ([[rough]], [[blob(400, 400, 300, 12, 3)], [blob(600, 500, 300, 12, 3)], [box(300, 300, 300, 300)]]),
    "parts side by side": ([[rough]], [[north], [south]]),
    "islands in a lake": ([[rough]], [[box(0, 0, 1000, 1000), lake], [blob(500, 500, 50, 9, 3)]]),
    "apart": ([[rough]], [[box(2000, 2000, 10, 10)]]),
}


def placed(area):
    return [[[[EAST + x, NORTH + y] for x, y in ring] for ring in polygon] for polygon in area]


def shape(area):
    return unary_union([make_valid(Polygon(rings[0], rings[1:])) for rings in area])


def case(name, a, b):
    one, other = shape(a), shape(b)
    return {
        "name": name,
        "a": a,
        "b": b,
        "area": one.area,
        "common": one.intersection(other).area,
        "left": one.difference(other).area,
    }


version = ".".join(map(str, shapely.geos.geos_version))
json.dump(
    {
        "made": f"test/tools/shapely-areas.py with shapely {shapely.__version__}, GEOS {version}",
        "cases": [case(name, placed(a), placed(b)) for name, (a, b) in CASES.items()],
    },
    sys.stdout,
)
