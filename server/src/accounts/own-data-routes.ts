import { AccountDeletion, AccountExport } from "@beatpass/shared/contracts";
import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { ReadContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { type Api, answers, done, json, route } from "../http/api.ts";
import { ownProducer, sessionOf } from "../http/principal.ts";
import type { Writer } from "../writer/index.ts";
import { exportAccount } from "./export/export-account.ts";
import { ownListens } from "./export/own-listens.ts";
import { playDays } from "./export/play-days.ts";

const asFile = (name: string) => ({
  "content-disposition": `attachment; filename="${name}"`,
  "cache-control": "no-store",
});

/** Taking one's data along, and leaving. */
export function mountOwnData(api: Api, context: ReadContext & { writer: Writer }): void {
  api.openapi(
    route({
      method: "get",
      path: "/v1/account/export",
      responses: answers(AccountExport, "What this server keeps about oneself, as a file"),
      refuses: ["not_found"],
    }),
    async (c) =>
      c.json(await exportAccount(context, sessionOf(c.get("who"))), 200, asFile("beatpass-companion-account.json")),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/account/export/plays.csv",
      responses: {
        200: { description: "Plays per track and UTC day: track_id, title, date, plays", content: { "text/csv": {} } },
      },
      refuses: ["not_found"],
    }),
    (c) => sendCsv(c, "beatpass-companion-plays.csv", playDays(context.db, ownProducer(c.get("who")))),
  );
  api.openapi(
    route({
      method: "get",
      path: "/v1/account/export/listens.csv",
      responses: {
        200: {
          description:
            "What oneself listened to: track_id, title, played_at, listened_ms, device, platform, country, counted",
          content: { "text/csv": {} },
        },
      },
      refuses: ["not_found"],
    }),
    (c) => sendCsv(c, "beatpass-companion-listens.csv", ownListens(context.db, ownProducer(c.get("who")))),
  );
  api.openapi(
    route({
      method: "delete",
      path: "/v1/account",
      request: json(AccountDeletion),
      responses: done("The account and what is personal of it is gone"),
      refuses: ["not_found", "conflict"],
    }),
    async (c) => {
      const who = c.get("who");
      const { userId } = sessionOf(who);
      const typed = c.req.valid("json").email.trim().toLowerCase();
      if (who.kind !== "user" || typed !== who.email.toLowerCase())
        throw new AppError("invalid", "email: type the address that you sign in with.", {
          errors: [{ path: "email", message: "is not the address of this account" }],
        });
      await context.writer.run("eraseAccount", { userId });
      return c.body(null, 204);
    },
  );
}

function sendCsv(c: Context, name: string, parts: AsyncGenerator<string>): Response {
  for (const [header, value] of Object.entries(asFile(name))) c.header(header, value);
  c.header("content-type", "text/csv; charset=utf-8");
  return stream(c, async (out) => {
    for await (const part of parts) {
      if (out.aborted) break;
      await out.write(part);
    }
  });
}
