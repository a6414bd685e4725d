import type { CDPSession, Page } from "playwright-core";

type Part = { role: string; name: string; focused: boolean; backendNodeId: number };
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * What assistive technology finds in a page, inside closed shadow roots too (which locators cannot enter):
 * our menu and panel are tested by what they say they are.
 */
async function partsOf(page: Page): Promise<Part[]> {
  const session = await sessionOf(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes.flatMap(({ ignored, role, name, properties, backendDOMNodeId }) =>
    ignored || backendDOMNodeId === undefined
      ? []
      : [
          {
            role: String(role?.value ?? ""),
            name: String(name?.value ?? ""),
            focused: properties?.some(({ name, value }) => name === "focused" && value.value === true) ?? false,
            backendNodeId: backendDOMNodeId,
          },
        ],
  );
}

function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (!session) {
    session = page.context().newCDPSession(page);
    sessions.set(page, session);
  }
  return session;
}

/** A part of the page by role and name, there now or undefined. */
export async function findPart(page: Page, role: string, name: string | RegExp): Promise<Part | undefined> {
  const fits = (text: string) => (typeof name === "string" ? text === name : name.test(text));
  return (await partsOf(page)).find((part) => part.role === role && fits(part.name));
}

/** Waits until a part is there. */
export async function waitForPart(page: Page, role: string, name: string | RegExp): Promise<Part> {
  return poll(() => findPart(page, role, name), `no ${role} named ${name}`);
}

/** Waits until a part is gone. */
export async function waitForNoPart(page: Page, role: string, name: string | RegExp): Promise<void> {
  await poll(async () => ((await findPart(page, role, name)) ? undefined : true), `${role} named ${name} stays`);
}

export type Box = { left: number; top: number; right: number; bottom: number };

/** Where a part is, in viewport pixels. */
export async function boxOf(page: Page, { backendNodeId }: Part): Promise<Box> {
  const session = await sessionOf(page);
  const { model } = await session.send("DOM.getBoxModel", { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { left, top, right, bottom };
}

/** Clicks the middle of a part with the mouse. */
export async function clickPart(page: Page, role: string, name: string | RegExp): Promise<void> {
  const { left, top, right, bottom } = await boxOf(page, await waitForPart(page, role, name));
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

async function poll<T>(look: () => Promise<T | undefined>, otherwise: string): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
