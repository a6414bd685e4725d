import { KEY_SCOPES } from "@beatpass/shared/contracts";
import { type Command, Option } from "commander";
// biome-ignore lint/style/noRestrictedImports: sign-in is loaded only where somebody signs in, not with all that accounts give
import { createAuth } from "../accounts/auth.ts";
import { type AccountContext, invite } from "../accounts/index.ts";
import { createKey } from "../admin/index.ts";
import type { Config } from "../config.ts";
import type { WriteContext } from "../context.ts";
import { readSecretKey } from "../secret-key.ts";
import { withContext } from "./context.ts";

export function addAccountCommands(program: Command): void {
  program
    .command("user")
    .description("accounts")
    .command("create")
    .description("make an account and print its one-time set-password link")
    .requiredOption("--email <address>")
    .option("--admin", "an administrator", false)
    .option("--producer <id>", "the producer who signs in with it")
    .action(async (wanted: { email: string; admin: boolean; producer?: string }) => {
      const { link } = await withContext((context, config) =>
        invite(accountContext(context, config), {
          email: wanted.email,
          admin: wanted.admin,
          producerId: wanted.producer,
        }),
      );
      console.log(`Hand this link to ${wanted.email}; it works once, for 7 days:\n${link}`);
    });
  program
    .command("key")
    .description("API keys")
    .command("create")
    .description("print a new API key, once")
    .addOption(new Option("--scope <scope>").choices(KEY_SCOPES).makeOptionMandatory())
    .option("--producer <id>", "reads as this producer")
    .option("--source <name...>", "event sources it may speak for (default: any)")
    .option("--trusted", "may set producerId and vouched in events", false)
    .action(
      async (wanted: {
        scope: (typeof KEY_SCOPES)[number];
        producer?: string;
        source?: string[];
        trusted: boolean;
      }) => {
        const { key } = await withContext((context) =>
          createKey(context, {
            scope: wanted.scope,
            producerId: wanted.producer,
            note: "",
            sources: wanted.source ?? ["*"],
            trusted: wanted.trusted,
          }),
        );
        console.log(`A key of scope ${wanted.scope}. It is shown this once:\n${key}`);
      },
    );
}

/** The address that links carry when the server is not running here. */
export const publicUrlOf = (config: Config): string => config.publicUrl ?? `http://localhost:${config.port}`;

function accountContext({ db, log }: WriteContext, config: Config): AccountContext {
  const publicUrl = publicUrlOf(config);
  return { db, publicUrl, accounts: createAuth({ db, secret: readSecretKey(config), publicUrl, log }) };
}
