import type { Application } from "../model/application.ts";
import {
  DECLARATIONS,
  type DeclarationKey,
  DOCUMENTS,
  type DocumentKey,
  THREE_IN_ONE,
} from "../model/evidence.ts";
import { absent, type Fact, known } from "../model/facts.ts";
import { notStated } from "../model/labels.ts";
import { words } from "../model/words.ts";

type Documents = Application["documents"];

/** Whether a paper is in the case file; 三合一方案 and its three parts stand for each other. */
export function documentFact(documents: Documents, key: DocumentKey): Fact<boolean> {
  const stated = statedDocument(key, documents);
  if (stated !== undefined) return known(stated, `documents.${key}`);
  return absent(notStated(`documents.${key}`, DOCUMENTS[key]));
}

function statedDocument(key: DocumentKey, documents: Documents = {}): boolean | undefined {
  if (documents[key] !== undefined) return documents[key];
  if (key === "three-in-one-plan")
    return THREE_IN_ONE.every((part) => documents[part] === true) ? true : undefined;
  const isPart = (THREE_IN_ONE as readonly DocumentKey[]).includes(key);
  return isPart && documents["three-in-one-plan"] === true ? true : undefined;
}

/** Whether something is declared to be so. */
export function declarationFact(
  declarations: Application["declarations"],
  key: DeclarationKey,
): Fact<boolean> {
  const stated = declarations?.[key];
  if (stated !== undefined) return known(stated, `declarations.${key}`);
  const { zh, en } = DECLARATIONS[key];
  return absent(notStated(`declarations.${key}`, words(`是否${zh}`, `whether ${en}`)));
}
