import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContext, TEST_ORIGIN, type TestContext } from "../testing/index.ts";
import { createAuth } from "./auth.ts";
import { type AccountContext, invite, passwordLink } from "./index.ts";

const EMAIL = "first@example.org";
let context: TestContext;
let inviting: AccountContext;
beforeEach(async () => {
  context = await createTestContext();
  const accounts = createAuth({ ...context, secret: "s".repeat(40), publicUrl: TEST_ORIGIN });
  inviting = { db: context.db, accounts, publicUrl: TEST_ORIGIN };
});
afterEach(() => context.close());

const tokenOf = ({ link }: { link: string }) => decodeURIComponent(new URL(link).hash.slice("#token=".length));
const setPassword = (token: string) =>
  inviting.accounts.auth.api.resetPassword({ body: { token, newPassword: "a long enough passphrase" } });

test("a new link ends those given out before it, and nobody else's", async () => {
  const first = tokenOf(await invite(inviting, { email: EMAIL, admin: true }));
  const others = tokenOf(await invite(inviting, { email: "other@example.org", admin: false }));
  const second = tokenOf(await passwordLink(inviting, EMAIL));
  await expect(setPassword(first)).rejects.toMatchObject({ body: { code: "INVALID_TOKEN" } });
  expect(await setPassword(second)).toEqual({ status: true });
  expect(await setPassword(others)).toEqual({ status: true });
});

test("a password that is set ends every link of that account", async () => {
  const [one, another] = await withTwoLinks();
  await setPassword(one);
  await expect(setPassword(another)).rejects.toMatchObject({ body: { code: "INVALID_TOKEN" } });
});

/** As two that are asked for in the same moment may be. */
async function withTwoLinks(): Promise<[string, string]> {
  const first = tokenOf(await invite(inviting, { email: EMAIL, admin: true }));
  await inviting.accounts.auth.api.requestPasswordReset({ body: { email: EMAIL } });
  return [first, inviting.accounts.passwordTokens.get(EMAIL)!];
}
