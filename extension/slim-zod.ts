import type { Plugin } from "vite";

const TYPES = /\/zod\/v4\/classic\/schemas\.js$/;
const TO_JSON_SCHEMA = "../core/to-json-schema.js";
const NOT_PACKED = "\0no-json-schema";

/** What zod's types take from its writer of JSON Schemas. */
const WRITER = ["createStandardJSONSchemaMethod", "createToJSONSchemaMethod"];

/**
 * Every type of zod can write itself down as a JSON Schema, and carries the writer along; no bundler can see that
 * nothing here calls it. Without it the background weighs an eighth less.
 */
export const slimZod = (): Plugin => ({
  name: "slim-zod",
  apply: "build",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === TO_JSON_SCHEMA && importer && TYPES.test(importer.replaceAll("\\", "/")) ? NOT_PACKED : null,
  load: (id) =>
    id === NOT_PACKED
      ? WRITER.map(
          (name) => `export const ${name} = () => () => { throw new Error("JSON Schemas are not packed."); };`,
        ).join("\n")
      : null,
  transform(code, id) {
    if (!TYPES.test(id.replaceAll("\\", "/"))) return null;
    const slim = code.replaceAll(/^ *inst\._zod\.processJSONSchema = .*;$/gm, "");
    if (slim === code) this.error("zod's types are not written as they were; see what they pack.");
    return { code: slim, map: null };
  },
});
