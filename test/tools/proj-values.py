#!/usr/bin/env python3
"""Values of PROJ that the geometry is held against.

Writes test/geometry/data/proj.json, or to standard output with "-"; afterwards, for its layout:
npx biome check --write test/geometry/data. Needs pyproj (Debian: python3-pyproj).

For every CGCS2000 zone of EPSG (4491-4554): places in degrees with their easting, northing and the
areal scale there. For some CRSs, or all with --every-form, the forms of WKT that .prj files come in.
"""
import json
import os
import sys

import pyproj
from pyproj.enums import WktVersion

# Degrees east of the central meridian, and latitude: both sides, the zone's edge, beyond it, north and south.
PLACES = [(-1.4, 53.5), (0, 35), (0.7, 18.25), (1.5, 41), (3, 30), (-3, 4)]
FORMS = {"esri": WktVersion.WKT1_ESRI, "gdal": WktVersion.WKT1_GDAL, "wkt2": WktVersion.WKT2_2019}


def zone(code):
    crs = pyproj.CRS.from_epsg(code)
    meridian = next(p.value for p in crs.coordinate_operation.params if p.code == "8802")
    projection = pyproj.Proj(crs)
    to = pyproj.Transformer.from_crs("EPSG:4490", crs, always_xy=True)
    rows = []
    for east, latitude in PLACES:
        longitude = meridian + east
        x, y = to.transform(longitude, latitude)
        rows.append([longitude, latitude, x, y, projection.get_factors(longitude, latitude).areal_scale])
    return {"epsg": code, "places": rows}


def forms(code):
    crs = pyproj.CRS.from_user_input(code)
    return {name: crs.to_wkt(version) for name, version in FORMS.items()}


def main():
    every = "--every-form" in sys.argv
    codes = range(4490, 4555) if every else (4490, 4491, 4502, 4526, 4547)
    values = {
        "made": f"test/tools/proj-values.py, PROJ {pyproj.proj_version_str}",
        "zones": [zone(code) for code in range(4491, 4555)],
        "wkt": {code: forms(code) for code in [*codes, 4326, 4610, 2362, 2421, 32649, 4555, "EPSG:4526+5737"]},
    }
    text = json.dumps(values, ensure_ascii=False, indent=None if every else 1)
    if "-" in sys.argv:
        print(text)
        return
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "../geometry/data/proj.json"), "w", encoding="utf-8") as file:
        file.write(text + "\n")


main()
