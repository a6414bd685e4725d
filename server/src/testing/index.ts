export * from "./communities.ts";
export * from "./events.ts";
export * from "./read-state.ts";
export * from "./record.ts";
export { type SettableClock, settableClock } from "./settable-clock.ts";
export { createTestApp, type SignedIn, TEST_ORIGIN, type TestApp } from "./test-app.ts";
export { createTestContext, TEST_NOW, type TestContext } from "./test-context.ts";
