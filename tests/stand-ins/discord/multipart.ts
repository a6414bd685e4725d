import type { Request } from "../loopback-server.ts";

export type SentFile = { name: string; bytes: Buffer };
export type SentBody = { json: unknown; files: SentFile[] };

/** A request's JSON and its files, as Discord takes them: `payload_json` and `files[n]`. */
export async function readBody({ headers, body }: Request): Promise<SentBody> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { json: body.length > 0 ? (JSON.parse(body.toString()) as unknown) : undefined, files: [] };
  }
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const files: SentFile[] = [];
  for (const [key, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (number !== undefined && typeof value !== "string") {
      files[Number(number)] = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
    }
  }
  return { json: JSON.parse(String(form.get("payload_json"))) as unknown, files };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** What Discord would not accept of files and of what the message says about them. */
export function filesProblems(json: unknown, files: readonly SentFile[]): string[] {
  const attachments = (json as { attachments?: { id: number | string; filename?: string }[] }).attachments ?? [];
  const wrong = attachments.filter(({ id, filename }) => {
    const file = files[Number(id)];
    return !file || (filename !== undefined && file.name !== filename);
  });
  return [
    ...wrong.map(({ id }) => `attachment ${id} has no file of its number and name`),
    ...files.filter(({ bytes }) => !bytes.subarray(0, 4).equals(PNG)).map(({ name }) => `${name} is no PNG`),
  ];
}
