import type { Page } from "playwright-core";

const PASSWORD = "a long enough passphrase";

/** Follows a person's one-time link without its pages: sets a password and signs the page's browser in. */
export async function signInThrough(page: Page, link: string, email: string): Promise<void> {
  const { origin, hash } = new URL(link);
  const post = async (path: string, data: unknown) => {
    const answer = await page.request.post(origin + path, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  };
  await post("/api/auth/reset-password", { token: hash.replace("#token=", ""), newPassword: PASSWORD });
  await post("/api/auth/sign-in/email", { email, password: PASSWORD });
}
