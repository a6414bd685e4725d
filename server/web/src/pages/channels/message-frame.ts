/** What is around a message, on either platform. */
export type MessageFrame = {
  /** When it came, ISO 8601. */
  at: string;
  /** What was typed to get it: an answer that only the person who typed sees. */
  question?: string;
  onDismiss?: () => void;
  /** Where a picture is that stands under the words. */
  picture?: string | undefined;
};
