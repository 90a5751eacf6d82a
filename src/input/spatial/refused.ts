import { type Words, words } from "../../model/words.ts";
import { unusable } from "../problem.ts";

interface Refused {
  readonly name: Words;
  readonly endings?: RegExp;
  /** The first bytes, as Latin-1, or what they look like. */
  readonly begins?: RegExp | string;
  readonly remedy: Words;
}

const TO_VECTOR = words(
  "另存为 shapefile 或 GeoJSON（2000 国家大地坐标系）",
  "save it as a shapefile or GeoJSON in CGCS2000",
);
const ask = (program: Words): Words =>
  words(`用${program.zh}${TO_VECTOR.zh}`, `in ${program.en}, ${TO_VECTOR.en}`);
const QGIS = words(" QGIS、ArcGIS 或 ogr2ogr ", "QGIS, ArcGIS or ogr2ogr");
const CORNERS = words(
  "把拐点坐标录入 CSV 或 XLSX 表，或向制图单位索取 shapefile",
  "enter the corners into a CSV or XLSX table, or ask for the shapefile",
);

/** What people hand in that isn't read, each with the way to something that is. */
const REFUSED: readonly Refused[] = [
  {
    name: words("AutoCAD DWG", "AutoCAD DWG"),
    endings: /\.dwg$/,
    begins: /^AC10\d\d|^AC1\.\d/,
    remedy: ask(words(" ArcGIS，或在 AutoCAD 中转 DXF 后用 QGIS ", "ArcGIS, or QGIS by way of a DXF")),
  },
  {
    name: words("AutoCAD DXF", "AutoCAD DXF"),
    endings: /\.dxf$/,
    begins: /^(?:AutoCAD Binary DXF|\s*999\r?\n|\s*0\r?\n\s*SECTION\r?\n)/,
    remedy: ask(QGIS),
  },
  {
    name: words("MapGIS", "MapGIS"),
    endings: /\.(?:wt|wl|wp|mpj|wat|wal|wap)$/,
    begins: /^WMAP/,
    remedy: ask(words(" MapGIS ", "MapGIS")),
  },
  {
    name: words("Access 数据库（MDB）", "an Access database (MDB)"),
    endings: /\.(?:mdb|accdb)$/,
    begins: /^.{4}Standard (?:Jet|ACE) DB/s,
    remedy: ask(QGIS),
  },
  {
    name: words("文件地理数据库（GDB）", "a file geodatabase (GDB)"),
    endings: /\.(?:gdb|gdbtable|gdbtablx)$/,
    remedy: ask(QGIS),
  },
  {
    name: words("GeoPackage", "GeoPackage"),
    endings: /\.gpkg$/,
    begins: /^SQLite format 3\0/,
    remedy: ask(QGIS),
  },
  {
    name: words("MapInfo TAB、MIF", "MapInfo TAB or MIF"),
    endings: /\.(?:tab|mif|mid)$/,
    begins: /^(?:!table|Version\s+\d+\s+Charset)/i,
    remedy: ask(QGIS),
  },
  {
    name: words("RAR 压缩包", "a RAR archive"),
    endings: /\.rar$/,
    begins: /^Rar!/,
    remedy: words(
      "解压后给出其中的文件，或压缩为 .zip",
      "unpack it and give the file inside, or pack it as .zip",
    ),
  },
  {
    name: words("7z 压缩包", "a 7z archive"),
    endings: /\.7z$/,
    begins: /^7z\xbc\xaf/,
    remedy: words(
      "解压后给出其中的文件，或压缩为 .zip",
      "unpack it and give the file inside, or pack it as .zip",
    ),
  },
  {
    name: words("压缩包（tar、gz）", "a tar or gz archive"),
    endings: /\.(?:tar|tgz|gz)$/,
    begins: "\x1f\x8b",
    remedy: words(
      "解压后给出其中的文件，或压缩为 .zip",
      "unpack it and give the file inside, or pack it as .zip",
    ),
  },
  {
    name: words("图片", "an image"),
    endings: /\.(?:jpe?g|png|tiff?|bmp|gif|img|webp)$/,
    begins: /^(?:\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|BM.{4}\0\0\0\0|GIF8)/s,
    remedy: CORNERS,
  },
  { name: words("PDF", "a PDF"), endings: /\.pdf$/, begins: /^%PDF/, remedy: CORNERS },
  {
    name: words("Word 文档", "a Word document"),
    endings: /\.(?:docx?|wps|rtf)$/,
    begins: /^\{\\rtf/,
    remedy: CORNERS,
  },
  {
    name: words(".xls、.et 或 .ods 表格", "a table in .xls, .et or .ods"),
    endings: /\.(?:xls|et|ods)$/,
    remedy: words("另存为 .xlsx 或 .csv", "save it as .xlsx or .csv"),
  },
  {
    name: words("旧版 Office 文档", "an old Office document"),
    begins: "\xd0\xcf\x11\xe0",
    remedy: words(
      "表格另存为 .xlsx 或 .csv（不加密码）；文档中的拐点录入表格",
      "save a table as .xlsx or .csv, without a password; enter a document's corners into a table",
    ),
  },
  { name: words("GML", "GML"), endings: /\.gml$/, remedy: ask(QGIS) },
];

/** Refuses by its ending or its first bytes what can't be read, with the conversion to use. */
export function refuseFormat(file: string, head: Buffer): void {
  const begin = head.subarray(0, 256).toString("latin1");
  const name = file.toLowerCase().replace(/[\\/]+$/, "");
  const found =
    REFUSED.find(({ begins }) =>
      typeof begins === "string" ? begin.startsWith(begins) : begins?.test(begin),
    ) ?? REFUSED.find(({ endings }) => endings?.test(name));
  if (found === undefined) return;
  unusable({
    file,
    message: words(
      `不能读取${/^[\w.]/.test(found.name.zh) ? " " : ""}${found.name.zh}`,
      `this is ${found.name.en}, which can't be read`,
    ),
    remedy: found.remedy,
  });
}
