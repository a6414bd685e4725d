export { linkDemoMember } from "./link-demo-member.ts";
export { type DemoContext, isEmpty, isPartOfDemo, loadDemo } from "./load-demo.ts";
export { countDemo, hasDemo, removeDemo } from "./remove-demo.ts";
export { demoSignInLink } from "./sign-in-link.ts";
