import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** Discord's own OpenAPI document, where a copy lies beside the project. */
const file = fileURLToPath(new URL("../../../../shared/reference/discord-openapi.json", import.meta.url));

type Document = {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: unknown }> } }>>;
};

/** Checks request bodies against Discord's published schema; undefined where no copy of it is at hand. */
export type CheckBody = (method: string, pathTemplate: string, body: unknown) => string[];

export function readPublishedSchema(): CheckBody | undefined {
  if (!existsSync(file)) return undefined;
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "discord", ...document });
  const validators = new Map<string, ValidateFunction>();
  return (method, path, body) => {
    const key = `${method} ${path}`;
    let validate = validators.get(key);
    if (!validate) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      if (!operation?.requestBody) throw new Error(`Discord publishes no body for ${key}`);
      const pointer = path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
      const place = `paths/${pointer}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
      validate = ajv.compile({ $ref: `discord#/${place}` });
      validators.set(key, validate);
    }
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
