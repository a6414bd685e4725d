import type { Api } from "../http/api.ts";

type Paths = Record<string, Record<string, { responses: object }>>;

/**
 * Fails whoever is refused by a route in a way that the API's description does not name, so that it names them all. What
 * any route may answer is in its introduction: 401 to a token that is not valid, and trouble on our side.
 */
export function holdToDescription(app: Api): Api {
  const { fetch } = app;
  let paths: Promise<Paths> | undefined;
  app.fetch = async (request, ...rest) => {
    const answer = await fetch(request, ...rest);
    if (answer.status < 400 || answer.status >= 500 || answer.status === 401) return answer;
    paths ??= readPaths(fetch);
    const method = request.method === "HEAD" ? "get" : request.method.toLowerCase();
    const { pathname } = new URL(request.url);
    const operations = Object.entries(await paths).flatMap(([path, methods]) =>
      matches(path, pathname) && methods[method] ? [methods[method]] : [],
    );
    if (operations.length > 0 && !operations.some(({ responses }) => answer.status in responses))
      throw new Error(
        `${request.method} ${pathname} answers what its description does not name: ${await answer.clone().text()}`,
      );
    return answer;
  };
  return app;
}

async function readPaths(fetch: Api["fetch"]): Promise<Paths> {
  const answer = await fetch(new Request("http://localhost/v1/openapi.json"));
  return ((await answer.json()) as { paths: Paths }).paths;
}

const matches = (path: string, pathname: string): boolean =>
  new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
