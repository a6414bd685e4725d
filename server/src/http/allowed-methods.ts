import { ACCESS, SIGN_IN_ACCESS } from "./access.ts";

/** Paths of the API as patterns, with the methods that each has. What the demo has is nobody's business. */
const METHODS = new Map<string, string[]>([["/v1/openapi.json", ["GET", "HEAD"]]]);
for (const [name, access] of Object.entries({ ...ACCESS, ...SIGN_IN_ACCESS })) {
  const [method, path] = name.split(" ") as [string, string];
  if (access === "demo") continue;
  METHODS.set(path, [...(METHODS.get(path) ?? []), method, ...(method === "GET" ? ["HEAD"] : [])]);
}
const PATTERNS = [...METHODS].map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
  methods,
}));

/**
 * The methods that a path of the API has, whatever its ids name; none for a path that is not the API's.
 * @param path as it was asked for: ids may be percent-encoded
 */
export const allowedMethods = (path: string): string[] => [
  ...new Set(PATTERNS.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)),
];
