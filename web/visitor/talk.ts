// A conversation as the visitor has it: what was said, once and in order, what is on its way, and how it stands.
// Whatever happens to the connection, what is behind the last message is asked for, and what was not answered is sent
// again under the same name.
import {
  addressOf,
  ask,
  type InLine,
  Refused,
  type Said,
  sendFile,
  signal,
  type SignalNews,
  type State,
  type Visit,
} from './server';

export interface Unsent {
  client_id: string;
  text: string;
  isFile?: boolean; // on its way by itself
}

export interface Talk {
  state: State;
  inLine: InLine | null;
  agent: string | null;
  said: readonly Said[];
  unsent: readonly Unsent[];
  typing: boolean;
  readTo: number; // by the agent
  lost: boolean;
  canBeMailed: boolean;
}

const retryMs = [500, 1_000, 2_000, 4_000, 8_000];
const lookMs = 8_000;
const typingMs = 5_000;
const typingEveryMs = 3_000;

const waits = (state: State) => state === 'waiting' || state === 'offered';
export const isOver = (state: State) => state === 'ended' || state === 'abandoned' || state === 'missed';

// Pure: those that are new, behind those that are there.
export function joined(had: readonly Said[], more: readonly Said[]): readonly Said[] {
  const last = had.at(-1)?.number ?? 0;
  const fresh = more.filter(({ number }) => number > last).sort((a, b) => a.number - b.number);
  return fresh.length === 0 ? had : [...had, ...fresh];
}

// Pure: without those that have arrived, by whichever way that was heard first.
export function stillUnsent(unsent: readonly Unsent[], said: readonly Said[]): readonly Unsent[] {
  const arrived = new Set(said.filter(({ sender }) => sender === 'customer').map(({ client_id: id }) => id));
  return unsent.filter(({ client_id: id }) => !arrived.has(id));
}

export class Conversation {
  now: Talk = {
    state: 'waiting',
    inLine: null,
    agent: null,
    said: [],
    unsent: [],
    typing: false,
    readTo: 0,
    lost: false,
    canBeMailed: false,
  };
  private source: EventSource | null = null;
  private sending = false;
  private toldAt = 0;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    readonly token: string,
    private readonly changed: (now: Talk) => void,
    private readonly signalled: (news: SignalNews) => void = () => undefined,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.listen();
    this.later(lookMs, () => void this.lookAgain());
  }

  end(): void {
    this.source?.close();
    for (const timer of this.timers) clearTimeout(timer);
  }

  say(text: string): void {
    this.put({ unsent: [...this.now.unsent, { client_id: crypto.randomUUID(), text }] });
    void this.send();
  }

  // Not tried again by itself: whoever sends a file sees that it did not arrive.
  async attach(file: File): Promise<void> {
    const one = { client_id: crypto.randomUUID(), text: file.name };
    this.put({ unsent: [...this.now.unsent, { ...one, isFile: true }] });
    try {
      await sendFile(this.token, one.client_id, file);
      await this.look();
    } finally {
      this.put({ unsent: this.without(one) });
    }
  }

  types(): void {
    if (Date.now() - this.toldAt < typingEveryMs) return;
    this.toldAt = Date.now();
    signal(this.token, 'typing').catch(() => undefined);
  }

  read(): void {
    const last = this.now.said.at(-1);
    if (last?.sender !== 'agent') return;
    signal(this.token, 'read', String(last.number)).catch(() => undefined);
  }

  async leave(): Promise<void> {
    this.take(await ask<Visit>('POST', addressOf(this.token, '/leave')));
  }

  private put(change: Partial<Talk>): void {
    const next = { ...this.now, ...change };
    this.now = { ...next, unsent: stillUnsent(next.unsent, next.said) };
    this.changed(this.now);
  }

  private take({ state, in_line: inLine, agent, messages, can_be_mailed: canBeMailed = false }: Visit): void {
    const said = joined(this.now.said, messages);
    this.put({ state, inLine: inLine ?? null, agent: agent ?? this.now.agent, said, lost: false, canBeMailed });
  }

  private without(sent: Unsent): readonly Unsent[] {
    return this.now.unsent.filter((one) => one.client_id !== sent.client_id);
  }

  private last(): number {
    return this.now.said.at(-1)?.number ?? 0;
  }

  private async look(): Promise<void> {
    this.take(await ask<Visit>('GET', addressOf(this.token, `?after=${String(this.last())}`)));
  }

  // Others who leave the line are told to nobody: who waits looks now and then.
  private async lookAgain(): Promise<void> {
    if (waits(this.now.state)) await this.look().catch(() => undefined);
    this.later(lookMs, () => void this.lookAgain());
  }

  private listen(tries = 0): void {
    const source = new EventSource(addressOf(this.token, `/live?after=${String(this.last())}`));
    this.source = source;
    const hear = (name: string, run: (told: never) => void) => {
      source.addEventListener(name, (event) => {
        run(JSON.parse(String(event.data)) as never);
      });
    };
    hear('message', (message: Said) => {
      this.put({ said: joined(this.now.said, [message]), typing: false });
    });
    hear('contact', () => void this.look().catch(() => undefined));
    hear('signal', (news: SignalNews) => {
      this.hearSignal(news);
    });
    source.addEventListener('open', () => {
      tries = 0;
      if (this.now.lost) void this.look().catch(() => undefined);
      void this.send();
    });
    source.addEventListener('error', () => {
      this.put({ lost: true });
      if (source.readyState !== EventSource.CLOSED) return;
      this.later(retryMs[Math.min(tries, retryMs.length - 1)] ?? 0, () => {
        this.listen(tries + 1);
      });
    });
  }

  private hearSignal(news: SignalNews): void {
    if (news.signal === 'typing') {
      this.put({ typing: true });
      this.later(typingMs, () => {
        this.put({ typing: false });
      });
    } else if (news.signal === 'read') this.put({ readTo: Number(news.data) || 0 });
    else this.signalled(news);
  }

  // One after the other, each until it was answered.
  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let tries = 0; ; ) {
      const first = this.now.unsent.find(({ isFile }) => !isFile);
      if (!first) break;
      try {
        const message = await ask<Said>('POST', addressOf(this.token, '/messages'), first);
        // With a gap before it the stream brings both.
        const near = message.number === this.last() + 1;
        this.put({
          unsent: this.without(first),
          said: near ? joined(this.now.said, [message]) : this.now.said,
          lost: false,
        });
        if (!near && message.number > this.last()) await this.look();
        tries = 0;
      } catch (error) {
        if (error instanceof Refused) {
          this.put({ unsent: this.without(first) });
          await this.look().catch(() => undefined);
          continue;
        }
        this.put({ lost: true });
        await this.pause(retryMs[Math.min(tries, retryMs.length - 1)] ?? 0);
        tries += 1;
      }
    }
    this.sending = false;
  }

  private later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, ms);
    this.timers.add(timer);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        window.removeEventListener('online', done);
        resolve();
      };
      this.later(ms, done);
      window.addEventListener('online', done);
    });
  }
}
