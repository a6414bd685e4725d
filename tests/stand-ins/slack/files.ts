type File = { length: number; alt: string; bytes: number; complete: boolean };

/** Slack's files: a place is asked for, the bytes are sent there, and the upload is completed. */
export class SlackFiles {
  #files = new Map<string, File>();
  /** As if pictures could not be stored. */
  full = false;
  /** As if pictures that are there were still being worked on. */
  slow = false;

  open(length: number, alt: string): string {
    const id = `F0FILE${this.#files.size + 1}`;
    this.#files.set(id, { length, alt, bytes: 0, complete: false });
    return id;
  }

  receive(id: string, bytes: number): boolean {
    const file = this.#files.get(id);
    if (!file || this.full) return false;
    file.bytes = bytes;
    return true;
  }

  /** Only what was sent in full can be completed. */
  complete(id: string): boolean {
    const file = this.#files.get(id);
    if (!file || file.bytes !== file.length) return false;
    file.complete = true;
    return true;
  }

  /** A file that a message may show. */
  isReady = (id: string): boolean => !this.slow && this.#files.get(id)?.complete === true;
}
