import { RULES } from "../../../rules/registry.ts";
import { DECLARATIONS } from "../../../src/model/evidence.ts";
import { ZONE_KINDS } from "../../../src/model/plan.ts";
import { dateText } from "../../../src/model/schema.ts";
import { OUTPUT_UNITS, STOCK_UNITS } from "../../../src/model/unit.ts";
import { sectionKit } from "../../../src/plan/load/kit.ts";
import { loadStandards } from "../../../src/plan/load/library.ts";
import { planSchema } from "../../../src/plan/load/schema.ts";
import { DATE, NUMBER } from "./common.ts";
import { describeAll, type JsonSchema, jsonSchemaOf, oneOfOrOther } from "./json-schema.ts";

/** Of what other files have too. */
const WORDS = {
  "plan.county.geometry.type": "GeoJSON 类型 · type of the GeoJSON geometry",
  "zones.geometry.type": "GeoJSON 类型 · type of the GeoJSON geometry",
};

/** The names that any plan may use; its own come besides, which only `plan validate` can look up. */
export async function planJsonSchema(): Promise<JsonSchema> {
  const { minerals } = await loadStandards();
  const none = () => ({ zh: "", en: "" });
  const any = () => ({
    hasClause: () => true,
    hasMineral: () => true,
    hasZone: () => true,
    clausesLike: none,
    mineralsLike: none,
    zonesLike: none,
  });
  const kit = sectionKit(any);
  const units = [...new Set(`${OUTPUT_UNITS}, ${STOCK_UNITS}`.split(", "))];
  const made = jsonSchemaOf(planSchema(any, kit), [
    { schema: dateText, name: "date", is: DATE },
    {
      schema: kit.clauseId,
      name: "clauseId",
      is: {
        description: "本规划的条款编号 · id of a clause of this plan",
        type: "string",
        pattern: "^[A-Z]{2,4}-[A-Z]{3}-\\d{2}$",
      },
    },
    {
      schema: kit.mineral,
      name: "mineral",
      is: oneOfOrOther(
        minerals.all.map(({ name }) => name),
        "矿种词表或 terms 中的名称 · a name of the vocabulary, or of the plan's terms",
      ),
    },
    {
      schema: kit.zone,
      name: "zone",
      is: oneOfOrOther(ZONE_KINDS, "区类或区名 · a kind of zone, or a zone's name"),
    },
    { schema: kit.unit, name: "unit", is: oneOfOrOther(units, "单位 · a unit") },
    { schema: kit.number, name: "number", is: NUMBER },
    { schema: kit.figure, name: "figure" },
    { schema: kit.words, name: "words" },
    { schema: kit.declared, name: "declared", is: declarationsAsProperties() },
    { schema: kit.condition, name: "condition" },
    { schema: kit.clauseWhen, name: "clauseWhen" },
  ]);
  const rules = made.properties?.["rules"]?.properties ?? {};
  for (const { id, title, purpose } of RULES) {
    const section = rules[id];
    if (section !== undefined)
      section.description = `${title.zh}：${purpose.zh} · ${title.en}: ${purpose.en}`;
  }
  const { $schema, ...rest } = made;
  describeAll(rest, WORDS);
  return { $schema, title: "规划数据文件 · plan file", ...rest };
}

/** A map whose keys are a closed list: editors offer the keys only if they are properties. */
function declarationsAsProperties(): JsonSchema {
  const keys = Object.entries(DECLARATIONS).map(([key, { zh, en }]): [string, JsonSchema] => [
    key,
    { description: `${zh} · ${en}`, type: "boolean" },
  ]);
  return {
    description: "声明事项 · statements of fact",
    type: "object",
    properties: Object.fromEntries(keys),
    additionalProperties: false,
  };
}
