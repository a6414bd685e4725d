import type { Components } from "./bodies.ts";

/** What a member sees of an answer. */
export type SeenMessage = {
  ephemeral: boolean;
  content: string;
  components: Components;
  /** By their words. */
  pictures: string[];
};

/** A form that was opened for a member. */
export type SeenModal = { custom_id: string; title: string; components: readonly unknown[] };

/** One interaction of a member with the bot, and everything that came of it. */
export class Exchange {
  readonly id: string;
  readonly user: { id: string; name: string };
  readonly locale: string;
  readonly at = Date.now();
  /** Set once it is acknowledged. */
  acknowledged: { ephemeral: boolean } | undefined;
  /** The message as it was sent and edited, oldest first. */
  readonly states: SeenMessage[] = [];
  readonly followUps: SeenMessage[] = [];
  modal: SeenModal | undefined;
  choices: readonly { name: string; value: string }[] | undefined;
  #waiting: { when: (exchange: Exchange) => boolean; resolve: () => void }[] = [];

  constructor(id: string, user: { id: string; name: string }, locale: string) {
    this.id = id;
    this.user = user;
    this.locale = locale;
  }

  /** The message as it stands. */
  get seen(): SeenMessage {
    const last = this.states.at(-1);
    if (!last) throw new Error("Nothing was answered");
    return last;
  }

  get content(): string {
    return this.seen.content;
  }

  get ephemeral(): boolean {
    return this.seen.ephemeral;
  }

  /** Labels of its buttons, in order. */
  get buttons(): string[] {
    return this.seen.components.flatMap(({ components }) =>
      components.flatMap((one) => (one.type === 2 ? [one.label] : [])),
    );
  }

  until(when: (exchange: Exchange) => boolean): Promise<this> {
    if (when(this)) return Promise.resolve(this);
    return new Promise((resolve) => this.#waiting.push({ when, resolve: () => resolve(this) }));
  }

  changed(): void {
    const due = this.#waiting.filter(({ when }) => when(this));
    this.#waiting = this.#waiting.filter((one) => !due.includes(one));
    for (const { resolve } of due) resolve();
  }
}
