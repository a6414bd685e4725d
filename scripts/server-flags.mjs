/**
 * How Node runs the server. Each of its threads would set 48 MB aside for young objects; with a quarter of that the server
 * needs 200 MB less (`npm run bench -- --only memory`).
 */
export const SERVER_FLAGS = ["--max-semi-space-size=4"];
