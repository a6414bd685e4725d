export { linkDemoMember } from "./link-demo-member.ts";
export { isEmpty, loadDemo } from "./load-demo.ts";
export { countDemo, removeDemo } from "./remove-demo.ts";
export { demoSignInLink } from "./sign-in-link.ts";
