import { createHash } from "node:crypto";

/** The name of a file's content: SHA-256 of its bytes as text. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
