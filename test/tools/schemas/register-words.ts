/** What the fields of a register are, by path; made at many starts as an application's are. */
export const REGISTER_WORDS: Readonly<Record<string, string>> = {
  asOf: "数据日期 · the date of the data",
  mines: "规划所限的现有矿山数 · number of mines that the plan limits",
  largeMediumMines: "其中大中型矿山数 · of these, large and medium ones",
  minesOf: "各矿种的采矿权数 · number of rights by mineral",
  "minesOf.mineral": "矿种 · the mineral",
  "minesOf.mines": "采矿权数 · number of rights",
  outputOf: "各矿种的现有产量 · present output by mineral",
  "outputOf.mineral": "矿种，照规划用词 · the mineral, in the plan's own term",
  "outputOf.value": "数值 · the figure",
  "outputOf.unit": "单位 · its unit",
  "outputOf.of": "计量对象 · what it counts",
  zones: "各分区的矿业权数 · number of rights by zone",
  "zones.name": "区名 · the zone's name",
  "zones.rights": "矿业权数 · number of rights",
  blocksReleased: "各时段已投放的区块数 · blocks released in each span of years",
  "blocksReleased.from": "起始年 · first year",
  "blocksReleased.to": "终止年 · last year",
  "blocksReleased.blocks": "已投放区块数 · number of blocks released",
  rights: "已设矿业权：列表，或空间数据文件、表格 · existing rights: a list, or a spatial file or table",
  ...rightWords(""),
  ...rightWords("rights."),
  "rights.file": "空间数据文件或表格 · a spatial file or table",
};

/** A right, in a list that is the whole file or under `rights`. */
function rightWords(at: string): Record<string, string> {
  return {
    [`${at}id`]: "许可证号 · licence number",
    [`${at}right`]: "矿业权类型，不写为采矿权 · kind of right; mining unless said",
    [`${at}holder`]: "矿业权人 · the holder",
    [`${at}mineral`]: "主矿种 · the main mineral",
    [`${at}mineSize`]: "矿山建设规模 · size of the mine",
    [`${at}output`]: "生产规模 · the output",
    [`${at}output.value`]: "数值 · the figure",
    [`${at}output.unit`]: "单位 · its unit",
    [`${at}output.of`]: "计量对象 · what it counts",
    [`${at}zone`]: "所在分区 · the zone it lies in",
    [`${at}block`]: "所在区块 · the block it lies in",
    [`${at}status`]: "状态；注销、灭失的不计 · status; ended ones don't count",
    [`${at}geometry`]: "范围：GeoJSON 或空间数据文件 · its boundary: GeoJSON, or a spatial file",
    [`${at}geometry.type`]: "GeoJSON 类型 · type of the GeoJSON geometry",
  };
}
