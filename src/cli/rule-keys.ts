import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Words, words } from "../model/words.ts";
import { HOME } from "../plan/home.ts";

/** A key of an entry in a rule's section. */
export interface RuleKey {
  readonly name: string;
  readonly isRequired: boolean;
  readonly says: Words;
  /** The words that it takes, where they are few. */
  readonly values: readonly string[];
  /** Of a list of objects: their keys. */
  readonly within: readonly RuleKey[];
}

interface Shape {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
}

interface PlanShape {
  readonly properties: { readonly rules: { readonly properties: Readonly<Record<string, Shape>> } };
}

/** What every entry has; told once, not with each rule. */
const COMMON = new Set(["clause", "with", "when", "force", "asks"]);
const FEW = 9;

/** The keys of a rule's entries that are its own, as the JSON Schema of plans has them. */
export function ownKeys(rule: string): readonly RuleKey[] {
  const schema = JSON.parse(
    readFileSync(join(HOME, "plans", "schema", "plan.schema.json"), "utf8"),
  ) as PlanShape;
  const section = schema.properties.rules.properties[rule];
  return keysOf(section?.items ?? {}).filter(({ name }) => !COMMON.has(name));
}

function keysOf({ properties = {}, required = [] }: Shape): readonly RuleKey[] {
  return Object.entries(properties).map(([name, shape]) => {
    const values = valuesOf(shape);
    return {
      name,
      isRequired: required.includes(name),
      says: inBoth(shape.description ?? ""),
      values: values.length > FEW ? [] : values,
      within: shape.items === undefined ? [] : keysOf(shape.items),
    };
  });
}

function valuesOf({ enum: own = [], anyOf = [], items }: Shape): readonly string[] {
  const all = [
    ...own.map(String),
    ...anyOf.flatMap(valuesOf),
    ...(items === undefined ? [] : valuesOf(items)),
  ];
  return [...new Set(all)];
}

/** 中文 · English, as descriptions are written. */
function inBoth(description: string): Words {
  const [zh = "", ...en] = description.split(" · ");
  return words(zh, en.join(" · "));
}
