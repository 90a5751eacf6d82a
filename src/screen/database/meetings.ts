import type { Box } from "../../geometry/shape/shape.ts";
import { words } from "../../model/words.ts";
import { areBent, broughtTo, type InCrs, metresPerUnit, squareMetres, unitsOf } from "./measured.ts";
import { joinPicks, lacks, type Picks } from "./picks.ts";
import { quoted, type Statement, Values } from "./statement.ts";
import { geometryOf, keyColumn, keyText, keyType, relation, type Table, textsOf } from "./table.ts";

/** A table with the CRS that its geometries are in. */
export interface Drawn {
  readonly table: Table;
  readonly crs: InCrs["crs"];
}

/** A layer in the database, as the statement about it needs it. */
export interface DrawnLayer extends Drawn {
  readonly picks?: Picks | undefined;
  /** Keys of the features whose shapes aren't valid; absent: rows have no keys, and each is looked at anew. */
  readonly invalid?: readonly string[] | undefined;
  /** Columns whose values come with a feature. */
  readonly attributes: readonly string[];
  /**
   * What several features have in common with a candidate is asked for by parts, or together with other layers:
   * mineright unites them, and needs their shapes.
   */
  readonly byParts: "all" | "several" | "none";
}

/** What counts as touching: m², and the share of the smaller area. */
export interface Touching {
  readonly m2: number;
  readonly share: number;
}

/**
 * Metres around a candidate inside which a border is looked at by its corners, and not by areas alone: more
 * than corners are moved to meet; between two CRSs as much as an edge of 60 km bends.
 */
const REACH_M = { straight: 0.25, bent: 100 } as const;
/** Corners closer than this may be one point; a little more than what mineright moves them by. */
const CORNER_M = 0.06;
/** Half the width of the strip along a border that may be no more than the accuracy of its corners. */
const STRIP_M = 0.1;
/** Of candidates that reach further the database's areas aren't near enough ({@link squareMetres}). */
const LARGE_M = 20_000;
/** Features of more corners are cut to what is this near. */
const CUT = { corners: 200, metres: 600 } as const;

/**
 * One statement for a layer and a batch of candidates: each feature that a candidate meets or nearly touches,
 * with their area in common and that of all such features together. The shape of a feature comes only where
 * areas don't decide: where little is in common or little sticks out, where both may share corners, where a
 * shape isn't valid, or where two CRSs bend its edges.
 */
export function meetings(
  candidates: Drawn,
  layer: DrawnLayer,
  keys: readonly string[],
  touching: Touching,
): Statement {
  const values = new Values();
  const { table, crs } = layer;
  const to: InCrs = { srid: table.srid, crs };
  const from: InCrs = { srid: candidates.table.srid, crs: candidates.crs };
  const isBent = areBent(from.crs, to.crs);
  const bound = values.bind(keys, "text[]");
  const [tolerance, share] = [values.bind(touching.m2, "float8"), values.bind(touching.share, "float8")];
  const join = joinPicks(layer.picks, values);
  const metre = metresPerUnit(crs);
  const reach = unitsOf(isBent ? REACH_M.bent : REACH_M.straight, crs);
  const key = candidates.table.key ?? "ctid";
  const isLittle = (m2: string, border: string) =>
    `${m2} <= 2 * greatest(${tolerance}, ${share} * site_m2) + ${STRIP_M} * (${border})`;
  // With each a word on why areas alone don't decide.
  const unclear = [
    isBent || layer.byParts === "all" ? "true" : "false",
    `ST_XMax(geom) - ST_XMin(geom) + ST_YMax(geom) - ST_YMin(geom) > ${unitsOf(LARGE_M, crs)}`,
    layer.byParts === "several" ? "beside > 1" : "beside > 1 AND all_m2 IS NULL AND NOT held",
    "ST_Intersects(corners, ST_Points(near))",
    isLittle("common_m2", "common_border"),
    isLittle("site_m2 - common_m2", "site_border + common_border"),
    isLittle("site_m2 - all_m2", "site_border + all_border"),
  ];
  return {
    asks: words(
      `与 ${table.named.given} 的叠加：每个候选区块所及的要素、共有面积；面积不足以判定处才取其图形`,
      `overlay with ${table.named.given}: the features that each candidate meets and the area in common; their shapes only where areas don't decide`,
    ),
    text: `WITH site AS MATERIALIZED (
  SELECT c.key, c.geom, c.valid, ST_Expand(Box2D(c.geom), ${unitsOf(CUT.metres, crs)}) AS around,
         CASE WHEN c.valid THEN ST_Buffer(c.geom, ${reach}, 'quad_segs=1 join=mitre')
              ELSE ST_Expand(ST_Envelope(c.geom), ${reach}) END AS wide,
         ST_Buffer(ST_Points(c.geom), ${unitsOf(CORNER_M * Math.SQRT2, crs)}, 'quad_segs=1') AS corners,
         ${squareMetres("c.geom", to)} AS site_m2,
         ${metre} * ST_Perimeter(c.geom) AS site_border
    FROM (SELECT ${keyText(candidates.table, "c")} AS key, g.geom, ST_IsValid(g.geom) AS valid
            FROM ${relation(candidates.table)} AS c
           CROSS JOIN LATERAL (SELECT ${broughtTo(geometryOf(candidates.table, "c"), from, to)} AS geom OFFSET 0) AS g
           WHERE ${keyColumn(key, "c")} = ANY (${bound}::${keyType(key)}[])) AS c
), pair AS MATERIALIZED (
  SELECT site.*, ${keyText(table, "f")} AS id, ${placeOf(table)} AS place, ${lacks(layer.picks)} AS lacks,
         ${textsOf(layer.attributes, "f")} AS attributes, g.geom AS feature, n.near, n.near IS DISTINCT FROM g.geom AS is_cut,
         CASE WHEN NOT (site.valid AND g.valid) THEN 'unsound'
              WHEN NOT ST_Intersects(site.wide, n.near) THEN 'apart'
              WHEN ST_Covers(n.near, site.wide) THEN 'within'
              ELSE 'partly' END AS lies
    FROM site
    JOIN ${relation(table)} AS f ON ${boxed(table)} && site.wide${join}
   CROSS JOIN LATERAL (SELECT ${geometryOf(table, "f")} AS geom, ${isValid(layer, values)} AS valid OFFSET 0) AS g
   CROSS JOIN LATERAL (SELECT CASE WHEN g.valid AND ST_NPoints(g.geom) > ${CUT.corners}
                                   THEN ST_ClipByBox2D(g.geom, site.around) END AS part OFFSET 0) AS p
   CROSS JOIN LATERAL (SELECT CASE WHEN ST_IsValid(p.part) THEN p.part ELSE g.geom END AS near OFFSET 0) AS n
), met AS MATERIALIZED (
  SELECT pair.*, count(*) OVER same AS beside, bool_or(lies = 'within' AND lacks IS NULL) OVER same AS held,
         CASE WHEN lies = 'partly' THEN ST_CollectionExtract(ST_Intersection(near, geom), 3) END AS common
    FROM pair WHERE lies <> 'apart' WINDOW same AS (PARTITION BY key)
), measured AS MATERIALIZED (
  SELECT met.*, ${squareMetres("common", to)} AS common_m2,
         ${metre} * coalesce(ST_Perimeter(common), 0) AS common_border,
         CASE WHEN is_cut OR lies = 'within' THEN ${squareMetres("feature", to)} END AS feature_m2
    FROM met
), together AS (
  SELECT key, ${squareMetres("ST_Union(common)", to)} AS all_m2, sum(common_border) AS all_border
    FROM measured WHERE lacks IS NULL GROUP BY key HAVING count(*) > 1 AND bool_and(lies = 'partly')
)
SELECT key, id, lacks, attributes, lies, ST_XMin(feature), ST_YMin(feature), ST_XMax(feature), ST_YMax(feature),
       feature_m2, common_m2, all_m2, ${isBent ? "false" : "is_cut"},
       CASE WHEN needed THEN ST_AsBinary(${isBent ? "feature" : "near"}) END
  FROM measured LEFT JOIN together USING (key)
 CROSS JOIN LATERAL (
  SELECT CASE lies WHEN 'unsound' THEN true WHEN 'within' THEN false
              ELSE coalesce(${unclear.map((one) => `(${one})`).join("\n                OR ")}, false) END AS needed OFFSET 0) AS shape
 ORDER BY key, place`,
    values: values.all,
  };
}

