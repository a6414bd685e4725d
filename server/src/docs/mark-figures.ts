import { FIGURES } from "@beatpass/shared/contracts";

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** Notes, as `x-metric`, what the figure of each property means: the slugs of its definitions (FIGURES). */
export function markFigures(schemas: Schemas): Schemas {
  const marked = structuredClone(schemas);
  for (const [place, meaning] of Object.entries(FIGURES)) {
    if (meaning === "rule") continue;
    for (const schema of schemasAt(marked, place)) {
      const slugs = [...new Set([schema["x-metric"] ?? [], meaning].flat())];
      schema["x-metric"] = slugs.length === 1 ? slugs[0] : slugs;
    }
  }
  return marked;
}

/** What stands at a place of an answer: "Dashboard.plays30d[]"; a place may end in ".", for all below it. */
function schemasAt(schemas: Schemas, place: string): Schema[] {
  const [contract, ...steps] = place.match(/\w+|\[\]/g)!;
  const below = (schema: Schema, step: string): Schema[] =>
    formsOf(schemas, schema).flatMap(({ properties, items }) => {
      const found = step === "[]" ? items : (properties as Schemas | undefined)?.[step];
      return found ? [found as Schema] : [];
    });
  return steps.reduce<Schema[]>(
    (found, step) => found.flatMap((schema) => below(schema, step)),
    [schemas[contract!] ?? {}],
  );
}

/** A schema itself, what it refers to, and each form that it may take. */
function formsOf(schemas: Schemas, schema: Schema): Schema[] {
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema as { $ref?: string } & Record<string, Schema[]>;
  const next = [...anyOf, ...oneOf, ...allOf, ...($ref ? [schemas[$ref.split("/").at(-1)!]!] : [])];
  return [schema, ...next.flatMap((one) => formsOf(schemas, one))];
}
