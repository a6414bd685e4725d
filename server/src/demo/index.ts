export { linkDemoMember } from "./link-demo-member.ts";
export { type DemoContext, isEmpty, isLeftHalfLoaded, loadDemo } from "./load-demo.ts";
export { countDemo, removeDemo } from "./remove-demo.ts";
export { demoSignInLink } from "./sign-in-link.ts";
