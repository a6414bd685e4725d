import type { Context } from "hono";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { type Access, requireAccess, SIGN_IN_ACCESS } from "../http/access.ts";
import type { Api, HttpEnv } from "../http/api.ts";
import type { Auth } from "./auth.ts";
import { createSignInTries } from "./sign-in-tries.ts";

const WITH_PASSWORD = "POST /api/auth/sign-in/email";

/**
 * What our pages and the extension call of the sign-in library's routes, and nothing else of them: the rest takes and
 * tells more than anybody here needs. The server itself calls the library without a route.
 */
export function mountSignIn(api: Api, { auth }: Auth): void {
  const withinTries = limitTries();
  for (const [name, access] of Object.entries(SIGN_IN_ACCESS) as [string, Access][]) {
    const [method, path] = name.split(" ") as [string, string];
    const answer = (c: Context<HttpEnv>) => auth.handler(c.req.raw);
    api.on(method, path, async (c) => {
      await requireAccess(access, { kind: "nobody" }, c.get("demoIsOpen"));
      return name === WITH_PASSWORD ? withinTries(c, answer) : answer(c);
    });
  }
}

/** @throws AppError rate_limited, in the same words for an address without an account */
function limitTries() {
  const tries = createSignInTries();
  return async (c: Context<HttpEnv>, answer: (c: Context<HttpEnv>) => Promise<Response>): Promise<Response> => {
    const email = await emailIn(c.req.raw);
    if (email === undefined) return answer(c);
    const wait = tries.begin(email);
    if (wait !== undefined) {
      c.header("retry-after", String(wait));
      throw new AppError("rate_limited", `Too many wrong passwords for this e-mail. Try again in ${wait} seconds.`);
    }
    let status = 500;
    try {
      const response = await answer(c);
      status = response.status;
      return response;
    } finally {
      tries.end(email, status);
    }
  };
}

/** Of a copy: the library reads the body itself. */
async function emailIn(request: Request): Promise<string | undefined> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  return z.object({ email: z.string() }).safeParse(body).data?.email;
}
