import { createClient } from "@libsql/client";
import { isOfNewerVersion } from "../db/client.ts";

/**
 * Makes sure that a file is a whole database of ours, of this version or an older one.
 * @param name what to call it where it is no use
 * @throws Error that says what is wrong with it
 */
export async function checkCopy(file: string, name: string): Promise<void> {
  const client = createClient({ url: `file:${file}` });
  try {
    const { rows } = await client.execute("PRAGMA integrity_check");
    if (rows[0]?.[0] !== "ok") throw new Error(`it is damaged: ${String(rows[0]?.[0])}`);
    if (await isOfNewerVersion(client)) throw new Error("it was made by a newer version; update first");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${name} cannot be used: ${/no such table/.test(reason) ? "it holds no BeatPass Companion" : reason}.`,
    );
  } finally {
    client.close();
  }
}
