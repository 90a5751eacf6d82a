import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HOME } from "../../src/plan/home.ts";

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const SERVER = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
/** As editors have it, but without the catalogue of schemas that it would fetch. */
const SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };

/** The language server that editors run for YAML, spoken to over standard input and output. */
export class LanguageServer {
  private readonly server: ChildProcessWithoutNullStreams;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly marked = new Map<string, (found: readonly Diagnostic[]) => void>();
  private held = Buffer.alloc(0);
  private asked = 0;

  constructor() {
    this.server = spawn(process.execPath, [SERVER, "--stdio"]);
    this.server.stdout.on("data", (chunk: Buffer) => this.take(chunk));
  }

  async start(): Promise<void> {
    await this.ask("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(HOME).href,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { hover: { contentFormat: ["plaintext"] } },
      },
    });
    this.tell("initialized", {});
  }

  /** Opens a text as the file of that name, and gives back what is marked in it. */
  open(file: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(file).href;
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.marked.set(uri, resolve));
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return found;
  }

  /** What is offered at a place of an open file, both counted from 0. */
  async completion(file: string, line: number, character: number): Promise<readonly string[]> {
    const given = (await this.ask("textDocument/completion", at(file, line, character))) as {
      readonly items: readonly { readonly label: string }[];
    };
    return given.items.map(({ label }) => label);
  }

  async hover(file: string, line: number, character: number): Promise<string> {
    const given = (await this.ask("textDocument/hover", at(file, line, character))) as {
      readonly contents: { readonly value: string };
    } | null;
    return given?.contents.value ?? "";
  }

  async stop(): Promise<void> {
    await this.ask("shutdown", null);
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.tell("exit", null);
    await ended;
  }

  private ask(method: string, params: unknown): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const answer = new Promise<unknown>((resolve) => this.answers.set(id, resolve));
    this.send({ id, method, params });
    return answer;
  }

  private tell(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.server.stdin.write(body);
  }

  private take(chunk: Buffer): void {
    this.held = Buffer.concat([this.held, chunk]);
    for (;;) {
      const head = this.held.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/.exec(this.held.subarray(0, Math.max(head, 0)).toString())?.[1],
      );
      if (head < 0 || this.held.length < head + 4 + length) return;
      const body = this.held.subarray(head + 4, head + 4 + length).toString();
      this.held = this.held.subarray(head + 4 + length);
      this.receive(JSON.parse(body) as Message);
    }
  }

  private receive({ id, method, params, result }: Message): void {
    if (method === "workspace/configuration" && id !== undefined) {
      const { items } = params as { readonly items: readonly { readonly section: string }[] };
      this.send({ id, result: items.map(({ section }) => (section === "yaml" ? SETTINGS : {})) });
    } else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      this.marked.get(uri)?.(diagnostics);
    } else if (method !== undefined && id !== undefined) this.send({ id, result: null });
    else if (id !== undefined) this.answers.get(id)?.(result);
  }
}

function at(file: string, line: number, character: number): object {
  return { textDocument: { uri: pathToFileURL(file).href }, position: { line, character } };
}