/** Whether a feature's shape is valid. */
function isValid({ table, invalid }: DrawnLayer, values: Values): string {
  if (table.key === undefined || invalid === undefined) return `ST_IsValid(${geometryOf(table, "f")})`;
  if (invalid.length === 0) return "true";
  const type = keyType(table.key);
  return `${keyColumn(table.key, "f")} <> ALL (${values.bind(invalid, "text[]")}::${type}[])`;
}

/** What features are ordered by. */
function placeOf(table: Table): string {
  return table.key === undefined ? "NULL::text" : keyColumn(table.key, "f");
}

/** The column itself, so that its index serves. */
function boxed(table: Table): string {
  return geometryOf(table, "f").replace(/^ST_Force2D\((.*)\)$/, "$1");
}

/**
 * One statement for a layer of which whole features are looked at (planned blocks, existing rights) and a batch
 * of candidates: the features whose boxes meet any of these boxes, and those that have one of these texts in a
 * column, wherever they lie.
 */
export function wholeFeatures(
  layer: DrawnLayer,
  boxes: readonly Box[],
  wanted: { readonly column: string; readonly texts: readonly string[] } | undefined,
): Statement {
  const values = new Values();
  const { table } = layer;
  const sides = (["minX", "minY", "maxX", "maxY"] as const).map((side) =>
    values.bind(
      boxes.map((box) => box[side]),
      "float8[]",
    ),
  );
  const columns = `${placeOf(table)} AS place, ${keyText(table, "f")} AS id, ${lacks(layer.picks)} AS lacks,
       ${textsOf(layer.attributes, "f")} AS attributes, ST_AsBinary(${geometryOf(table, "f")}) AS shape`;
  const join = joinPicks(layer.picks, values);
  const also =
    wanted === undefined
      ? ""
      : `\n UNION\nSELECT ${columns}
  FROM ${relation(table)} AS f${join}
 WHERE btrim(f.${quoted(wanted.column)}::text) = ANY (${values.bind(wanted.texts, "text[]")})`;
  return {
    asks: words(
      `${table.named.given} 中在候选区块（及其所在规划区块）附近的要素，整个取出`,
      `the whole features of ${table.named.given} near the candidates, and near the planned blocks that they lie in`,
    ),
    text: `SELECT DISTINCT ${columns}
  FROM unnest(${sides.join(", ")}) AS box(west, south, east, north)
  JOIN ${relation(table)} AS f ON ${boxed(table)} && ST_MakeEnvelope(west, south, east, north, ${table.srid})${join}${also}
 ORDER BY place`,
    values: values.all,
  };
}
