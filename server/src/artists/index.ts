export { mountArtists } from "./routes.ts";
