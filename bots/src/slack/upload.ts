import type { webApi } from "@slack/bolt";
import type { Picture } from "../deliveries/sender.ts";

const TIMEOUT_MS = 10_000;

/**
 * Uploads pictures, each once however many messages show it. Nobody sees a file until a message does.
 * @returns the file's id; throws where Slack takes none
 */
export function createUpload(client: webApi.WebClient): (picture: Picture) => Promise<string> {
  const uploaded = new WeakMap<Picture, Promise<string>>();
  return (picture) => {
    const known = uploaded.get(picture);
    if (known) return known;
    const id = upload(client, picture);
    uploaded.set(picture, id);
    id.catch(() => uploaded.delete(picture));
    return id;
  };
}

async function upload(client: webApi.WebClient, { png, alt }: Picture): Promise<string> {
  const about = { filename: "card.png", length: png.byteLength, alt_text: alt.slice(0, 1000) };
  const { upload_url, file_id } = await client.files.getUploadURLExternal(about);
  if (upload_url === undefined || file_id === undefined) throw new Error("Slack named no place for the picture");
  const answer = await fetch(upload_url, {
    method: "POST",
    headers: { "content-type": "image/png" },
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`Slack answered ${answer.status} to the picture`);
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: alt.slice(0, 250) }] });
  return file_id;
}
