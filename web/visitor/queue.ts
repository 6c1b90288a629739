// What is still to be sent: in order, some at a time, again after a while when the line or the server is away. Kept in
// memory only; what is left when the page goes is handed to the browser.
export type Message = Record<string, unknown>;

export interface Line {
  // The status of the answer; fails when there was none.
  send: (messages: Message[]) => Promise<number>;
  // As the page goes: handed over and not looked at again. Whether the browser took it.
  leave: (messages: Message[]) => boolean;
  wait: (run: () => void, milliseconds: number) => void;
  random: () => number;
}

const atOnce = 20;
const keptMost = 500;
const soonMs = 500;
const backMostMs = 60_000;

export class Queue {
  readonly #line: Line;
  #waiting: Message[] = [];
  #busy = false;
  #failures = 0;

  constructor(line: Line) {
    this.#line = line;
  }

  add(message: Message): void {
    this.#waiting.push(message);
    // Rather the last than the first: what somebody bought comes at the end.
    if (this.#waiting.length > keptMost) this.#waiting.shift();
    this.#later(soonMs);
  }

  // As the page goes, which may come back.
  leave(): void {
    for (let some = this.#waiting.slice(0, atOnce); some.length > 0; some = this.#waiting.slice(0, atOnce)) {
      if (!this.#line.leave(some)) return;
      this.#waiting = this.#waiting.slice(some.length);
    }
  }

  #later(milliseconds: number): void {
    if (this.#busy || this.#waiting.length === 0) return;
    this.#busy = true;
    this.#line.wait(() => void this.#flush(), milliseconds);
  }

  async #flush(): Promise<void> {
    const some = this.#waiting.splice(0, atOnce);
    const status = some.length > 0 ? await this.#line.send(some).catch(() => 0) : 200;
    // What is refused stays refused; too many at once, or a fault of theirs, passes.
    const again = status === 0 || status === 429 || status >= 500;
    if (again) this.#waiting.unshift(...some);
    this.#failures = again ? this.#failures + 1 : 0;
    this.#busy = false;
    this.#later(again ? this.#line.random() * Math.min(backMostMs, 1000 * 2 ** this.#failures) : soonMs);
  }
}
