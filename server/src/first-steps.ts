import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { invite, passwordLink } from "./accounts/index.ts";
import { user } from "./db/schema/index.ts";
import { type DemoContext, demoSignInLink, isEmpty, isLeftHalfLoaded, loadDemo } from "./demo/index.ts";
import type { RunningServer } from "./start-server.ts";

type Started = Pick<RunningServer, "dependencies" | "publicUrl">;

const ADMIN_EMAIL = "admin@beatpass-companion.invalid";
/** As in the extension's demo build. */
const PROPOSED_BY_EXTENSION = "http://localhost:8787";
const EXTENSION = fileURLToPath(new URL("../../extension/.output/demo", import.meta.url));

/** An empty database gets the demo community, and one that was left with a part of it gets all of it. */
export async function fillEmptyDatabase({ dependencies }: { dependencies: DemoContext }): Promise<void> {
  const { db, writer } = dependencies;
  if (await isLeftHalfLoaded(db)) {
    console.log("Loading the demo community was interrupted: loading it anew …");
    await writer.run("removeDemo", undefined);
  } else if (await isEmpty(db)) {
    console.log("An empty database: loading the demo community, made-up people with real arithmetic …");
  } else return;
  await loadDemo(dependencies);
}

/**
 * What to say after the start: what to open, how to sign in (the demo producer, or the first administrator), which
 * folder to load as an extension.
 */
export async function firstSteps({ dependencies, publicUrl }: Started): Promise<string[]> {
  const { db } = dependencies;
  const lines = [`BeatPass Companion is running: ${publicUrl}`];
  const demo = await demoSignInLink(db, dependencies.accounts);
  if (demo) {
    lines.push(
      "",
      "Sign in as the demo producer, with one click, once:",
      `  ${demo}`,
      `Try the extension on the stand-in page: ${publicUrl}/demo/beatpass`,
      "Remove the demo: npm run beatpass -- demo remove",
    );
  } else lines.push(...(await adminLines(dependencies)));
  if (existsSync(EXTENSION)) lines.push("", ...extensionLines(publicUrl));
  return lines;
}

/** How to load the extension, and how to pair it where this is not the server that it proposes by itself. */
export function extensionLines(publicUrl: string): string[] {
  const lines = [
    "Load the extension:",
    `  Chromium: chrome://extensions, Developer mode, Load unpacked: ${EXTENSION}/chrome-mv3`,
    `  Firefox: about:debugging, This Firefox, Load Temporary Add-on: ${EXTENSION}/firefox-mv3/manifest.json`,
  ];
  if (publicUrl !== PROPOSED_BY_EXTENSION) {
    lines.push(`  Pair it with this server: in its popup, "Use another link", and paste ${publicUrl}/pair`);
  }
  return lines;
}

/** Until the first administrator has a password, each start prints a new link to set it. */
async function adminLines(context: Started["dependencies"]): Promise<string[]> {
  const admins = await context.db.select().from(user).where(eq(user.admin, true));
  const first = admins[0];
  if (admins.length > 1 || (first && first.email !== ADMIN_EMAIL)) return [`Sign in: ${context.publicUrl}/sign-in`];
  if (first && (await hasPassword(context, first.id))) return [`Sign in: ${context.publicUrl}/sign-in`];
  const newLink = () => passwordLink(context, ADMIN_EMAIL);
  // Another server that starts in the same moment may make the account first.
  const { link } = first ? await newLink() : await invite(context, { email: ADMIN_EMAIL, admin: true }).catch(newLink);
  return ["", `The first administrator's one-time link (the account is ${ADMIN_EMAIL}):`, `  ${link}`];
}

async function hasPassword({ db }: Started["dependencies"], userId: string): Promise<boolean> {
  const rows = await db.query.account.findMany({
    where: (account, { and, eq, isNotNull }) => and(eq(account.userId, userId), isNotNull(account.password)),
  });
  return rows.length > 0;
}
