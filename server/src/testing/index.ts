export * from "./communities.ts";
export * from "./events.ts";
export * from "./read-state.ts";
export * from "./record.ts";
export { createTestApp, type SignedIn, TEST_ORIGIN, type TestApp } from "./test-app.ts";
export { createTestContext, TEST_NOW, type TestContext } from "./test-context.ts";
