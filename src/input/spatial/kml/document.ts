import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { type Words, words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { type DecodedText, decodeText, encodingNamed, markedEncoding } from "../encoding.ts";

/** Decodes XML: its own declaration counts where neither the user nor a byte-order mark says more. */
export function decodeXml(bytes: Buffer, file: string, option?: string): DecodedText {
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(
    bytes.subarray(0, 200).toString("latin1"),
  )?.[1];
  const isMarked = markedEncoding(bytes) !== undefined;
  const encoding = option ?? (isMarked || declared === undefined ? undefined : encodingNamed(declared));
  return decodeText(bytes, file, encoding);
}

/** Parses XML strictly; entities that the text declares itself aren't expanded but refused. */
export function parseXml(text: string, file: string): Document {
  let fault: { readonly reason: string; readonly line: number | undefined } | undefined;
  try {
    return new DOMParser({
      onError: (_level, reason, context) => {
        fault ??= { reason, line: lineOf(context) };
        throw new Error(reason);
      },
    }).parseFromString(text, "text/xml");
  } catch (error) {
    const { reason, line } = fault ?? {
      reason: error instanceof Error ? error.message : String(error),
      line: lineOf(error),
    };
    return unusable({
      file,
      ...(line !== undefined && { line }),
      message: words(`不是有效的 XML：${reason}`, `it isn't valid XML: ${reason}`),
      remedy: words("从原软件重新导出 KML", "export the KML again from the program it came from"),
    });
  }
}

/** The line in whatever of the parser's objects has one. */
function lineOf(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("locator" in value)) return undefined;
  const { locator } = value;
  if (typeof locator !== "object" || locator === null || !("lineNumber" in locator)) return undefined;
  return typeof locator.lineNumber === "number" && locator.lineNumber > 0 ? locator.lineNumber : undefined;
}

/** All elements of a name below a node, whatever prefix they have. */
export function elementsNamed(node: Document | Element, name: string): readonly Element[] {
  return Array.from(node.getElementsByTagNameNS("*", name));
}

/** The child elements of a name, or all of them. */
export function childrenOf(element: Element, name?: string): readonly Element[] {
  return Array.from(element.childNodes).filter(
    (node): node is Element =>
      node.nodeType === 1 && (name === undefined || (node as Element).localName === name),
  );
}

export function textIn(element: Element | undefined): string {
  return element?.textContent?.trim() ?? "";
}

/** The line of the file that an element begins in. */
export function lineOfElement(element: Element): number | undefined {
  return typeof element.lineNumber === "number" ? element.lineNumber : undefined;
}

export type FailElement = (element: Element, message: Words, remedy: Words) => never;
