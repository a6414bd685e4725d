import * as contracts from "@beatpass/shared/contracts";
import { z } from "zod";

type Schema = z.core.JSONSchema.BaseSchema;

/** Clearer where they stand than under a name. */
const PLAIN = ["string", "number", "template_literal"];
const ROOT = "#/components/schemas/";

const named = z.registry<{ id: string }>();
for (const [id, contract] of Object.entries(contracts)) {
  if (contract instanceof z.ZodType && !PLAIN.includes(contract.type)) named.add(contract, { id });
}

/** Gives a schema that is no contract a name of its own in the description. */
export function nameSchema<Type extends z.ZodType>(id: string, schema: Type): Type {
  named.add(schema, { id });
  return schema;
}

/** A contract by its name; what has none as it is. */
export function referenceTo(schema: unknown): unknown {
  const id = schema instanceof z.ZodType ? named.get(schema)?.id : undefined;
  return id ? { $ref: `${ROOT}${id}` } : schema;
}

/** The named schemas that these parts of the description refer to, directly or through others. */
export function schemasUsedBy(parts: unknown): Record<string, Schema> {
  const { schemas } = z.toJSONSchema(named, { io: "input", uri: (id) => `${ROOT}${id}`, override: plainer });
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, id] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(id!)) continue;
      used.add(id!);
      follow(schemas[id!]);
    }
  };
  follow(parts);
  return Object.fromEntries(
    [...used].sort().map((id) => {
      const { $schema, $id, ...schema } = schemas[id]!;
      return [id, schema];
    }),
  );
}

/** Leaves out what says nothing: the bounds of all safe integers, the pattern of a format that has a name. */
function plainer({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
