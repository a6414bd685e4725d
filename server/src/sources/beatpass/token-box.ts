import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const PURPOSE = "beatpass-companion/beatpass-token/v1";
const FORM = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

export type TokenBox = {
  /** @param artistId whose token it is: a sealed token put beside another artist does not open */
  seal(token: string, artistId: string): string;
  /** Undefined where it cannot be opened: another SECRET_KEY, another artist, or not as it was sealed. */
  open(sealed: string, artistId: string): string | undefined;
};

/** Keeps tokens encrypted at rest: AES-256-GCM under a key of its own, derived from SECRET_KEY by HKDF. */
export function createTokenBox(secretKey: string): TokenBox {
  const key = new Uint8Array(hkdfSync("sha256", secretKey, "", PURPOSE, 32));
  return {
    seal: (token, artistId) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(artistId));
      const hidden = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
      return `${FORM}.${Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64url")}`;
    },
    open: (sealed, artistId) => {
      const [form, text = ""] = sealed.split(".");
      const bytes = Buffer.from(text, "base64url");
      if (form !== FORM || bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(artistId))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
